import type { LocalText } from '#shared/model/common.ts'
import type { CasePart } from '#shared/model/template-case.ts'

/** What stands in the workspace of all that parts of cases become. */
export interface Standing {
  milestones: readonly { uid: string; title: LocalText; check: LocalText }[]
  experiments: readonly { uid: string; title: LocalText; hypothesis: LocalText }[]
  /** The learning catalogue, which says what was chosen of it. */
  catalogue: readonly { key: string; title: LocalText; chosenUid: string | null }[]
}

/** True where a text is still that of the template in one of the languages, since a later build may word the other anew. */
function isSame(text: LocalText, template: { ru: string; en: string }): boolean {
  return typeof text === 'string'
    ? text === template.ru || text === template.en
    : text.ru === template.ru || text.en === template.en
}

/**
 * The item a part has become, null = none. Nothing remembers it: the item is the record, and is known by its title, or by what it
 * checks or supposes where only the title was changed. With both changed it is something else.
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
