import { askedFields, create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import { type Change, getItem, listItems, type Saved, type View } from '#main/store/engine/items.ts'
import { placeAt, writeOrder } from '#main/store/engine/order.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import type { Patch } from '#main/store/entities/entity.ts'
import { stageEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { differenceInDays, findDayAfter } from '#shared/domain/calendar/calendar.ts'
import { shiftFollowing } from '#shared/domain/gates/stage-shift.ts'
import { brokenGates } from '#shared/domain/keeping/workspace-rules.ts'
import type { Day } from '#shared/model/common.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import type { MilestoneFields, StageFields } from '#shared/model/plan.ts'
import { listMilestones, listStages } from './plan-store.ts'
import { makeRoom, replanStage } from './schedule-store.ts'

interface NewStage {
  uid?: string | undefined
  fields: Patch<StageFields>
  at?: number | undefined
}

/** Adds a stage, moving those after it one place on; without planned days the open stages make room. */
export function createStage(store: Store, input: NewStage): Saved {
  const { uid, fields } = input
  const { plannedStart, plannedEnd } = fields
  const isPlanned = plannedStart !== undefined || plannedEnd !== undefined
  return create(store, {
    entity: stageEntity,
    label: 'stage.create',
    uid,
    asked: askedFields(stageEntity, fields, 'key', 'position', ...(isPlanned ? [] : DAYS)),
    insert: (w) => insertStage(store, w, input, !isPlanned),
    repeat: (w, same, patch) => {
      w.update(stageEntity, same, patch)
      if (input.at !== undefined) placeStage(store, w, same, input.at)
    },
  })
}

const DAYS = ['plannedStart', 'plannedEnd'] as const

function insertStage(
  store: Store,
  w: Writer,
  { uid, fields, at = Number.MAX_SAFE_INTEGER }: NewStage,
  needsRoom: boolean,
) {
  const stages = listStages(store)
  const passed = stages.filter(({ passedOn }) => passedOn !== null).length
  const position = Math.min(at, stages.length)
  if (position < passed) refuse('gate-order')
  const room = needsRoom ? makeRoom(store, w, position - passed) : {}
  const made = w.insert(stageEntity, { ...fields, ...room, position }, uid)
  const order = placeAt(
    stages.map((stage) => stage.uid),
    made,
    position,
  )
  writeOrder(w, stageEntity, [...stages, { uid: made, position }], order)
  return made
}

function placeStage(store: Store, w: Writer, uid: string, to: number): void {
  const stages = listStages(store)
  const order = placeAt(
    stages.map((stage) => stage.uid),
    uid,
    to,
  )
  const placed = stages.map((stage) => ({ ...stage, position: order.indexOf(stage.uid) }))
  if ([...brokenGates(placed)].length > [...brokenGates(stages)].length) refuse('gate-order')
  writeOrder(w, stageEntity, stages, order)
}

/** Puts a stage at another place. Passed gates stay before open ones, and in the order of their days. */
export function moveStage(store: Store, input: { uid: string; to: number }): Saved {
  getItem(store, stageEntity, input.uid)
  const { batchId } = write(store, 'stage.move', (w) => placeStage(store, w, input.uid, input.to))
  return { uid: input.uid, batchId }
}

/** Changes a stage; with `shift` what follows it moves with its planned end. */
export function updateStage(store: Store, input: Change<StageFields> & { shift: boolean }): Saved {
  const { uid, patch, base, shift } = input
  const { batchId } = write(store, 'stage.update', (w) => {
    const stages = listStages(store)
    w.update(stageEntity, uid, patch, base)
    const { plannedEnd } = patch
    if (shift && plannedEnd !== undefined) shiftAfter(store, w, stages, { uid, plannedEnd })
  })
  return { uid, batchId }
}

/**
 * Moves the stages that were planned after a stage, with their milestones; VALIDATION `day.tooFar` where one would
 * leave the calendar.
 */
function shiftAfter(
  store: Store,
  w: Writer,
  stages: View<StageFields>[],
  change: { uid: string; plannedEnd: Day },
): void {
  const { uid, plannedEnd } = change
  const before = stages.find((stage) => stage.uid === uid)
  if (before === undefined) return
  const days = differenceInDays(plannedEnd, before.plannedEnd)
  const milestones = listMilestones(store)
  const dayOf = ({ plannedDay }: MilestoneFields) => findDayAfter(plannedDay, days) ?? refuseTooFar()
  for (const { uid: following, ...period } of shiftFollowing(stages, uid, plannedEnd) ?? refuseTooFar())
    replanStage(w, milestones, { uid: following, period, dayOf })
}

function refuseTooFar(): never {
  throw new Failure('VALIDATION', { issues: [{ path: ['plannedEnd'], message: 'day.tooFar' }] })
}

/** Removes a stage with its milestones, its gate and the targets skills have for it. */
export function removeStage(store: Store, input: { uid: string }): Saved {
  const { batchId } = write(store, 'stage.remove', (w) => {
    for (const { uid, targets } of listItems(store, skillEntity, { leaveOut: ['levels'] })) {
      if (!(input.uid in targets)) continue
      const { [input.uid]: _gone, ...rest } = targets
      w.update(skillEntity, uid, { targets: rest })
    }
    w.remove(stageEntity, input.uid)
  })
  return { uid: input.uid, batchId }
}
