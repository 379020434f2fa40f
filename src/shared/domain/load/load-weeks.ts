import type { Day } from '#shared/model/common.ts'
import type { WeekStart } from '../calendar/calendar.ts'
import { addWeeks, mondayOf, weeksBetween } from '../calendar/monday-weeks.ts'
import type { DayTotal } from '../calendar/week-pace.ts'

export interface WeekTotal {
  week: Day
  minutes: number
}

/** Sums of days by the weeks of the user's calendar; weeks without any are left out. */
export function sumByWeek(days: readonly Pick<DayTotal, 'day' | 'minutes'>[], weekStartsOn: WeekStart): WeekTotal[] {
  const sums = new Map<Day, number>()
  for (const { day, minutes } of days) {
    const week = mondayOf(day, weekStartsOn)
    sums.set(week, (sums.get(week) ?? 0) + minutes)
  }
  return [...sums].map(([week, minutes]) => ({ week, minutes }))
}

/**
 * The week to be looked at first: the last one, while it was not looked at, else the present one. Who never looked at any is not asked
 * for a week before that.
 */
export function offeredWeek(looked: ReadonlySet<Day>, present: Day): Day {
  const last = addWeeks(present, -1)
  return looked.size === 0 || looked.has(last) ? present : last
}

/** Weeks looked at lately are counted over so many. */
const LATELY = 8

/** How many of the last weeks were looked at. */
export interface Looked {
  looked: number
  /** Of so many: none before the first that was ever looked at. */
  of: number
  /** How many in a row until now. */
  row: number
}

/** Counts what was looked at. A present week that was not looked at yet is not missed. */
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
