import { z } from 'zod'
import { Day, LocalText, Uid } from '#shared/model/common.ts'
import { DueItem } from '#shared/model/due.ts'
import { GateStatus } from '#shared/model/gate.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import { procedure, WeekStartsOn } from './base.ts'
import { ActivityLine } from './journal.ts'

const Total = z.int().min(0)
const MonthKey = z.string().regex(/^\d{4}-\d{2}$/)

/** Minutes of one calendar year until today: all twelve months, but only days and kinds with activities. */
export const YearTotals = z.strictObject({
  year: z.int(),
  minutes: Total,
  /** Minutes of entries on future days of the year; not included in any other sum. */
  plannedMinutes: Total,
  activities: Total,
  activeDays: Total,
  /** Minutes of the year before, up to the same day of the year. */
  minutesYearBefore: Total,
  byKind: z.array(z.strictObject({ kind: ActivityKind.nullable(), minutes: Total, activities: Total })),
  byMonth: z.array(
    z.strictObject({
      month: MonthKey,
      minutes: Total,
      byKind: z.array(z.strictObject({ kind: ActivityKind.nullable(), minutes: Total })),
    }),
  ),
  /** For the heatmap. */
  byDay: z.array(z.strictObject({ day: Day, minutes: Total, activities: Total })),
})
export type YearTotals = z.infer<typeof YearTotals>

/** This week until today, compared with the mean of the full weeks before it. */
export const WeekPace = z.strictObject({
  start: Day,
  minutes: Total,
  /** Minutes of entries on future days of this week. */
  plannedMinutes: Total,
  activities: Total,
  /** Mean minutes of `paceWeeks` full weeks, null = no full week has been logged yet. */
  paceMinutes: z.number().min(0).nullable(),
  /** 0-12: fewer than 12 if the first activity is more recent. */
  paceWeeks: z.int().min(0).max(12),
  /** The 12 full weeks before this one, oldest first. */
  weeks: z.array(z.strictObject({ start: Day, minutes: Total })).length(12),
})
export type WeekPace = z.infer<typeof WeekPace>

export const Overview = z.strictObject({
  plan: z
    .strictObject({
      uid: Uid,
      title: LocalText,
      fromRole: LocalText,
      toRole: LocalText,
      startDay: Day,
      endDay: Day,
      horizonYears: z.int(),
    })
    .nullable(),
  /** The present stage: the first whose gate is not passed; null = no plan, or all gates passed. */
  stage: z
    .strictObject({
      uid: Uid,
      title: LocalText,
      gateMeaning: LocalText,
      plannedStart: Day,
      plannedEnd: Day,
      /** Number of the stage, 1 = first of `count`. */
      number: z.int(),
      count: z.int(),
      gate: GateStatus,
    })
    .nullable(),
  year: YearTotals,
  week: WeekPace,
  /** The most urgent first. */
  due: z.array(DueItem),
  /** The newest entries that are not planned. */
  recent: z.array(ActivityLine),
  /** Entries that wait to be sorted. */
  inbox: Total,
})
export type Overview = z.infer<typeof Overview>

export const overview = {
  /** Everything the overview shows, in one request. */
  get: procedure
    .input(
      z.strictObject({
        weekStartsOn: WeekStartsOn.default(1),
        /** Calendar year of the totals; the present one by default. */
        year: z.int().min(1900).max(2199).optional(),
      }),
    )
    .output(Overview),
}
