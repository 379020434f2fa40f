import type { TimeZone } from '#shared/domain/calendar/time-zone.ts'
import type { Day } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { Store } from './database.ts'

/**
 * The same store as seen from another time zone, for one request. Everything except `zone` is shared with the store,
 * also what changes while the request runs: an exchanged database, a held store.
 */
export function inZone(store: Store, zone: TimeZone): Store {
  const named = () => zone
  return new Proxy(store, { get: (target, key) => (key === 'zone' ? named : Reflect.get(target, key)) })
}

/** The user's day now: in the zone of the page that asks, else of the system. */
export function today(store: Store): Day {
  return store.zone().dayOf(store.clock())
}

/** Refuses a future day where only facts are recorded; VALIDATION `day.future` at `field`. */
export function refuseFutureDay(store: Store, field: string, day: Day | null | undefined): void {
  if (day !== null && day !== undefined && day > today(store))
    throw new Failure('VALIDATION', { issues: [{ path: [field], message: 'day.future' }] })
}
