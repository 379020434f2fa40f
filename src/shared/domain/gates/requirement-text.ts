import type { TFunction } from 'i18next'
import { inLanguage, type Language } from '#shared/model/common.ts'
import type { RequirementStatus } from '#shared/model/gate.ts'
import { VisibilityKind } from '#shared/model/vocabulary.ts'
import { createFigures } from '../text/figures.ts'

/** The texts for putting a requirement into words. */
export type RequirementText = TFunction<['requirement', 'vocabulary']>

/** The part of a requirement that its words are made from. */
export type RequirementWords = Omit<RequirementStatus, 'uid' | 'note' | 'weight' | 'value' | 'contribution'>

/** What is counted and how many, without since when. */
function countedTitle(wanted: RequirementWords, t: RequirementText): string {
  const { kind, evidenceKind, activityKind, minScope, visibilityKinds } = wanted
  const count = wanted.target ?? 0
  if (kind === 'certification') return t('certification', { count })
  if (visibilityKinds.length > 0) {
    // In the order of the vocabulary, so that the same choice has the same words.
    const chosen = VisibilityKind.options.filter((one) => visibilityKinds.includes(one))
    const kinds = chosen.map((one) => t(`visibility.${one}`, { count })).join(` ${t('or')} `)
    return t('visibilityKinds', { count, kinds })
  }
  const what = t(`${evidenceKind ?? 'achievement'}`, { count })
  if (minScope !== null) return t('achievementScope', { what, scope: t(`vocabulary:scope.${minScope}`) })
  if (activityKind === null) return what
  return t('activityKind', { what, kind: t(`vocabulary:activityKind.${activityKind}`) })
}

function titleOf(wanted: RequirementWords, t: RequirementText, language: Language): string {
  const { kind, subject, unit, target, since, minOutside } = wanted
  if (kind !== 'certification' && kind !== 'evidence')
    return t(`${kind}`, {
      subject: inLanguage(subject ?? '', language),
      target: createFigures(language).number(target ?? 0),
      unit: inLanguage(unit ?? '', language),
    }).trim()
  const counted = countedTitle(wanted, t)
  const what = minOutside === null ? counted : t('minOutside', { what: counted, outside: minOutside })
  return since === 'always' ? what : t(`since.${since}`, { what })
}

/** A requirement in words: `title` what is required, `state` the progress. */
export function requirementText(
  wanted: RequirementWords,
  t: RequirementText,
  language: Language,
): { title: string; state: string } {
  const { number } = createFigures(language)
  const { kind, current, target, minOutside, outside } = wanted
  const title = titleOf(wanted, t, language)
  if (kind === 'milestone') return { title, state: t(current === 1 ? 'done' : 'notDone') }
  if (current === null || target === null) return { title, state: t(kind === 'skill' ? 'notRated' : 'unknown') }
  const progress = { current: number(current), target: number(target) }
  if (minOutside === null || outside === null) return { title, state: t('progress', progress) }
  const seen = { outside: number(outside), wanted: number(minOutside) }
  return { title, state: t('progressOutside', { ...progress, ...seen }) }
}
