import { type Day, isCalendarDay, LAST_INSTANT } from '#shared/model/common.ts'

/**
 * Arithmetic on days of the user's own calendar (`YYYY-MM-DD`).
 *
 * A day has no time and no zone, so everything here counts whole days since 1970-01-01 and never builds a local `Date`.
 * date-fns works on local dates, which is wrong here: in Pacific/Apia 30 December 2011 does not exist, and `addDays`
 * skips it. The tests compare these functions with date-fns under UTC.
 *
 * All functions accept and return days of 1900-2199, the range of `Day`, and throw `CalendarError` outside of it.
 */

const MS_PER_DAY = 86_400_000

/** Not a day, or one outside the calendar of 1900-2199. */
export class CalendarError extends RangeError {}

/** 0 = Sunday, 1 = Monday ... 6 = Saturday, as in `Date.getDay`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** First day of a calendar week: 0 = Sunday, 1 = Monday (a setting of the user). */
export type WeekStart = 0 | 1

/** A calendar month: `key` is `YYYY-MM`, `start` and `end` are its first and last day. */
export type Month = { key: string; start: Day; end: Day }

type DayParts = { year: number; month: number; day: number }

const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** The day with these numbers (month 1-12), or null if it does not exist in the calendar (31 February, year 0). */
export function makeDay(year: number, month: number, day: number): Day | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return isCalendarDay(text) ? text : null
}

/** Year, month (1-12) and day of the month. */
export function dayParts(day: Day): DayParts {
  if (!isCalendarDay(day)) throw new CalendarError(`Not a calendar day of 1900-2199: ${day}`)
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** Whole days since 1970-01-01, negative before it. */
export function dayNumber(day: Day): number {
  const { year, month, day: dayOfMonth } = dayParts(day)
  return Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY
}

/** Inverse of `dayNumber`; null for a number outside of the calendar. */
function findDay(number: number): Day | null {
  const date = new Date(number * MS_PER_DAY)
  return makeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** Inverse of `dayNumber`. */
export function dayFromNumber(number: number): Day {
  const day = findDay(number)
  if (day === null) throw new CalendarError(`Day number ${number} is outside 1900-2199`)
  return day
}

/**
 * The user's day at an instant (milliseconds since 1970 UTC), in the time zone of the machine; if the clock is outside
 * the calendar, the calendar's first or last day.
 */
export function localDay(instant: number): Day {
  const date = new Date(Math.min(Math.max(0, instant), LAST_INSTANT))
  const day = makeDay(date.getFullYear(), date.getMonth() + 1, date.getDate())
  if (day === null) throw new CalendarError(`Instant ${instant} is outside 1900-2199`)
  return day
}

/** Sorts by day, the earlier first; keeps the order within a day. */
export const byDay = (one: { day: Day }, other: { day: Day }): number =>
  one.day < other.day ? -1 : one.day > other.day ? 1 : 0

/** The day `amount` days later, or earlier where `amount` is negative. */
export function addDays(day: Day, amount: number): Day {
  return dayFromNumber(dayNumber(day) + amount)
}

/** The day `amount` days later, or earlier; null outside the calendar. */
export function findDayAfter(day: Day, amount: number): Day | null {
  return findDay(dayNumber(day) + amount)
}

/**
 * The same day of the month `amount` months later; the last day of that month if it is shorter (31 Jan + 1 = 28 Feb).
 */
export function addMonths(day: Day, amount: number): Day {
  const { year, month, day: dayOfMonth } = dayParts(day)
  const months = year * 12 + (month - 1) + amount
  const targetYear = Math.floor(months / 12)
  const targetMonth = months - targetYear * 12 + 1
  const result = makeDay(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)))
  if (result === null) throw new CalendarError(`${day} and ${amount} months is outside 1900-2199`)
  return result
}

/** The same day `amount` years later; 29 February becomes the 28th in a common year. */
export function addYears(day: Day, amount: number): Day {
  return addMonths(day, amount * 12)
}

/** Days from `earlier` to `later`: 1 for neighbours, 0 for the same day, negative if the order is reversed. */
export function differenceInDays(later: Day, earlier: Day): number {
  return dayNumber(later) - dayNumber(earlier)
}

/** Number of days in a month (1-12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Day of the week. */
export function weekdayOf(day: Day): Weekday {
  return new Date(dayNumber(day) * MS_PER_DAY).getUTCDay() as Weekday
}

/** First day of the week that contains `day`. */
export function weekStart(day: Day, weekStartsOn: WeekStart): Day {
  return addDays(day, -((weekdayOf(day) - weekStartsOn + 7) % 7))
}

/**
 * Key of the ISO 8601 week, `YYYY-Www`: weeks start on Monday and belong to the year that contains their Thursday, so 1
 * January can be in week 52 or 53 of the year before. Keys sort as the weeks do.
 */
export function isoWeekKey(day: Day): string {
  const thursday = dayNumber(day) + 3 - ((weekdayOf(day) + 6) % 7)
  const year = new Date(thursday * MS_PER_DAY).getUTCFullYear()
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / MS_PER_DAY) / 7) + 1
  return `${pad(year, 4)}-W${pad(week, 2)}`
}

/** The twelve months of a year. */
export function monthsOf(year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const key = `${pad(year, 4)}-${pad(index + 1, 2)}`
    return { key, start: `${key}-01`, end: `${key}-${pad(daysInMonth(year, index + 1), 2)}` }
  })
}

/**
 * Grid of a year heatmap: 53 or 54 weeks (columns) of seven days (rows), the first row being `weekStartsOn`. Cells of
 * other years are null.
 */
export function yearHeatmap(year: number, weekStartsOn: WeekStart): (Day | null)[][] {
  const first = dayNumber(`${pad(year, 4)}-01-01`)
  const last = dayNumber(`${pad(year, 4)}-12-31`)
  const lead = (weekdayOf(dayFromNumber(first)) - weekStartsOn + 7) % 7
  const weeks = Math.ceil((lead + last - first + 1) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, row) => {
      const number = first - lead + week * 7 + row
      return number < first || number > last ? null : dayFromNumber(number)
    }),
  )
}
