import { z } from 'zod'
import { activityModel, activityShape } from '#shared/model/activity.ts'
import { Day, NewUid, Title, Uid } from '#shared/model/common.ts'
import { refsShape, viewOf } from '#shared/model/entities.ts'
import { envelopeShape } from '#shared/model/item.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import { bulk, crud, MANY, Nothing, procedure, Saved, Uids } from './base.ts'
import { timerProcedures } from './timer.ts'

export const Activity = viewOf(activityModel)
export type Activity = z.infer<typeof Activity>

/** An entry in a list: without notes, so that pages stay small; `hasNotes` says whether it has some. */
const { notes: _notes, ...activityLineShape } = activityShape
export const ActivityLine = z.strictObject({
  ...activityLineShape,
  ...envelopeShape,
  ...refsShape,
  hasNotes: z.boolean(),
})
export type ActivityLine = z.infer<typeof ActivityLine>

/** A kind to filter by; `none`: entries without a kind. */
export const JournalKind = z.enum([...ActivityKind.options, 'none'])
export type JournalKind = z.infer<typeof JournalKind>

/** An entry to repeat: everything that a line of quick add can express, so all but its day and notes. */
const LastLine = z.strictObject({
  title: activityShape.title,
  kind: activityShape.kind,
  minutes: activityShape.minutes,
  tags: activityShape.tags,
  ...refsShape,
})
export type LastLine = z.infer<typeof LastLine>

export const JournalFilter = z.strictObject({
  /** Words to find in title, notes and tags (prefixes, both languages). */
  text: z.string().max(200).optional(),
  kinds: z.array(JournalKind).max(20).optional(),
  /** Only entries about this item. */
  about: Uid.optional(),
  tag: z.string().max(50).optional(),
  inbox: z.boolean().optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export type JournalFilter = z.infer<typeof JournalFilter>

export const JournalTotals = z.strictObject({
  /** Number of entries a filter finds and their minutes, until today; planned ones are not included. */
  count: z.int(),
  minutes: z.int(),
  /** Entries on future days. */
  planned: z.strictObject({ count: z.int(), minutes: z.int() }),
})
export type JournalTotals = z.infer<typeof JournalTotals>

/** The part of a sum that belongs to one kind (null = without a kind). */
const KindSum = z.strictObject({ kind: ActivityKind.nullable(), count: z.int(), minutes: z.int() })
export type KindSum = z.infer<typeof KindSum>

/** See `MonthOfDays` of the domain. */
const MonthOfDays = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  days: z.array(z.tuple([z.int().min(1).max(31), z.int(), z.int()])),
})

const { list: _list, ...journalCrud } = crud(activityShape, Activity)

export const journal = {
  ...journalCrud,
  ...bulk(activityShape),
  /**
   * Newest first. Any place of a journal of any length costs the same if it is requested by its days in the filter,
   * with the entries of the newest of these days as `skip` (see `days`).
   */
  page: procedure
    .input(
      z.strictObject({
        filter: JournalFilter,
        skip: z.int().min(0).optional(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.strictObject({ lines: z.array(ActivityLine) })),
  /**
   * Days with entries, newest first, with their number and minutes: this gives the place of every entry in the list.
   */
  days: procedure.input(z.strictObject({ filter: JournalFilter })).output(z.array(MonthOfDays)),
  /** How many entries wait in the inbox. */
  waiting: procedure.input(Nothing).output(z.strictObject({ count: z.int() })),
  totals: procedure.input(z.strictObject({ filter: JournalFilter })).output(JournalTotals),
  /** The totals by kind, without planned entries, most time first. */
  kinds: procedure.input(z.strictObject({ filter: JournalFilter })).output(z.array(KindSum)),
  /** Tags of entries, in alphabetical order: of all entries, or only of these. */
  tags: procedure.input(z.strictObject({ of: Uids.optional() })).output(z.array(z.string())),
  /** Uids of the entries at some place of a filter: as `page`, but up to the number that can be changed at once. */
  uids: procedure
    .input(
      z.strictObject({
        filter: JournalFilter,
        skip: z.int().min(0).optional(),
        limit: z.int().min(1).max(MANY),
      }),
    )
    .output(z.array(Uid)),
  /** Which of some entries a filter finds; a selection in the list is reduced to these. */
  found: procedure.input(z.strictObject({ filter: JournalFilter, of: Uids })).output(z.array(Uid)),
  /**
   * The newest sorted entries by title, each title once, oldest first: quick add learns the user's own kinds from them.
   */
  ownKinds: procedure.input(Nothing).output(z.array(z.strictObject({ title: z.string(), kind: ActivityKind }))),
  /** The newest entries by title, each title once, newest first: quick add can repeat them. */
  lastLines: procedure.input(Nothing).output(z.array(LastLine)),
  /** Usual entries of this weekday that are not logged yet today, as they were logged last: offered by quick add. */
  usualLines: procedure.input(Nothing).output(z.array(LastLine)),
  /** Tags of the newest items, the most frequent first: offered by quick add. */
  usedTags: procedure.input(Nothing).output(z.array(z.string())),
  /** Saves a parsed line of quick add; people named for the first time are created in the same action. */
  capture: procedure
    .input(
      z.strictObject({
        uid: NewUid,
        fields: z.strictObject(activityShape).partial(),
        newPeople: z.array(z.strictObject({ uid: NewUid, name: Title })).max(20),
      }),
    )
    .output(Saved),
  ...timerProcedures,
}
