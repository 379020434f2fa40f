import { z } from 'zod'
import { Uid } from '#shared/model/common.ts'
import { ItemRef, ItemType } from '#shared/model/entities.ts'
import { procedure } from './base.ts'

/** What was found: the item, and the piece of its text around the first match ('' = only the title matches). */
export const SearchHit = z.strictObject({ ...ItemRef.shape, snippet: z.string() })
export type SearchHit = z.infer<typeof SearchHit>

export const SearchQuestion = z.strictObject({
  /** Words or beginnings of words, all of them required; empty = what was changed last (for pickers). */
  text: z.string().max(200),
  /** Only items of these types; absent = everything a person would look for. */
  types: z.array(ItemType).min(1).max(20).optional(),
  /**
   * relevance: bm25, titles first; named: people, skills, projects and other items with a name before journal lines, and one wrong
   * letter is forgiven. What single letters find comes newest first; without text the order is by the last change.
   */
  order: z.enum(['relevance', 'named']).default('relevance'),
  limit: z.int().min(1).max(100).default(50),
})

/** Most items asked about by their uids at once. */
const NAMED = 100

export const search = {
  /** What items are called; one that is not there any more is left out. */
  named: procedure.input(z.strictObject({ uids: z.array(Uid).max(NAMED) })).output(z.array(ItemRef)),
  /** The words to highlight are found again with `createWordMatcher` of shared/domain/text/snippet.ts. */
  find: procedure.input(SearchQuestion).output(
    z.strictObject({
      items: z.array(SearchHit),
      /** There is more than `limit`. */
      more: z.boolean(),
      /** What was looked for instead, since nothing has what was typed; null = nothing else. */
      corrected: z.string().nullable(),
    }),
  ),
}
