import type { LocalText } from '#shared/model/common.ts'
import type { CasePart } from '#shared/model/template-case.ts'

/** The items of the workspace that parts of cases may have become. */
export interface Standing {
  milestones: readonly { uid: string; title: LocalText; check: LocalText }[]
  experiments: readonly { uid: string; title: LocalText; hypothesis: LocalText }[]
  /** The learning catalogue, with which of its entries were chosen. */
  catalogue: readonly { key: string; title: LocalText; chosenUid: string | null }[]
}

/**
 * True if a text is the same as the template's in at least one language: a later build may have changed the wording in
 * the other.
 */
function isSame(text: LocalText, template: { ru: string; en: string }): boolean {
  return typeof text === 'string'
    ? text === template.ru || text === template.en
    : text.ru === template.ru || text.en === template.en
}

/**
 * The item a part has become, null = none. The link is not stored. The item is recognised by its title or, if that was
 * changed, by its check or hypothesis. If both were changed, it is not recognised.
 */
export function takenUid(part: CasePart, { milestones, experiments, catalogue }: Standing): string | null {
  switch (part.as) {
    case 'milestone':
      return milestones.find(({ title, check }) => isSame(title, part.title) || isSame(check, part.check))?.uid ?? null
    case 'experiment':
      return (
        experiments.find(({ title, hypothesis }) => isSame(title, part.title) || isSame(hypothesis, part.hypothesis))
          ?.uid ?? null
      )
    case 'learning':
      return catalogue.find(({ key }) => key === part.from)?.chosenUid ?? null
  }
}
