import { askedFields, create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import { refuseFutureDay } from '#main/store/engine/days.ts'
import { type Change, getItem, type Saved, type View } from '#main/store/engine/items.ts'
import { nextPosition, placeAt, writeOrder } from '#main/store/engine/order.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import type { Patch } from '#main/store/entities/entity.ts'
import { milestoneEntity } from '#main/store/entities/plan.ts'
import type { MilestoneFields } from '#shared/model/plan.ts'
import { listMilestones } from './plan-store.ts'

const siblingsOf = (store: Store, stageUid: string | undefined): View<MilestoneFields>[] =>
  listMilestones(store).filter((milestone) => milestone.stageUid === stageUid)

/** Adds a milestone as the last of its stage. */
export function createMilestone(
  store: Store,
  input: { uid?: string | undefined; fields: Patch<MilestoneFields> },
): Saved {
  refuseFutureDay(store, 'doneDay', input.fields.doneDay)
  const { uid, fields } = input
  return create(store, {
    entity: milestoneEntity,
    label: 'milestone.create',
    uid,
    asked: askedFields(milestoneEntity, fields, 'key', 'position'),
    insert: (w) => {
      const position = nextPosition(siblingsOf(store, fields.stageUid))
      return w.insert(milestoneEntity, { ...fields, position }, uid)
    },
    repeat: (w, same, patch) => changeMilestone(store, w, { uid: same, patch }),
  })
}

function changeMilestone(store: Store, w: Writer, { uid, patch, base }: Change<MilestoneFields>): void {
  const { stageUid } = getItem(store, milestoneEntity, uid)
  const target = patch.stageUid ?? stageUid
  const place = target === stageUid ? {} : { position: nextPosition(siblingsOf(store, target)) }
  w.update(milestoneEntity, uid, { ...patch, ...place }, base)
}

/** Changes a milestone; when it moves to another stage, it becomes the last one there. */
export function updateMilestone(store: Store, input: Change<MilestoneFields>): Saved {
  refuseFutureDay(store, 'doneDay', input.patch.doneDay)
  const { batchId } = write(store, 'milestone.update', (w) => changeMilestone(store, w, input))
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
