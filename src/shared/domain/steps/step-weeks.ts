import type { Day } from '#shared/model/common.ts'
import type { StepFields } from '#shared/model/step.ts'

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
