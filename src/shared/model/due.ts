import { z } from 'zod'
import { Day } from './common.ts'
import { ItemRef } from './entities.ts'

/** Kinds of due items; the words for each are in the texts of its feature, which contributes them. */
export const DueKind = z.enum([
  /** An earned certification approaches or has passed its last valid day. */
  'certificationExpiry',
  /** An exam with a day; if the day is past, its result is not recorded yet. */
  'exam',
  'milestone',
  /** An experiment without a verdict whose review day approaches or has come. */
  'experimentReview',
  /** An impact retro of a finished initiative whose day has come. */
  'retro',
  /** The cadence with a person has passed. */
  'person',
  /** A plan year has ended without a signed review. */
  'yearlyReview',
])
export type DueKind = z.infer<typeof DueKind>

export const DueItem = z.strictObject({
  kind: DueKind,
  /** The item to open; for a yearly review its draft, null if there is none yet. */
  item: ItemRef.nullable(),
  day: Day,
  /** Whole days from today to `day`, negative = overdue. */
  daysLeft: z.int(),
  /** Person: day of the last linked activity, null = never. */
  lastDay: Day.nullable(),
  /** Yearly review: the plan year. */
  period: z.strictObject({ start: Day, end: Day }).nullable(),
})
export type DueItem = z.infer<typeof DueItem>
