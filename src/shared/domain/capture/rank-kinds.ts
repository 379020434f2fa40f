import type { Day } from '#shared/model/common.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import { KIND_CLASSES, type KindScorer } from './kind-model.ts'
import { parseQuickAdd } from './quick-add.ts'
import { featuresOfTitle } from './quick-add-kind.ts'

/** Kinds for a title, the likeliest first, and whether the first is likely enough to be offered by itself. */
export type RankedKinds = { kinds: readonly ActivityKind[]; isLikely: boolean }

/** How much a kind counts for being used often, beside what the words of the title say. */
const HABIT = 0.15

/** How many are offered by a key of their own. */
const MOST_KINDS = 5

/**
 * Kinds for a line that is sorted: by what its words say, and where they say little by what the person's own lines are. A kind
 * the line has already comes first.
 *
 * @param own kinds of the person's own lines
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

/** What quick add would say of the title: the line is sorted by the rules it was captured by. */
function likelyKind(title: string, day: Day, kinds: KindScorer | null): ActivityKind | null {
  const context = { today: day, words: [], kinds, skills: [], people: [], weekStartsOn: 1 } as const
  const { kind, suggested } = parseQuickAdd(title, context)
  return kind ?? suggested.kind
}
