import { inLanguage, type Language } from '#shared/model/common.ts'
import type { RequirementStatus } from '#shared/model/gate.ts'
import type { ActivityKind, Scope } from '#shared/model/vocabulary.ts'
import { createFigures } from './figures.ts'
import { fillText, pluralText } from './phrases.ts'

/** The locales' texts a requirement is put into words with. */
export interface RequirementTexts {
  requirement: Readonly<Record<string, string>> &
    Readonly<
      Record<
        | 'skill'
        | 'metric'
        | 'milestone'
        | 'achievementScope'
        | 'activityKind'
        | 'progress'
        | 'unknown'
        | 'notRated'
        | 'done'
        | 'notDone',
        string
      >
    >
  vocabulary: {
    readonly activityKind: Readonly<Record<ActivityKind, string>>
    readonly scope: Readonly<Record<Scope, string>>
  }
}

/** What of a requirement its words are made from. */
export type RequirementWords = Omit<RequirementStatus, 'uid' | 'note' | 'weight' | 'value' | 'contribution'>

function titleOf(wanted: RequirementWords, { requirement, vocabulary }: RequirementTexts, language: Language): string {
  const { kind, subject, unit, evidenceKind, activityKind, minScope, target } = wanted
  if (kind === 'certification') return pluralText(requirement, 'certification', target ?? 0, language)
  if (kind !== 'evidence')
    return fillText(requirement[kind], {
      subject: inLanguage(subject ?? '', language),
      target: createFigures(language).number(target ?? 0),
      unit: inLanguage(unit ?? '', language),
    }).trim()
  const what = pluralText(requirement, evidenceKind ?? 'achievement', target ?? 0, language)
  if (minScope !== null) return fillText(requirement.achievementScope, { what, scope: vocabulary.scope[minScope] })
  if (activityKind === null) return what
  return fillText(requirement.activityKind, { what, kind: vocabulary.activityKind[activityKind] })
}

/** A requirement in words: `title` what is wanted, `state` how far it is. */
export function requirementText(
  wanted: RequirementWords,
  texts: RequirementTexts,
  language: Language,
): { title: string; state: string } {
  const { number } = createFigures(language)
  const { kind, current, target } = wanted
  const title = titleOf(wanted, texts, language)
  if (kind === 'milestone') return { title, state: texts.requirement[current === 1 ? 'done' : 'notDone'] }
  if (current === null || target === null)
    return { title, state: texts.requirement[kind === 'skill' ? 'notRated' : 'unknown'] }
  return { title, state: fillText(texts.requirement.progress, { current: number(current), target: number(target) }) }
}
