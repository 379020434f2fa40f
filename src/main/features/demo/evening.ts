import { dayParts } from '#shared/domain/calendar/calendar.ts'
import type { Day } from '#shared/model/common.ts'

/** Seven in the evening of a day, in the time zone of the machine: the time at which invented work is logged. */
export function eveningOf(day: Day): number {
  const { year, month, day: dayOfMonth } = dayParts(day)
  return new Date(year, month - 1, dayOfMonth, 19).getTime()
}
