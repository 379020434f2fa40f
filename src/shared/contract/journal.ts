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

/** A line of a list: no notes, so that pages stay small; `hasNotes` tells that there are some. */
const { notes: _notes, ...activityLineShape } = activityShape
export const ActivityLine = z.strictObject({
  ...activityLineShape,
  ...envelopeShape,
  ...refsShape,
  hasNotes: z.boolean(),
})
export type ActivityLine = z.infer<typeof ActivityLine>

/** A kind to look for, or `none`: lines that were given no kind. */
export const JournalKind = z.enum([...ActivityKind.options, 'none'])
export type JournalKind = z.infer<typeof JournalKind>

/** A line to be repeated: everything of it that a line of quick add can say again, so all but its day and notes. */
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
  /** Only lines about this item. */
  about: Uid.optional(),
  tag: z.string().max(50).optional(),
  inbox: z.boolean().optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export type JournalFilter = z.infer<typeof JournalFilter>

export const JournalTotals = z.strictObject({
  /** Lines a filter finds and their minutes, until today: planned is not done. */
  count: z.int(),
  minutes: z.int(),
  /** What it finds on days to come. */
  planned: z.strictObject({ count: z.int(), minutes: z.int() }),
})
export type JournalTotals = z.infer<typeof JournalTotals>

/** What of a sum is of one kind (null = of none). */
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
   * Newest first. Any place of a journal of any length costs the same when it is asked for by its days in the filter and the lines
   * of the newest of them to `skip` (see `days`).
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
  /** On which days there are lines, newest first, how many and how long: where every line of the list stands. */
  days: procedure.input(z.strictObject({ filter: JournalFilter })).output(z.array(MonthOfDays)),
  /** How many lines wait in the inbox. */
  waiting: procedure.input(Nothing).output(z.strictObject({ count: z.int() })),
  totals: procedure.input(z.strictObject({ filter: JournalFilter })).output(JournalTotals),
  /** The same by kind, without what is planned, most time first. */
  kinds: procedure.input(z.strictObject({ filter: JournalFilter })).output(z.array(KindSum)),
  /** Tags that lines have, in their order: any lines, or only these. */
  tags: procedure.input(z.strictObject({ of: Uids.optional() })).output(z.array(z.string())),
  /** Which lines stand at some place of a filter: as `page`, but any number that can be changed at once. */
  uids: procedure
    .input(
      z.strictObject({
        filter: JournalFilter,
        skip: z.int().min(0).optional(),
        limit: z.int().min(1).max(MANY),
      }),
    )
    .output(z.array(Uid)),
  /** Which of some lines a filter finds: a choice made in the list goes on with what is still in it. */
  found: procedure.input(z.strictObject({ filter: JournalFilter, of: Uids })).output(z.array(Uid)),
  /** The newest sorted lines by their titles, each title once: what quick add learns from the user's own kinds. Oldest first. */
  ownKinds: procedure.input(Nothing).output(z.array(z.strictObject({ title: z.string(), kind: ActivityKind }))),
  /** The newest lines by their titles, each title once, newest first: what quick add can repeat. */
  lastLines: procedure.input(Nothing).output(z.array(LastLine)),
  /** What is usual on this weekday and not entered yet today, as it was entered last: what quick add offers. */
  usualLines: procedure.input(Nothing).output(z.array(LastLine)),
  /** Tags of the newest items, those of most of them first: what quick add offers. */
  usedTags: procedure.input(Nothing).output(z.array(z.string())),
  /** Quick add: the parsed line; people named for the first time are created in the same action. */
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
