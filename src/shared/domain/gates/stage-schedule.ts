import type { Day } from '#shared/model/common.ts'
import type { TemplateMilestone } from '#shared/model/template.ts'
import { addDays, addYears, differenceInDays } from '../calendar/calendar.ts'

/** Planned days of a stage. Its end is the day of its gate and the start of the next stage. */
export type StagePeriod = { plannedStart: Day; plannedEnd: Day }

/**
 * Distributes the stages of a plan over its horizon by their shares: the last ends exactly `horizonYears` after
 * `startDay` (a plan of 29 February ends on the 28th in a common year).
 *
 * @throws RangeError when the horizon is not a whole number of 5-10 years or a share is not positive
 */
export function scheduleStages(startDay: Day, horizonYears: number, shares: readonly number[]): StagePeriod[] {
  if (!Number.isInteger(horizonYears) || horizonYears < 5 || horizonYears > 10)
    throw new RangeError(`The horizon must be 5-10 years: ${horizonYears}`)
  return layStages(startDay, addYears(startDay, horizonYears), shares)
}

/**
 * Distributes stages from one day to another by their shares.
 *
 * Stages touch: one ends on the day the next one starts. Shares need not add up to 1, because a person may add or
 * remove a stage; only their proportions count. A stage is at least one day long.
 *
 * @throws RangeError when there is not a day for each stage or a share is not positive
 */
export function layStages(startDay: Day, endDay: Day, shares: readonly number[]): StagePeriod[] {
  if (shares.some((share) => !(share > 0 && Number.isFinite(share))))
    throw new RangeError(`Shares must be positive: ${shares.join(', ')}`)

  const totalShare = shares.reduce((sum, share) => sum + share, 0)
  const totalDays = differenceInDays(endDay, startDay)
  if (totalDays < shares.length) throw new RangeError(`No day for each of ${shares.length} stages until ${endDay}`)
  let doneShare = 0
  let start = 0
  return shares.map((share, index) => {
    doneShare += share
    const stagesLeft = shares.length - index - 1
    // Whatever the shares are, this stage and those after it get at least a day each.
    const end = Math.min(Math.max(Math.round((doneShare / totalShare) * totalDays), start + 1), totalDays - stagesLeft)
    const period = { plannedStart: addDays(startDay, start), plannedEnd: addDays(startDay, end) }
    start = end
    return period
  })
}

/**
 * Planned day of a template milestone: for the first 90 days a number of days after the start of the plan, else a share
 * of its stage (0 = its first day, 1 = the day of its gate).
 */
export function scheduleMilestone(when: TemplateMilestone['when'], stage: StagePeriod, planStart: Day): Day {
  if ('dayOffset' in when) return addDays(planStart, when.dayOffset)
  return addDays(stage.plannedStart, Math.round(when.share * differenceInDays(stage.plannedEnd, stage.plannedStart)))
}

/**
 * The new day after its stage has moved: at the same share of the stage. A day outside the stage goes to the nearer
 * end.
 */
export function rescaleDay(day: Day, before: StagePeriod, after: StagePeriod): Day {
  const lengthBefore = Math.max(1, differenceInDays(before.plannedEnd, before.plannedStart))
  const share = Math.min(1, Math.max(0, differenceInDays(day, before.plannedStart) / lengthBefore))
  return addDays(after.plannedStart, Math.round(share * differenceInDays(after.plannedEnd, after.plannedStart)))
}
