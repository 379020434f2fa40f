import { askedFields, create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import { type Change, getItem, type Saved, type View } from '#main/store/engine/items.ts'
import { nextPosition, placeAt, writeOrder } from '#main/store/engine/order.ts'
import { reconcile } from '#main/store/engine/reconcile.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import { applyPatch, type Patch } from '#main/store/entities/entity.ts'
import { requirementEntity } from '#main/store/entities/plan.ts'
import { foreignFields, ownFields } from '#shared/domain/gates/requirement-fields.ts'
import { Failure } from '#shared/model/failure.ts'
import { emptyRequirement, type RequirementFields } from '#shared/model/plan.ts'
import { listRequirements } from './plan-store.ts'

/** The fields that belong to other kinds, emptied. */
function emptyOthers(fields: RequirementFields): Patch<RequirementFields> {
  return Object.fromEntries(foreignFields(fields).map((name) => [name, emptyRequirement[name]]))
}

const siblingsOf = (store: Store, stageUid: string | undefined): View<RequirementFields>[] =>
  listRequirements(store).filter((requirement) => requirement.stageUid === stageUid)

/** Adds a requirement as the last of its gate. */
export function createRequirement(
  store: Store,
  input: { uid?: string | undefined; fields: Patch<RequirementFields> },
): Saved {
  const { uid } = input
  const given = applyPatch(emptyRequirement, input.fields)
  const fields = ownFields(given)
  return create(store, {
    entity: requirementEntity,
    label: 'requirement.create',
    uid,
    asked: askedFields(requirementEntity, fields, 'position'),
    insert: (w) => {
      const position = nextPosition(siblingsOf(store, given.stageUid))
      return w.insert(requirementEntity, { ...fields, position }, uid)
    },
    repeat: (w, same, patch) => changeRequirement(store, w, { uid: same, patch }),
  })
}

/** Lists that mean "any" when they are empty. */
const CHOICES = ['visibilityKinds', 'catalogueKeys'] as const

/**
 * Refuses two changes that together empty such a list though each leaves some choices: an empty list means any, which
 * is more than either change asked for.
 */
function keepNarrow(
  uid: string,
  { before, patch, agreed }: Record<'before' | 'patch' | 'agreed', Patch<RequirementFields>>,
): void {
  const widened = CHOICES.filter(
    (name) => agreed[name]?.length === 0 && patch[name]?.length !== 0 && before[name]?.length !== 0,
  )
  if (widened.length === 0) return
  throw new Failure('CONFLICT', { uid, fields: widened.map((name) => ({ name, theirs: before[name] })) })
}

function changeRequirement(store: Store, w: Writer, { uid, patch, base }: Change<RequirementFields>): void {
  const before = getItem(store, requirementEntity, uid)
  // Reconciled before the rules apply: which fields belong to other kinds depends on the kind the requirement will
  // have.
  const agreed = reconcile(uid, before, { patch, base: base ?? {} })
  keepNarrow(uid, { before, patch, agreed })
  const after: RequirementFields = applyPatch<RequirementFields>(before, agreed)
  const moved = after.stageUid !== before.stageUid
  const place = moved ? { position: nextPosition(siblingsOf(store, after.stageUid)) } : {}
  w.update(requirementEntity, uid, { ...agreed, ...emptyOthers(after), ...place })
}

/** Changes a requirement; when it moves to another gate, it becomes the last one there. */
export function updateRequirement(store: Store, input: Change<RequirementFields>): Saved {
  const { batchId } = write(store, 'requirement.update', (w) => changeRequirement(store, w, input))
  return { uid: input.uid, batchId }
}

/** Puts a requirement at another place of its gate. */
export function moveRequirement(store: Store, input: { uid: string; to: number }): Saved {
  const { batchId } = write(store, 'requirement.move', (w) => {
    const siblings = siblingsOf(store, getItem(store, requirementEntity, input.uid).stageUid)
    const order = siblings.map(({ uid }) => uid)
    writeOrder(w, requirementEntity, siblings, placeAt(order, input.uid, input.to))
  })
  return { uid: input.uid, batchId }
}
