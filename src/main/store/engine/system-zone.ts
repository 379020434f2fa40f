import { ownZone, type TimeZone } from '#shared/domain/calendar/time-zone.ts'

/**
 * The zone of the system at this moment. A running Node keeps the zone it has read once. Setting `TZ`, or deleting it
 * where it is not set, makes Node read the zone again, which takes some 50 µs.
 */
export function systemZone(): TimeZone {
  const { TZ } = process.env
  if (TZ === undefined) delete process.env.TZ
  else process.env.TZ = TZ
  return ownZone
}
