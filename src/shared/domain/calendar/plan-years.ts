import type { Day } from '#shared/model/common.ts'
import { addDays, addYears, differenceInDays } from './calendar.ts'

/** A stretch of whole days, both ends included. */
export interface Period {
  start: Day
  end: Day
}

/** The period of a review or of its facts. */
export const periodOf = (review: { periodStart: Day; periodEnd: Day }): Period => ({
  start: review.periodStart,
  end: review.periodEnd,
})

/** One year of a plan; `number` 1 is the first. `ended` is false on its last day and before. */
export interface PlanYear extends Period {
  number: number
  ended: boolean
}

/**
 * The years of a plan that have begun by `today`, newest first. They start on the plan's start day without gaps: for a
 * start on 29 February, years begin on 28 February in common years.
 */
export function planYears(planStart: Day, today: Day): PlanYear[] {
  const years: PlanYear[] = []
  for (let number = 1; addYears(planStart, number - 1) <= today; number++) {
    const end = addDays(addYears(planStart, number), -1)
    years.unshift({ number, start: addYears(planStart, number - 1), end, ended: end < today })
  }
  return years
}

/** Days that two periods have in common, 0 = none. */
export function sharedDays(a: Period, b: Period): number {
  const start = a.start > b.start ? a.start : b.start
  const end = a.end < b.end ? a.end : b.end
  return Math.max(0, differenceInDays(end, start) + 1)
}

/** True if a review of `period` belongs to that year: it covers more than half of the year's days. */
export function coversYear(period: Period, year: Period): boolean {
  return sharedDays(period, year) * 2 > differenceInDays(year.end, year.start) + 1
}

/** True for a period of one whole year, whatever day it starts on. */
export function isWholeYear({ start, end }: Period): boolean {
  return addYears(start, 1) === addDays(end, 1)
}

/** The period of the same length that ends on the day before; for whole years, the same dates of earlier years. */
export function periodBefore(period: Period): Period {
  const { start, end } = period
  const yearEarlier = addYears(start, -1)
  const before = isWholeYear(period) ? yearEarlier : addDays(start, differenceInDays(start, end) - 1)
  return { start: before, end: addDays(start, -1) }
}
