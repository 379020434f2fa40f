import { z } from 'zod'
import { Day } from './common.ts'
import { ItemRef } from './entities.ts'

/** What waits for the person; each kind has words in the texts of its feature, which contributes them. */
export const DueKind = z.enum([
  /** An earned certification nears or has passed its last valid day. */
  'certificationExpiry',
  /** An exam with a day; in the past: its result is not written down. */
  'exam',
  'milestone',
  /** An experiment without verdict whose review day nears or has come. */
  'experimentReview',
  /** An impact retro of a finished initiative whose day has come. */
  'retro',
  /** The wanted rhythm with a person has run out. */
  'person',
  /** A plan year ended and no review of it is signed. */
  'yearlyReview',
])
export type DueKind = z.infer<typeof DueKind>

export const DueItem = z.strictObject({
  kind: DueKind,
  /** What to open; for a yearly review its draft, null when there is none yet. */
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
