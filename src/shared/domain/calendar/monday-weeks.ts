import type { Day } from '#shared/model/common.ts'
import { addDays, dayFromNumber, dayNumber, type WeekStart, weekdayOf, weekStart } from './calendar.ts'
import type { Period } from './plan-years.ts'

/** The ends of the calendar. Its first day is a Monday; its last Monday is the day before its last day. */
const FIRST = dayNumber('1900-01-01')
const LAST = dayNumber('2199-12-31')
const LAST_MONDAY = LAST - 1

const between = (number: number, last: number): Day => dayFromNumber(Math.min(last, Math.max(FIRST, number)))

/**
 * The Monday that identifies the user's calendar week of a day; if weeks begin on Sunday, the day after that Sunday.
 */
export function mondayOf(day: Day, weekStartsOn: WeekStart): Day {
  return weekStart(weekStartsOn === 0 && weekdayOf(day) === 0 ? addDays(day, 1) : day, 1)
}

/** First and last day of a week identified by its Monday, within the calendar. */
export function daysOfWeek(week: Day, weekStartsOn: WeekStart): Period {
  const start = dayNumber(week) + weekStartsOn - 1
  return { start: between(start, LAST), end: between(start + 6, LAST) }
}

/** The week `amount` weeks later; the first or last week of the calendar if it lies outside. */
export const addWeeks = (week: Day, amount: number): Day => between(dayNumber(week) + 7 * amount, LAST_MONDAY)

/**
 * The first week of which the journal may have every day: the week of its first day only if that day begins the week.
 */
export function firstFullWeek(firstDay: Day, weekStartsOn: WeekStart): Day {
  const week = mondayOf(firstDay, weekStartsOn)
  return daysOfWeek(week, weekStartsOn).start === firstDay ? week : addWeeks(week, 1)
}

/** The Mondays from one to another, both included. */
export function weeksBetween(first: Day, last: Day): Day[] {
  const count = (dayNumber(last) - dayNumber(first)) / 7 + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => addWeeks(first, index))
}
