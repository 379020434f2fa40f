import type { Day } from '#shared/model/common.ts'
import { addDays, dayParts, daysInMonth } from './calendar.ts'

/** The days of a figure, both included, for a journal filter that shows the entries the figure sums up. */
export interface JournalDays {
  from: Day
  to: Day
}

export const yearDays = (year: number): JournalDays => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** `month` is `YYYY-MM`. */
export function monthDays(month: string): JournalDays {
  const from = `${month}-01`
  const { year, month: number } = dayParts(from)
  return { from, to: `${month}-${daysInMonth(year, number)}` }
}

/** `start` is the first day of the week. */
export const weekDays = (start: Day): JournalDays => ({ from: start, to: addDays(start, 6) })

/** The year that ends today, for recent practice. */
export const lastYearDays = (today: Day): JournalDays => ({ from: addDays(today, -364), to: today })
