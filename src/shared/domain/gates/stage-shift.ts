import type { Day } from '#shared/model/common.ts'
import { differenceInDays, findDayAfter } from '../calendar/calendar.ts'

/** The days of a stage. */
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
 * The new days of the stages after one whose planned end moves: each moves by as many days and keeps its length. Passed
 * stages do not move. `stages` are in the order of the plan. Null if a stage would leave the calendar.
 */
export function shiftFollowing(stages: readonly PlannedStage[], uid: string, plannedEnd: Day): ShiftedStage[] | null {
  const at = stages.findIndex((stage) => stage.uid === uid)
  const moved = stages[at]
  if (moved === undefined) return []
  const days = differenceInDays(plannedEnd, moved.plannedEnd)
  if (days === 0) return []
  const shifted: ShiftedStage[] = []
  for (const stage of stages.slice(at + 1)) {
    if (stage.passedOn !== null) continue
    const [start, end] = [findDayAfter(stage.plannedStart, days), findDayAfter(stage.plannedEnd, days)]
    if (start === null || end === null) return null
    shifted.push({ uid: stage.uid, plannedStart: start, plannedEnd: end })
  }
  return shifted
}

/** Days that a stage has in common with another one (`overlap`), or free days between it and its neighbour (`gap`). */
export interface Seam<Stage> {
  kind: 'overlap' | 'gap'
  days: number
  /** The other stage. */
  stage: Stage
}

/** A passed stage has ended on the day its gate was passed. */
const endOf = ({ plannedEnd, passedOn }: PlannedStage): Day => passedOn ?? plannedEnd

/**
 * Overlaps of a stage that is not passed with others, and gaps beside it, if it had these planned days. Stages should
 * touch: one ends on the day the next one begins. `stages` are in the order of the plan.
 */
export function findSeams<Stage extends PlannedStage>(
  stages: readonly Stage[],
  uid: string,
  { plannedStart, plannedEnd }: Pick<PlannedStage, 'plannedStart' | 'plannedEnd'>,
): Seam<Stage>[] {
  const at = stages.findIndex((stage) => stage.uid === uid)
  if (at < 0 || stages[at]?.passedOn !== null) return []
  return stages.flatMap((stage, index): Seam<Stage>[] => {
    if (index === at) return []
    const end = endOf(stage)
    const shared = differenceInDays(end < plannedEnd ? end : plannedEnd, later(stage.plannedStart, plannedStart))
    if (shared > 0) return [{ kind: 'overlap', days: shared, stage }]
    if (Math.abs(index - at) > 1) return []
    const free = index < at ? differenceInDays(plannedStart, end) : differenceInDays(stage.plannedStart, plannedEnd)
    return free > 0 ? [{ kind: 'gap', days: free, stage }] : []
  })
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)
