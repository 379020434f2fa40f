import type { Day } from '#shared/model/common.ts'
import { addDays, differenceInDays } from '../calendar/calendar.ts'

/** A stage of the plan in the order of the plan, as far as its days are concerned. */
export interface PlannedStage {
  uid: string
  plannedStart: Day
  plannedEnd: Day
  passedOn: Day | null
}

export interface ShiftedStage {
  uid: string
  plannedStart: Day
  plannedEnd: Day
}

/**
 * Where the stages after one come to lie when its planned end moves: each moves by as many days and keeps its length. What is
 * passed stays where it was. `stages` in the order of the plan.
 */
export function shiftFollowing(stages: readonly PlannedStage[], uid: string, plannedEnd: Day): ShiftedStage[] {
  const at = stages.findIndex((stage) => stage.uid === uid)
  const moved = stages[at]
  if (moved === undefined) return []
  const days = differenceInDays(plannedEnd, moved.plannedEnd)
  if (days === 0) return []
  return stages
    .slice(at + 1)
    .filter(({ passedOn }) => passedOn === null)
    .map((stage) => ({
      uid: stage.uid,
      plannedStart: addDays(stage.plannedStart, days),
      plannedEnd: addDays(stage.plannedEnd, days),
    }))
}

/** Days two stages share (`overlap`) or leave free between them (`gap`). */
export interface Seam<Stage> {
  kind: 'overlap' | 'gap'
  days: number
  /** The neighbour at this seam. */
  stage: Stage
}

/** Where a stage with such planned days does not lie right between its neighbours. `stages` in the order of the plan. */
export function findSeams<Stage extends PlannedStage>(
  stages: readonly Stage[],
  uid: string,
  { plannedStart, plannedEnd }: Pick<PlannedStage, 'plannedStart' | 'plannedEnd'>,
): Seam<Stage>[] {
  const at = stages.findIndex((stage) => stage.uid === uid)
  if (at < 0) return []
  const [before, after] = [stages[at - 1], stages[at + 1]]
  return [
    ...(before ? toSeam(before, differenceInDays(plannedStart, before.plannedEnd)) : []),
    ...(after ? toSeam(after, differenceInDays(after.plannedStart, plannedEnd)) : []),
  ]
}

/** Stages touch: one ends on the day the next one begins. */
function toSeam<Stage>(stage: Stage, between: number): Seam<Stage>[] {
  return between === 0 ? [] : [{ kind: between < 0 ? 'overlap' : 'gap', days: Math.abs(between), stage }]
}
