import type { Day } from '#shared/model/common.ts'
import { addDays, dayFromNumber, dayNumber, type WeekStart, weekdayOf, weekStart } from './calendar.ts'
import type { Period } from './plan-years.ts'

/** The ends of the calendar; the first is a Monday, the last Monday comes a day before the last. */
const FIRST = dayNumber('1900-01-01')
const LAST = dayNumber('2199-12-31')
const LAST_MONDAY = LAST - 1

const between = (number: number, last: number): Day => dayFromNumber(Math.min(last, Math.max(FIRST, number)))

/** Monday of the week of the user's calendar that a day lies in, by which the week is known: where weeks begin on Sunday, the day after that. */
export function mondayOf(day: Day, weekStartsOn: WeekStart): Day {
  return weekStart(weekStartsOn === 0 && weekdayOf(day) === 0 ? addDays(day, 1) : day, 1)
}

/** First and last day of a week that is known by its Monday, as far as the calendar goes. */
export function daysOfWeek(week: Day, weekStartsOn: WeekStart): Period {
  const start = dayNumber(week) + weekStartsOn - 1
  return { start: between(start, LAST), end: between(start + 6, LAST) }
}

/** The same week so many weeks later; the first or the last of the calendar where that lies beyond it. */
export const addWeeks = (week: Day, amount: number): Day => between(dayNumber(week) + 7 * amount, LAST_MONDAY)

/** The first week of which the journal may know every day: the one it began in only where it began with it. */
export function firstFullWeek(firstDay: Day, weekStartsOn: WeekStart): Day {
  const week = mondayOf(firstDay, weekStartsOn)
  return daysOfWeek(week, weekStartsOn).start === firstDay ? week : addWeeks(week, 1)
}

/** The Mondays from one to another, both included. */
export function weeksBetween(first: Day, last: Day): Day[] {
  const count = (dayNumber(last) - dayNumber(first)) / 7 + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => addWeeks(first, index))
}
