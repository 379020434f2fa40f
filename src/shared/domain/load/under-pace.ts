import type { Day } from '#shared/model/common.ts'
import { addWeeks, weeksBetween } from '../calendar/monday-weeks.ts'
import type { WeekTotal } from './load-weeks.ts'

/** Weeks in a row below the pace after which a quiet note appears. */
export const PACE_NOTE_WEEKS = 4

interface Pace {
  /** Minutes a week the person intends to spend. */
  pace: number
  /** Monday of the journal's first full week; earlier weeks are ignored. */
  firstWeek: Day
  present: Day
}

/** Consecutive weeks below the pace up to the last complete week, newest first. */
export function weeksUnderPace(weeks: readonly WeekTotal[], { pace, firstWeek, present }: Pace): WeekTotal[] {
  const minutesOf = new Map(weeks.map(({ week, minutes }) => [week, minutes]))
  const under: WeekTotal[] = []
  for (const week of weeksBetween(firstWeek, addWeeks(present, -1)).reverse()) {
    const minutes = minutesOf.get(week) ?? 0
    if (minutes >= pace) break
    under.push({ week, minutes })
  }
  return under
}
