import type { Store } from '#main/store/engine/database.ts'
import type { Saved, View } from '#main/store/engine/items.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import { milestoneEntity, planEntity, stageEntity } from '#main/store/entities/plan.ts'
import { addDays, addYears, differenceInDays } from '#shared/domain/calendar/calendar.ts'
import { layStages, rescaleDay, type StagePeriod } from '#shared/domain/gates/stage-schedule.ts'
import type { Day } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { MilestoneFields, PlanFields, StageFields } from '#shared/model/plan.ts'
import { listMilestones, listStages, requirePlan } from './plan-store.ts'

type Plan = Pick<PlanFields, 'startDay' | 'horizonYears'>

const lengthOf = ({ plannedStart, plannedEnd }: StagePeriod): number =>
  Math.max(1, differenceInDays(plannedEnd, plannedStart))

/** Where the stages that are not passed begin: the day the last gate was passed, else the start of the plan. */
function openFrom(stages: StageFields[], plan: Plan): Day {
  return stages.reduce((from, { passedOn }) => (passedOn !== null && passedOn > from ? passedOn : from), plan.startDay)
}

/**
 * Lays stages that are not passed over the time left in the plan, in the proportions given (days).
 *
 * @param field where VALIDATION `horizon.tooShort` is shown when there is not a day for each
 */
function layOpenStages(stages: StageFields[], plan: Plan, shares: number[], field: string): StagePeriod[] {
  const from = openFrom(stages, plan)
  const until = addYears(plan.startDay, plan.horizonYears)
  if (differenceInDays(until, from) < shares.length)
    throw new Failure('VALIDATION', { issues: [{ path: [field], message: 'horizon.tooShort' }] })
  return layStages(from, until, shares)
}

interface StageMove {
  uid: string
  period: StagePeriod
  /** New day of a milestone of the stage that is not done. */
  dayOf(milestone: MilestoneFields): Day
}

/** Moves a stage to its new days, and its open milestones with it. */
export function replanStage(w: Writer, milestones: View<MilestoneFields>[], { uid, period, dayOf }: StageMove): void {
  w.update(stageEntity, uid, period)
  for (const milestone of milestones)
    if (milestone.stageUid === uid && milestone.doneDay === null)
      w.update(milestoneEntity, milestone.uid, { plannedDay: dayOf(milestone) })
}

/** Gives each stage the new period of the same index. Milestones of the first 90 days follow the start of the plan. */
function fitStages(
  store: Store,
  w: Writer,
  { open, periods, startShift }: { open: View<StageFields>[]; periods: StagePeriod[]; startShift: number },
): void {
  const milestones = listMilestones(store)
  for (const [index, stage] of open.entries()) {
    const period = periods[index] ?? stage
    const dayOf = ({ first90, plannedDay }: MilestoneFields) =>
      first90 ? addDays(plannedDay, startShift) : rescaleDay(plannedDay, stage, period)
    replanStage(w, milestones, { uid: stage.uid, period, dayOf })
  }
}

/** New days of the plan: its start, its length, or both. */
export interface PlanDays {
  startDay?: Day | undefined
  horizonYears?: number | undefined
}

/** Fits stages not passed and milestones not done into the given start day and horizon, within an action. */
export function rescheduleWithin(store: Store, w: Writer, input: PlanDays): void {
  const before = requirePlan(store)
  const { startDay = before.startDay, horizonYears = before.horizonYears } = input
  const stages = listStages(store)
  const open = stages.filter(({ passedOn }) => passedOn === null)
  const periods = layOpenStages(stages, { startDay, horizonYears }, open.map(lengthOf), 'horizonYears')
  const startShift = differenceInDays(startDay, before.startDay)
  w.update(planEntity, before.uid, { startDay, horizonYears })
  fitStages(store, w, { open, periods, startShift })
}

/** Fits stages not passed and milestones not done into the given start day and horizon, as one undoable action. */
export function reschedulePlan(store: Store, input: PlanDays): Saved {
  const { uid } = requirePlan(store)
  const { batchId } = write(store, 'plan.reschedule', (w) => rescheduleWithin(store, w, input))
  return { uid, batchId }
}

/**
 * Makes room for a new stage among the open ones: these keep their proportions within the time left in the plan, and
 * the new one gets their mean length. Answers the days of the new stage, which will have the place `index` among the
 * open ones.
 */
export function makeRoom(store: Store, w: Writer, index: number): StagePeriod {
  const stages = listStages(store)
  const open = stages.filter(({ passedOn }) => passedOn === null)
  const lengths = open.map(lengthOf)
  const mean = open.length === 0 ? 1 : lengths.reduce((sum, days) => sum + days, 0) / open.length
  const [...periods] = layOpenStages(stages, requirePlan(store), lengths.toSpliced(index, 0, mean), 'plannedEnd')
  const [room] = periods.splice(index, 1)
  if (room === undefined) throw new RangeError(`No place ${index} among ${open.length} open stages`)
  fitStages(store, w, { open, periods, startShift: 0 })
  return room
}
