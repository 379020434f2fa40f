import { addDays, addYears, dayParts, differenceInDays, weekStart } from '#shared/domain/calendar/calendar.ts'
import type { Day } from '#shared/model/common.ts'

/** How the story's days fall on the calendar of a demo that ends today. */
export interface DemoCalendar {
  /** First day of the plan, a Monday. */
  start: Day
  /** Today as a story day. */
  today: number
  /** The calendar day of a story day, unchanged. */
  day(offset: number): Day
  /** The same story day or the next working day; today at the latest. Keeps the order of the story. */
  workday(offset: number): number
  isWorkday(offset: number): boolean
  /** Free time in which the person studies: not on New Year's Eve and not on holiday. */
  isStudyDay(offset: number): boolean
}

/** Days nobody works on, as month and day. */
const HOLIDAYS = new Set(['12-31', '01-01', '01-02', '01-03', '02-23', '03-08', '05-01', '05-09', '06-12', '11-04'])

/** Weekdays 0-4 of a story week are Monday to Friday, because day 0 is a Monday. */
const isWeekday = (offset: number) => ((offset % 7) + 7) % 7 < 5

/** Two weeks in August. */
function isVacation(day: Day): boolean {
  const { month, day: dayOfMonth } = dayParts(day)
  return month === 8 && dayOfMonth >= 4 && dayOfMonth <= 17
}

/**
 * Lays the story over the three years before `today`. The plan's third year ends 21-27 days later, so that the next review is
 * due soon and not yet late.
 */
export function layOut(today: Day): DemoCalendar {
  const start = weekStart(addDays(addYears(today, -3), 27), 1)
  const end = differenceInDays(today, start)
  const day = (offset: number) => addDays(start, offset)
  const isOpen = (offset: number) => isWeekday(offset) && !HOLIDAYS.has(day(offset).slice(5))
  const workday = (offset: number) => {
    if (offset > end) return offset
    let next = offset
    while (next <= end && !isOpen(next)) next += 1
    if (next <= end) return next
    while (!isOpen(next)) next -= 1
    return next
  }
  return {
    start,
    today: end,
    day,
    workday,
    isWorkday: (offset) => isOpen(offset) && !isVacation(day(offset)),
    isStudyDay: (offset) => !isVacation(day(offset)) && !HOLIDAYS.has(day(offset).slice(5)),
  }
}
