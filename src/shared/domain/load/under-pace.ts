import type { Day } from '#shared/model/common.ts'
import { addWeeks, weeksBetween } from '../calendar/monday-weeks.ts'
import type { WeekTotal } from './load-weeks.ts'

/** After so many weeks in a row under the pace a quiet note says so. */
export const PACE_NOTE_WEEKS = 4

interface Pace {
  /** Minutes a week that the person means to give. */
  pace: number
  /** Monday of the first full week of the journal; what is before it is not held against anybody. */
  firstWeek: Day
  present: Day
}

/** Weeks in a row under the pace until the last one that is over, newest first. */
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
