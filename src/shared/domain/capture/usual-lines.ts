import type { Day } from '#shared/model/common.ts'
import { addDays } from '../calendar/calendar.ts'

/** Number of past weeks to look at, and in how many of them an activity must have been logged to be usual. */
const WEEKS = 4
const OFTEN = 3

/** Entries offered at once. */
const MOST = 3

/** The days that decide what is usual today: the same weekday of the past weeks, latest first. */
export const usualDays = (today: Day): Day[] =>
  Array.from({ length: WEEKS }, (_, index) => addDays(today, -7 * (index + 1)))

/**
 * Titles of usual entries: logged on this weekday in three of the last four weeks, and in one of the last two, so that
 * activities that have ended soon disappear. Entries that are logged for today already are left out. The most usual
 * first.
 */
export function usualTitles(lines: readonly { title: string; day: Day }[], today: Day): string[] {
  const days = usualDays(today)
  const done = new Set(lines.filter(({ day }) => day === today).map(({ title }) => title))
  const byTitle = Map.groupBy(
    lines.filter(({ title, day }) => days.includes(day) && !done.has(title)),
    ({ title }) => title,
  )
  return [...byTitle]
    .map(([title, all]) => ({ title, days: new Set(all.map(({ day }) => day)) }))
    .filter((one) => one.days.size >= OFTEN && days.slice(0, 2).some((day) => one.days.has(day)))
    .sort((a, b) => b.days.size - a.days.size || (a.title < b.title ? -1 : 1))
    .slice(0, MOST)
    .map(({ title }) => title)
}
