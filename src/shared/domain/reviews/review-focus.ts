import type { TFunction } from 'i18next'
import type { Bilingual, Language } from '#shared/model/common.ts'
import type { RequirementStatus } from '#shared/model/gate.ts'
import { type RequirementText, requirementText } from '../gates/requirement-text.ts'

/** Lines of a proposed focus; with more it would not be a focus. */
export const FOCUS_LINES = 5

/** Requirements that are not met, the largest missing part of the gate first. */
export function openGaps(requirements: readonly RequirementStatus[]): RequirementStatus[] {
  const missing = ({ weight, value }: RequirementStatus) => weight * (1 - value)
  return requirements.filter(({ value }) => value < 1).sort((a, b) => missing(b) - missing(a))
}

/** The texts for writing a focus, by language. */
export type FocusTexts = Record<
  Language,
  { line: TFunction<'reviews', 'document.focus'>; requirement: RequirementText }
>

/** Focus of the next year, proposed from the largest gaps of the present gate, in both languages. */
export function draftFocus(gaps: readonly RequirementStatus[], texts: FocusTexts): Bilingual[] {
  const write = (gap: RequirementStatus, language: Language) => {
    const { line, requirement } = texts[language]
    return line('line', requirementText(gap, requirement, language)).slice(0, 500)
  }
  return gaps.slice(0, FOCUS_LINES).map((gap) => ({ ru: write(gap, 'ru'), en: write(gap, 'en') }))
}
