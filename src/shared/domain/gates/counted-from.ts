import type { Day } from '#shared/model/common.ts'
import type { RequirementFields } from '#shared/model/plan.ts'

/**
 * The data that determine when a stage begins: the stages in the order of the plan, and the plan's first day (null = no
 * plan).
 */
export interface PlanDays {
  startDay: Day | null
  stages: readonly { uid: string; passedOn: Day | null }[]
}

/** The first day that counts; null = any day; `notYet` = the stage has not begun, so nothing counts yet. */
export type CountedFrom = Day | null | 'notYet'

/**
 * A stage begins on the day the previous gate was passed, and the first stage with the plan; the day of passing counts
 * for both stages. The planned days of a stage do not matter.
 */
function stageBegin({ startDay, stages }: PlanDays, stageUid: string): CountedFrom {
  const place = stages.findIndex(({ uid }) => uid === stageUid)
  if (place <= 0) return startDay
  return stages[place - 1]?.passedOn ?? 'notYet'
}

/** The first day that counts for a requirement. */
export function countedFrom(
  { since, stageUid }: Pick<RequirementFields, 'since' | 'stageUid'>,
  days: PlanDays,
): CountedFrom {
  switch (since) {
    case 'always':
      return null
    case 'plan':
      return days.startDay
    case 'stage':
      return stageBegin(days, stageUid)
  }
}
