import type { Day } from '#shared/model/common.ts'
import type { StepFields } from '#shared/model/step.ts'
import { addDays, type WeekStart, weekStart } from '../calendar/calendar.ts'
import type { Period } from '../calendar/plan-years.ts'

/** Monday of the week of the user's calendar that a day lies in: where weeks begin on Sunday, the day after that. */
export function stepWeek(day: Day, weekStartsOn: WeekStart): Day {
  return addDays(weekStart(day, weekStartsOn), weekStartsOn === 1 ? 0 : 1)
}

/** First and last day of a week that is known by its Monday. */
export function daysOfWeek(week: Day, weekStartsOn: WeekStart): Period {
  const start = addDays(week, weekStartsOn - 1)
  return { start, end: addDays(start, 6) }
}

type Weekly = Pick<StepFields, 'week' | 'status'>

/** Steps by when they are for; what was declined is in no week. */
export interface StepWeeks<S> {
  now: S[]
  later: S[]
  /** Planned for a week that is over: done, still wanted, or not? */
  left: S[]
  /** Weeks that are over, the newest first, with what became of their steps. */
  past: { week: Day; steps: S[] }[]
}

/** Sorts steps into weeks, seen from the present one. What was dropped is told only of weeks that are over. */
export function sortIntoWeeks<S extends Weekly>(steps: readonly S[], present: Day): StepWeeks<S> {
  const taken = steps.filter(({ status }) => status !== 'declined')
  const open = taken.filter(({ status }) => status !== 'dropped')
  const over = taken.filter(({ week, status }) => week < present && status !== 'planned')
  const past = [...Map.groupBy(over, ({ week }) => week)].map(([week, ofWeek]) => ({ week, steps: ofWeek }))
  return {
    now: open.filter(({ week }) => week === present),
    later: open.filter(({ week }) => week > present),
    left: taken.filter(({ week, status }) => week < present && status === 'planned'),
    past: past.sort((one, other) => (one.week < other.week ? 1 : -1)),
  }
}
