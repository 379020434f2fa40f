import { ownZone, type TimeZone } from '#shared/domain/calendar/time-zone.ts'

/**
 * The zone of the system at this moment. A running Node keeps the zone it has read once; setting `TZ`, or deleting it where
 * it is not set, is how it is told to read again. That takes some 50 µs.
 */
export function systemZone(): TimeZone {
  const { TZ } = process.env
  if (TZ === undefined) delete process.env.TZ
  else process.env.TZ = TZ
  return ownZone
}
