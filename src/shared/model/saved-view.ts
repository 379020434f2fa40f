import { z } from 'zod'
import { LINE_LIMIT, Title, Uid } from './common.ts'
import { declareModel } from './declare.ts'

const Condition = z.string().max(LINE_LIMIT, 'line.tooLong').optional()

/**
 * What of a list is shown and in which order, each condition as the address of the page writes it. An address may name anything, so
 * what is gone since, such as the item in `about`, is for the page to tell.
 */
export const ViewQuery = z.strictObject({
  /** Words of the filter. */
  q: Condition,
  /** The one value of the list that is shown, such as a status. */
  show: Condition,
  /** Key of a column, with a minus in front when the largest comes first. */
  sort: Condition,
  /** Kinds of journal entries, between commas. */
  kinds: Condition,
  /** What journal entries are about. */
  about: Uid.optional(),
  tag: Condition,
  from: Condition,
  to: Condition,
  /** Days that move with today, in the place of `from` and `to`: `month` is the present one, whenever it is read. */
  period: Condition,
})
export type ViewQuery = z.infer<typeof ViewQuery>

/** What a list shows, under a name of the person's own. */
export const savedViewShape = {
  title: Title,
  /** The page of the list, as its address calls it: `journal`. */
  page: z.string().regex(/^[a-z][a-z-]{0,49}$/),
  query: ViewQuery,
}
export const SavedViewFields = z.strictObject(savedViewShape)
export type SavedViewFields = z.infer<typeof SavedViewFields>
export const emptySavedView: SavedViewFields = { title: '', page: '', query: {} }

export const savedViewModel = declareModel({
  type: 'savedView',
  shape: savedViewShape,
  fields: SavedViewFields,
  empty: emptySavedView,
  procedures: 'savedViews',
})
