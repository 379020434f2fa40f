import type { Day } from '#shared/model/common.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import { KIND_CLASSES, type KindScorer } from './kind-model.ts'
import { parseQuickAdd } from './quick-add.ts'
import { featuresOfTitle } from './quick-add-kind.ts'

/** Kinds for a title, the likeliest first, and whether the first is likely enough to be suggested. */
export type RankedKinds = { kinds: readonly ActivityKind[]; isLikely: boolean }

/** Weight of how often a kind is used, compared with the words of the title. */
const HABIT = 0.15

/** Kinds offered with a key of their own. */
const MOST_KINDS = 5

/**
 * Kinds for an entry that is being sorted: by its words, and if those indicate little, by the kinds of the person's own
 * entries. A kind the entry has already comes first.
 *
 * @param own kinds of the person's own entries
 */
export function rankKinds(
  { title, kind, day }: { title: string; kind: ActivityKind | null; day: Day },
  scorer: KindScorer | null,
  own: readonly ActivityKind[],
): RankedKinds {
  const reading = scorer?.read(featuresOfTitle(title))
  const shares = new Map<ActivityKind, number>()
  for (const one of own) shares.set(one, (shares.get(one) ?? 0) + 1 / own.length)
  const likely = kind ?? likelyKind(title, day, scorer)
  const scoreOf = (one: ActivityKind) => {
    const chance = reading?.chances[KIND_CLASSES.indexOf(one)] ?? 0
    return (one === likely ? 2 : 0) + chance + HABIT * (shares.get(one) ?? 0)
  }
  const kinds = ActivityKind.options.toSorted((one, other) => scoreOf(other) - scoreOf(one)).slice(0, MOST_KINDS)
  return { kinds, isLikely: likely !== null }
}

/** The kind quick add would give to the title: entries are sorted by the same rules as they are captured. */
function likelyKind(title: string, day: Day, kinds: KindScorer | null): ActivityKind | null {
  const context = { today: day, words: [], kinds, skills: [], people: [], weekStartsOn: 1 } as const
  const { kind, suggested } = parseQuickAdd(title, context)
  return kind ?? suggested.kind
}
