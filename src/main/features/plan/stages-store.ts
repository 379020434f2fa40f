import type { Store } from '#main/store/database.ts'
import { stageEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import type { Patch } from '#main/store/entity.ts'
import { getItem, listItems, type Saved } from '#main/store/items.ts'
import { placeAt, writeOrder } from '#main/store/order.ts'
import { write } from '#main/store/writer.ts'
import { refuse } from '#shared/model/failure.ts'
import type { StageFields } from '#shared/model/plan.ts'
import { listStages } from './plan-store.ts'
import { makeRoom } from './schedule-store.ts'

/** Adds a stage, moving those after it one place on; without planned days the open stages make room. */
export function createStage(
  store: Store,
  input: { uid?: string | undefined; fields: Patch<StageFields>; at?: number | undefined },
): Saved {
  const { result, batchId } = write(store, 'stage.create', (w) => {
    const stages = listStages(store)
    const passed = stages.filter(({ passedOn }) => passedOn !== null).length
    const at = Math.min(input.at ?? stages.length, stages.length)
    if (at < passed) refuse('gate-order')
    const { plannedStart, plannedEnd } = input.fields
    const room = plannedStart === undefined && plannedEnd === undefined ? makeRoom(store, w, at - passed) : {}
    const uid = w.insert(stageEntity, { ...input.fields, ...room, position: at }, input.uid)
    const order = placeAt(
      stages.map((stage) => stage.uid),
      uid,
      at,
    )
    writeOrder(w, stageEntity, [...stages, { uid, position: at }], order)
    return uid
  })
  return { uid: result, batchId }
}

/** Puts a stage at another place. Passed gates stay before open ones. */
export function moveStage(store: Store, input: { uid: string; to: number }): Saved {
  getItem(store, stageEntity, input.uid)
  const { batchId } = write(store, 'stage.move', (w) => {
    const stages = listStages(store)
    const order = placeAt(
      stages.map((stage) => stage.uid),
      input.uid,
      input.to,
    )
    const open = new Set(stages.filter(({ passedOn }) => passedOn === null).map(({ uid }) => uid))
    const firstOpen = order.findIndex((uid) => open.has(uid))
    if (firstOpen !== -1 && order.slice(firstOpen).some((uid) => !open.has(uid))) refuse('gate-order')
    writeOrder(w, stageEntity, stages, order)
  })
  return { uid: input.uid, batchId }
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

/** Sets or takes away the target levels of several skills for one stage. */
export function setStageTargets(
  store: Store,
  input: { stageUid: string; targets: { skillUid: string; level: number | null }[] },
): Saved {
  getItem(store, stageEntity, input.stageUid)
  const { batchId } = write(store, 'stage.targets', (w) => {
    for (const { skillUid, level } of input.targets) {
      const { [input.stageUid]: _before, ...rest } = getItem(store, skillEntity, skillUid).targets
      w.update(skillEntity, skillUid, { targets: level === null ? rest : { ...rest, [input.stageUid]: level } })
    }
  })
  return { uid: input.stageUid, batchId }
}
