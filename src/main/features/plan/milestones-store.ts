import type { Store } from '#main/store/database.ts'
import { refuseFutureDay } from '#main/store/days.ts'
import { milestoneEntity } from '#main/store/entities/plan.ts'
import type { Patch } from '#main/store/entity.ts'
import { getItem, type Saved, type View } from '#main/store/items.ts'
import { nextPosition, placeAt, writeOrder } from '#main/store/order.ts'
import { write } from '#main/store/writer.ts'
import type { MilestoneFields } from '#shared/model/plan.ts'
import { listMilestones } from './plan-store.ts'

const siblingsOf = (store: Store, stageUid: string | undefined): View<MilestoneFields>[] =>
  listMilestones(store).filter((milestone) => milestone.stageUid === stageUid)

/** Milestones of one stage, or of all. */
export function findMilestones(store: Store, input: { stageUid?: string | undefined }): View<MilestoneFields>[] {
  return input.stageUid === undefined ? listMilestones(store) : siblingsOf(store, input.stageUid)
}

/** Adds a milestone as the last of its stage. */
export function createMilestone(
  store: Store,
  input: { uid?: string | undefined; fields: Patch<MilestoneFields> },
): Saved {
  refuseFutureDay(store, 'doneDay', input.fields.doneDay)
  const { result, batchId } = write(store, 'milestone.create', (w) => {
    const position = nextPosition(siblingsOf(store, input.fields.stageUid))
    return w.insert(milestoneEntity, { ...input.fields, position }, input.uid)
  })
  return { uid: result, batchId }
}

/** Changes a milestone; one that goes to another stage becomes the last there. */
export function updateMilestone(store: Store, input: { uid: string; patch: Patch<MilestoneFields> }): Saved {
  refuseFutureDay(store, 'doneDay', input.patch.doneDay)
  const { batchId } = write(store, 'milestone.update', (w) => {
    const { stageUid } = getItem(store, milestoneEntity, input.uid)
    const target = input.patch.stageUid ?? stageUid
    const place = target === stageUid ? {} : { position: nextPosition(siblingsOf(store, target)) }
    w.update(milestoneEntity, input.uid, { ...input.patch, ...place })
  })
  return { uid: input.uid, batchId }
}

/** Puts a milestone at another place of its stage. */
export function moveMilestone(store: Store, input: { uid: string; to: number }): Saved {
  const { batchId } = write(store, 'milestone.move', (w) => {
    const siblings = siblingsOf(store, getItem(store, milestoneEntity, input.uid).stageUid)
    const order = siblings.map(({ uid }) => uid)
    writeOrder(w, milestoneEntity, siblings, placeAt(order, input.uid, input.to))
  })
  return { uid: input.uid, batchId }
}
