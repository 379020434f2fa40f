import type { Day } from '#shared/model/common.ts'
import { addWeeks, type WeekTotal } from './load-weeks.ts'

/** After so many weeks in a row under the pace a quiet note says so. */
export const PACE_NOTE_WEEKS = 4

interface Pace {
  /** Minutes a week that the person means to give. */
  pace: number
  /** Monday of the week in which the journal began; weeks before it are not held against anybody. */
  firstWeek: Day
  present: Day
}

/** Weeks in a row under the pace until the last one that is over, newest first. */
export function weeksUnderPace(weeks: readonly WeekTotal[], { pace, firstWeek, present }: Pace): WeekTotal[] {
  const minutesOf = new Map(weeks.map(({ week, minutes }) => [week, minutes]))
  const under: WeekTotal[] = []
  for (let week = addWeeks(present, -1); week >= firstWeek; week = addWeeks(week, -1)) {
    const minutes = minutesOf.get(week) ?? 0
    if (minutes >= pace) break
    under.push({ week, minutes })
  }
  return under
}
