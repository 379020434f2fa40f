import { TIME_ZONE_HEADER, TIME_ZONE_PARAMETER } from '#shared/contract/transport.ts'
import { namedZone, type TimeZone } from '#shared/domain/calendar/time-zone.ts'
import { refuse } from '#shared/model/failure.ts'

/** Number of zones kept ready: a person is in one zone, and in a few more while travelling. */
const KEPT = 20

/**
 * Reads the time zone a page names with its request: in a header or, for a download, in the address, because a download
 * cannot set headers. Null when no zone is named, as by the terminal; the system's zone then counts. Throws REFUSED
 * `time-zone-unknown`.
 */
export function createZoneReader(): (request: Request) => TimeZone | null {
  const kept = new Map<string, TimeZone>()
  return (request) => {
    const name = request.headers.get(TIME_ZONE_HEADER) ?? new URL(request.url).searchParams.get(TIME_ZONE_PARAMETER)
    if (name === null) return null
    const zone = kept.get(name) ?? namedZone(name)
    if (zone === null) refuse('time-zone-unknown', name.slice(0, 100))
    if (kept.size >= KEPT) kept.clear()
    kept.set(name, zone)
    return zone
  }
}
