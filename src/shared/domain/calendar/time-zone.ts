import type { Day } from '#shared/model/common.ts'
import { localDay, makeDay } from './calendar.ts'

/** The person's time zone, which decides the day of an instant. */
export interface TimeZone {
  /** The user's day at an instant (milliseconds since 1970 UTC); throws RangeError outside 1900-2199. */
  dayOf(instant: number): Day
}

/** The present time zone of this process or page. */
export const ownZone: TimeZone = { dayOf: localDay }

/** The IANA zone of this name (`Asia/Kathmandu`), null for an unknown name. Creating one is slow, so keep it. */
export function namedZone(name: string): TimeZone | null {
  try {
    const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: name,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    return { dayOf: (instant) => toDay(format.formatToParts(instant), instant) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function toDay(parts: Intl.DateTimeFormatPart[], instant: number): Day {
  const number = (type: 'year' | 'month' | 'day') => Number(parts.find((part) => part.type === type)?.value)
  const day = makeDay(number('year'), number('month'), number('day'))
  if (day === null) throw new RangeError(`Instant ${instant} is outside 1900-2199`)
  return day
}
