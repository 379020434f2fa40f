import { z } from 'zod'
import { Uid } from '#shared/model/common.ts'
import { ItemRef, ItemType } from '#shared/model/entities.ts'
import { procedure } from './base.ts'

/** A result: the item, and the part of its text around the first match ('' = only the title matches). */
export const SearchHit = z.strictObject({ ...ItemRef.shape, snippet: z.string() })
export type SearchHit = z.infer<typeof SearchHit>

export const SearchQuestion = z.strictObject({
  /** Words or beginnings of words, all of them required; empty = the items changed last (for pickers). */
  text: z.string().max(200),
  /** Only items of these types; by default everything a person would look for. */
  types: z.array(ItemType).min(1).max(20).optional(),
  /**
   * `relevance`: bm25, titles first. `named`: people, skills, projects and other named items before journal entries,
   * with one wrong letter forgiven. Matches of single letters are sorted newest first; without text, items are sorted
   * by their last change.
   */
  order: z.enum(['relevance', 'named']).default('relevance'),
  limit: z.int().min(1).max(100).default(50),
})

/** Items whose titles may be requested at once. */
const NAMED = 100

export const search = {
  /** The titles of items by uid; deleted items are left out. */
  named: procedure.input(z.strictObject({ uids: z.array(Uid).max(NAMED) })).output(z.array(ItemRef)),
  /** To highlight the matches, use `createWordMatcher` of shared/domain/text/snippet.ts. */
  find: procedure.input(SearchQuestion).output(
    z.strictObject({
      items: z.array(SearchHit),
      /** There are more results than `limit`. */
      more: z.boolean(),
      /** The text searched for instead, because the typed one has no results; null = it was not replaced. */
      corrected: z.string().nullable(),
    }),
  ),
}
