import type { TFunction } from 'i18next'
import { inLanguage, type Language } from '#shared/model/common.ts'
import type { RequirementStatus } from '#shared/model/gate.ts'
import { createFigures } from '../text/figures.ts'

/** Makes the texts a requirement is put into words with. */
export type RequirementText = TFunction<['requirement', 'vocabulary']>

/** What of a requirement its words are made from. */
export type RequirementWords = Omit<RequirementStatus, 'uid' | 'note' | 'weight' | 'value' | 'contribution'>

function titleOf(wanted: RequirementWords, t: RequirementText, language: Language): string {
  const { kind, subject, unit, evidenceKind, activityKind, minScope, target } = wanted
  const count = target ?? 0
  if (kind === 'certification') return t('certification', { count })
  if (kind !== 'evidence')
    return t(`${kind}`, {
      subject: inLanguage(subject ?? '', language),
      target: createFigures(language).number(count),
      unit: inLanguage(unit ?? '', language),
    }).trim()
  const what = t(`${evidenceKind ?? 'achievement'}`, { count })
  if (minScope !== null) return t('achievementScope', { what, scope: t(`vocabulary:scope.${minScope}`) })
  if (activityKind === null) return what
  return t('activityKind', { what, kind: t(`vocabulary:activityKind.${activityKind}`) })
}

/** A requirement in words: `title` what is wanted, `state` how far it is. */
export function requirementText(
  wanted: RequirementWords,
  t: RequirementText,
  language: Language,
): { title: string; state: string } {
  const { number } = createFigures(language)
  const { kind, current, target } = wanted
  const title = titleOf(wanted, t, language)
  if (kind === 'milestone') return { title, state: t(current === 1 ? 'done' : 'notDone') }
  if (current === null || target === null) return { title, state: t(kind === 'skill' ? 'notRated' : 'unknown') }
  return { title, state: t('progress', { current: number(current), target: number(target) }) }
}
