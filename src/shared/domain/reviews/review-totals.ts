import type { Day } from '#shared/model/common.ts'
import { addDays, isoWeekKey, weekStart } from '../calendar/calendar.ts'
import type { Period } from '../calendar/plan-years.ts'
import type { DayTotal } from '../calendar/week-pace.ts'

/** Sums over the days of a period; `activeWeeks` are ISO weeks with at least one activity. */
export interface PeriodTotals {
  minutes: number
  activities: number
  activeDays: number
  activeWeeks: number
}

/** Sums up the days; each day may occur once. */
export function periodTotals(days: readonly DayTotal[]): PeriodTotals {
  return {
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    activities: days.reduce((sum, { activities }) => sum + activities, 0),
    activeDays: days.length,
    activeWeeks: new Set(days.map(({ day }) => isoWeekKey(day))).size,
  }
}

function minutesBy(
  days: readonly DayTotal[],
  keys: Iterable<string>,
  keyOf: (day: Day) => string,
): Map<string, number> {
  const sums = new Map(Array.from(keys, (key) => [key, 0]))
  for (const { day, minutes } of days) {
    const key = keyOf(day)
    sums.set(key, (sums.get(key) ?? 0) + minutes)
  }
  return sums
}

const monthKey = (day: Day) => day.slice(0, 7)

function* monthsOfPeriod({ start, end }: Period): Generator<string> {
  let [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))]
  for (;;) {
    const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (key > monthKey(end)) return
    yield key
    if (month === 12) [year, month] = [year + 1, 1]
    else month += 1
  }
}

function* weeksOfPeriod({ start, end }: Period): Generator<string> {
  for (let monday = weekStart(start, 1); monday <= end; monday = addDays(monday, 7)) yield isoWeekKey(monday)
}

/** Minutes of every month (`YYYY-MM`) that overlaps the period. */
export function minutesByMonth(period: Period, days: readonly DayTotal[]): { month: string; minutes: number }[] {
  return Array.from(minutesBy(days, monthsOfPeriod(period), monthKey), ([month, minutes]) => ({ month, minutes }))
}

/** Minutes of every ISO week (`YYYY-Www`) that overlaps the period; only days inside the period count. */
export function minutesByWeek(period: Period, days: readonly DayTotal[]): { week: string; minutes: number }[] {
  return Array.from(minutesBy(days, weeksOfPeriod(period), isoWeekKey), ([week, minutes]) => ({ week, minutes }))
}
