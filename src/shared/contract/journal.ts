import { z } from 'zod'
import { Activity, ActivityLine, activityShape } from '#shared/model/activity.ts'
import { Day, Title, Uid } from '#shared/model/common.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import { crud, procedure, Saved } from './base.ts'

/** Where a page of the journal begins: the last line of the page before. */
export const JournalCursor = z.strictObject({ day: Day, uid: Uid })

export const JournalFilter = z.strictObject({
  /** Words to find in title, notes and tags (prefixes, both languages). */
  text: z.string().max(200).optional(),
  kinds: z.array(ActivityKind).max(20).optional(),
  /** Only lines about this item. */
  about: Uid.optional(),
  tag: z.string().max(50).optional(),
  inbox: z.boolean().optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export type JournalFilter = z.infer<typeof JournalFilter>

const { list: _list, ...journalCrud } = crud(activityShape, Activity)

export const journal = {
  ...journalCrud,
  /** Newest first, by key: any position of a journal of any length costs the same. */
  page: procedure
    .input(z.strictObject({ filter: JournalFilter, after: JournalCursor.optional(), limit: z.int().min(1).max(200) }))
    .output(z.strictObject({ lines: z.array(ActivityLine), next: JournalCursor.nullable() })),
  /** How many lines a filter finds and how many minutes they hold; also how many wait in the inbox. */
  totals: procedure
    .input(z.strictObject({ filter: JournalFilter }))
    .output(z.strictObject({ count: z.int(), minutes: z.int(), inbox: z.int() })),
  /** Quick add: the parsed line; people named for the first time are created in the same action. */
  capture: procedure
    .input(
      z.strictObject({
        uid: Uid.optional(),
        fields: z.strictObject(activityShape).partial(),
        newPeople: z.array(Title).max(20),
      }),
    )
    .output(Saved),
  /** Changes several lines at once, as one undoable action. */
  updateMany: procedure
    .input(z.strictObject({ uids: z.array(Uid).min(1).max(1000), patch: z.strictObject(activityShape).partial() }))
    .output(z.strictObject({ batchId: z.int(), count: z.int() })),
  removeMany: procedure
    .input(z.strictObject({ uids: z.array(Uid).min(1).max(1000) }))
    .output(z.strictObject({ batchId: z.int(), count: z.int() })),
}
