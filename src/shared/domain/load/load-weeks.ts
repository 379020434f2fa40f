import type { Day } from '#shared/model/common.ts'
import type { WeekStart } from '../calendar/calendar.ts'
import { addWeeks, mondayOf, weeksBetween } from '../calendar/monday-weeks.ts'
import type { DayTotal } from '../calendar/week-pace.ts'

export interface WeekTotal {
  week: Day
  minutes: number
}

/** Sums of days by the user's calendar weeks; weeks without any are left out. */
export function sumByWeek(days: readonly Pick<DayTotal, 'day' | 'minutes'>[], weekStartsOn: WeekStart): WeekTotal[] {
  const sums = new Map<Day, number>()
  for (const { day, minutes } of days) {
    const week = mondayOf(day, weekStartsOn)
    sums.set(week, (sums.get(week) ?? 0) + minutes)
  }
  return [...sums].map(([week, minutes]) => ({ week, minutes }))
}

/**
 * The week to fill in first: the last one if it is not filled in, else the present one. A person who has never filled
 * in a week is only asked for the present one.
 */
export function offeredWeek(looked: ReadonlySet<Day>, present: Day): Day {
  const last = addWeeks(present, -1)
  return looked.size === 0 || looked.has(last) ? present : last
}

/** Recent weeks that are counted. */
const LATELY = 8

/** How many recent weeks have a load entry. */
export interface Looked {
  looked: number
  /** Out of how many weeks; weeks before the first load entry are not included. */
  of: number
  /** Consecutive weeks until now. */
  row: number
}

/** Counts the weeks with a load entry. The present week does not count as missed while it is not filled in. */
export function countLooked(looked: ReadonlySet<Day>, present: Day): Looked {
  const end = looked.has(present) ? present : addWeeks(present, -1)
  const past = [...looked].filter((week) => week <= end).sort()
  const first = past[0]
  if (first === undefined) return { looked: 0, of: 0, row: 0 }
  const earliest = addWeeks(end, 1 - LATELY)
  const weeks = weeksBetween(first > earliest ? first : earliest, end)
  const gap = weeksBetween(first, end)
    .reverse()
    .findIndex((week) => !looked.has(week))
  const row = gap < 0 ? weeksBetween(first, end).length : gap
  return { looked: weeks.filter((week) => looked.has(week)).length, of: weeks.length, row }
}
