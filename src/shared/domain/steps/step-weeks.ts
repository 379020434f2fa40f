import type { Day } from '#shared/model/common.ts'
import type { StepFields } from '#shared/model/step.ts'

type Weekly = Pick<StepFields, 'week' | 'status'>

/** Steps by their week; declined steps belong to none. */
export interface StepWeeks<S> {
  now: S[]
  later: S[]
  /** Planned for a past week: done, still wanted, or not? */
  left: S[]
  /** Past weeks, the newest first, with the outcome of their steps. */
  past: { week: Day; steps: S[] }[]
}

/** Sorts steps into weeks relative to the present one. Dropped steps are listed in past weeks only. */
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
