import type { Day } from '#shared/model/common.ts'
import { addDays, differenceInDays, type WeekStart, weekStart } from './calendar.ts'
import { firstFullWeek, mondayOf } from './monday-weeks.ts'

/** Full weeks that the pace is the mean of. */
const PACE_WEEKS = 12

/** Sums of one day of the journal. */
export interface DayTotal {
  day: Day
  minutes: number
  activities: number
}

/** This week compared with the mean of the full weeks before it; in minutes. */
export interface WeekPace {
  start: Day
  minutes: number
  activities: number
  /** null = there is no full week yet. */
  paceMinutes: number | null
  paceWeeks: number
  /** The 12 full weeks before this one, oldest first. */
  weeks: { start: Day; minutes: number }[]
}

/** First day that `weekPace` needs. */
export function paceStart(today: Day, weekStartsOn: WeekStart): Day {
  return addDays(weekStart(today, weekStartsOn), -7 * PACE_WEEKS)
}

/**
 * The pace is the mean of the last 12 full weeks. Weeks without activities count as zero; weeks before the journal's
 * first full week do not count, so that a new journal is not compared with an empty past.
 *
 * @param days days with activities from `paceStart` on; days after the present week are ignored
 * @param firstDay day of the oldest activity of all, null = the journal is empty
 */
export function weekPace(
  days: readonly DayTotal[],
  firstDay: Day | null,
  today: Day,
  weekStartsOn: WeekStart,
): WeekPace {
  const start = weekStart(today, weekStartsOn)
  const sums = Array.from({ length: PACE_WEEKS + 1 }, () => ({ minutes: 0, activities: 0 }))
  for (const { day, minutes, activities } of days) {
    const sum = sums[Math.floor(differenceInDays(day, paceStart(today, weekStartsOn)) / 7)]
    if (sum === undefined) continue
    sum.minutes += minutes
    sum.activities += activities
  }
  const thisWeek = sums[PACE_WEEKS] ?? { minutes: 0, activities: 0 }
  const before = sums.slice(0, PACE_WEEKS)
  const present = mondayOf(today, weekStartsOn)
  const weeksLogged = firstDay === null ? 0 : differenceInDays(present, firstFullWeek(firstDay, weekStartsOn)) / 7
  const paceWeeks = Math.min(PACE_WEEKS, Math.max(0, weeksLogged))
  const total = before.slice(PACE_WEEKS - paceWeeks).reduce((sum, { minutes }) => sum + minutes, 0)
  return {
    start,
    ...thisWeek,
    paceMinutes: paceWeeks === 0 ? null : total / paceWeeks,
    paceWeeks,
    weeks: before.map(({ minutes }, index) => ({ start: addDays(start, 7 * (index - PACE_WEEKS)), minutes })),
  }
}
