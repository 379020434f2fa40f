import { localDay } from '#shared/domain/calendar.ts'
import type { Day } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { Store } from './database.ts'

/** The user's day now, in the time zone of the machine. */
export function today(store: Store): Day {
  return localDay(store.clock())
}

/** Refuses a day that has not come where only facts are written down; VALIDATION `day.future` at `field`. */
export function refuseFutureDay(store: Store, field: string, day: Day | null | undefined): void {
  if (day !== null && day !== undefined && day > today(store))
    throw new Failure('VALIDATION', { issues: [{ path: [field], message: 'day.future' }] })
}
