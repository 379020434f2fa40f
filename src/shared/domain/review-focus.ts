import type { Bilingual, Language } from '#shared/model/common.ts'
import type { RequirementStatus } from '#shared/model/gate.ts'
import { fillText } from './phrases.ts'
import { type RequirementTexts, requirementText } from './requirement-text.ts'

/** Lines a focus is drafted with: more is no focus. */
export const FOCUS_LINES = 5

/** Requirements that are not met, the most missing part of the gate first. */
export function openGaps(requirements: readonly RequirementStatus[]): RequirementStatus[] {
  const missing = ({ weight, value }: RequirementStatus) => weight * (1 - value)
  return requirements.filter(({ value }) => value < 1).sort((a, b) => missing(b) - missing(a))
}

/** Locale texts by language; `focusLine` has `{{title}}` and `{{state}}`. */
export type FocusTexts = Record<Language, RequirementTexts & { focusLine: string }>

/** Focus of the next year, drafted from the largest gaps of the present gate, in both languages. */
export function draftFocus(gaps: readonly RequirementStatus[], texts: FocusTexts): Bilingual[] {
  const line = (gap: RequirementStatus, language: Language) =>
    fillText(texts[language].focusLine, requirementText(gap, texts[language], language)).slice(0, 500)
  return gaps.slice(0, FOCUS_LINES).map((gap) => ({ ru: line(gap, 'ru'), en: line(gap, 'en') }))
}
