import type { Day } from '#shared/model/common.ts'
import type { RequirementFields } from '#shared/model/plan.ts'

/** What a stage's beginning is known from: the stages in the order of the plan, and the plan's first day (null = no plan). */
export interface PlanDays {
  startDay: Day | null
  stages: readonly { uid: string; passedOn: Day | null }[]
}

/** The first day that counts; null = any day does; `notYet` = the stage has not begun, so nothing can count yet. */
export type CountedFrom = Day | null | 'notYet'

/**
 * A stage begins on the day the gate before it was passed, and the first one with the plan: that day counts for both. The planned days of a
 * stage are a wish and say nothing about it.
 */
function stageBegin({ startDay, stages }: PlanDays, stageUid: string): CountedFrom {
  const place = stages.findIndex(({ uid }) => uid === stageUid)
  if (place <= 0) return startDay
  return stages[place - 1]?.passedOn ?? 'notYet'
}

/** From which day on what is done counts for a requirement. */
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
