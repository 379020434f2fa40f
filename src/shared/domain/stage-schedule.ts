import type { Day } from '#shared/model/common.ts'
import type { TemplateMilestone } from '#shared/model/template.ts'
import { addDays, addYears, differenceInDays } from './calendar.ts'

/** Planned days of a stage. Its end is the day of its gate and the start of the stage that follows. */
export type StagePeriod = { plannedStart: Day; plannedEnd: Day }

/**
 * Lays the stages of a plan over its horizon, each as long as its share of it.
 *
 * Stages touch: one ends on the day the next one starts, and the last ends exactly `horizonYears` after `startDay`
 * (a plan of 29 February ends on the 28th in a common year). Shares need not add up to 1, as a person may remove a
 * stage; only their proportions count. A stage is at least one day long.
 *
 * @throws RangeError when the horizon is not a whole number of 5-10 years or a share is not positive
 */
export function scheduleStages(startDay: Day, horizonYears: number, shares: readonly number[]): StagePeriod[] {
  if (!Number.isInteger(horizonYears) || horizonYears < 5 || horizonYears > 10)
    throw new RangeError(`The horizon must be 5-10 years: ${horizonYears}`)
  if (shares.some((share) => !(share > 0 && Number.isFinite(share))))
    throw new RangeError(`Shares must be positive: ${shares.join(', ')}`)

  const totalShare = shares.reduce((sum, share) => sum + share, 0)
  const totalDays = differenceInDays(addYears(startDay, horizonYears), startDay)
  let doneShare = 0
  let start = 0
  return shares.map((share, index) => {
    doneShare += share
    const stagesLeft = shares.length - index - 1
    // Whatever the shares are, this stage and those that follow get a day each.
    const end = Math.min(Math.max(Math.round((doneShare / totalShare) * totalDays), start + 1), totalDays - stagesLeft)
    const period = { plannedStart: addDays(startDay, start), plannedEnd: addDays(startDay, end) }
    start = end
    return period
  })
}

/**
 * Planned day of a template milestone: days after the start of the plan for the first 90 days, else a share of its
 * stage (0 = its first day, 1 = the day of its gate).
 */
export function scheduleMilestone(when: TemplateMilestone['when'], stage: StagePeriod, planStart: Day): Day {
  if ('dayOffset' in when) return addDays(planStart, when.dayOffset)
  return addDays(stage.plannedStart, Math.round(when.share * differenceInDays(stage.plannedEnd, stage.plannedStart)))
}
