import { isoWeekKey } from '../calendar/calendar.ts'

/** The facts of a backup that retention needs. */
export interface RetainedBackup {
  name: string
  /** The user's day it was made on, by the clock of that moment. */
  day: string
  /** Order in which backups were made. */
  sequence: number
  verified: boolean
  pinned: boolean
}

/** How many days, weeks and months keep one backup each; every year keeps one forever. */
export const RETENTION = { daily: 7, weekly: 4, monthly: 12 } as const

const BUCKETS: { key(day: string): string; limit: number }[] = [
  { key: (day) => day, limit: RETENTION.daily },
  { key: isoWeekKey, limit: RETENTION.weekly },
  { key: (day) => day.slice(0, 7), limit: RETENTION.monthly },
  { key: (day) => day.slice(0, 4), limit: Number.POSITIVE_INFINITY },
]

/**
 * Names of the backups that are no longer needed. Each of the latest 7 days, 4 weeks, 12 months and of all years with a
 * backup keeps its last one.
 *
 * "Latest" is determined by the order of making, so no jump of the clock can make a good backup look old. Pinned
 * backups stay and do not count; unverified ones stay because their state is unknown; the newest verified one always
 * stays.
 */
export function expiredBackups(backups: readonly RetainedBackup[]): string[] {
  const verified = backups.filter((backup) => backup.verified).sort((a, b) => b.sequence - a.sequence)
  const kept = new Set(verified.slice(0, 1).map((backup) => backup.name))
  const candidates = verified.filter((backup) => !backup.pinned)
  for (const { key, limit } of BUCKETS) {
    const seen = new Set<string>()
    for (const { name, day } of candidates) {
      const bucket = key(day)
      if (seen.has(bucket) || seen.size >= limit) continue
      seen.add(bucket)
      kept.add(name)
    }
  }
  return candidates.filter((backup) => !kept.has(backup.name)).map((backup) => backup.name)
}
