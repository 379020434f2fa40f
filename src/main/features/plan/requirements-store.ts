import type { Store } from '#main/store/database.ts'
import { requirementEntity } from '#main/store/entities/plan.ts'
import { applyPatch, type Patch } from '#main/store/entity.ts'
import { getItem, type Saved, type View } from '#main/store/items.ts'
import { nextPosition, placeAt, writeOrder } from '#main/store/order.ts'
import { write } from '#main/store/writer.ts'
import { emptyRequirement, type RequirementFields } from '#shared/model/plan.ts'
import { listRequirements } from './plan-store.ts'

const KIND_FIELDS = {
  skill: ['skillUid', 'level'],
  evidence: ['evidenceKind', 'activityKind', 'minScope', 'count'],
  certification: ['count', 'catalogueKeys'],
  metric: ['metricUid', 'metricValue'],
  milestone: ['milestoneUid'],
} as const

/**
 * The fields that belong to other kinds, emptied: a requirement must not be removed with a skill it once named, nor count
 * by a scope it no longer shows.
 */
function emptyOthers(fields: Pick<RequirementFields, 'kind' | 'evidenceKind'>): Patch<RequirementFields> {
  const own = new Set<string>(KIND_FIELDS[fields.kind])
  if (fields.evidenceKind !== 'activity') own.delete('activityKind')
  if (fields.evidenceKind !== 'achievement') own.delete('minScope')
  const others = Object.values(KIND_FIELDS).flatMap((names) => names.filter((name) => !own.has(name)))
  return Object.fromEntries(others.map((name) => [name, emptyRequirement[name]]))
}

const siblingsOf = (store: Store, stageUid: string | undefined): View<RequirementFields>[] =>
  listRequirements(store).filter((requirement) => requirement.stageUid === stageUid)

/** Requirements of one gate, or of all. */
export function findRequirements(store: Store, input: { stageUid?: string | undefined }): View<RequirementFields>[] {
  return input.stageUid === undefined ? listRequirements(store) : siblingsOf(store, input.stageUid)
}

/** Adds a requirement as the last of its gate. */
export function createRequirement(
  store: Store,
  input: { uid?: string | undefined; fields: Patch<RequirementFields> },
): Saved {
  const { result, batchId } = write(store, 'requirement.create', (w) => {
    const fields = applyPatch(emptyRequirement, input.fields)
    const position = nextPosition(siblingsOf(store, fields.stageUid))
    return w.insert(requirementEntity, { ...fields, ...emptyOthers(fields), position }, input.uid)
  })
  return { uid: result, batchId }
}

/** Changes a requirement; one that goes to another gate becomes the last there. */
export function updateRequirement(store: Store, input: { uid: string; patch: Patch<RequirementFields> }): Saved {
  const { batchId } = write(store, 'requirement.update', (w) => {
    const before = getItem(store, requirementEntity, input.uid)
    const after: RequirementFields = applyPatch<RequirementFields>(before, input.patch)
    const moved = after.stageUid !== before.stageUid
    const place = moved ? { position: nextPosition(siblingsOf(store, after.stageUid)) } : {}
    w.update(requirementEntity, input.uid, { ...input.patch, ...emptyOthers(after), ...place })
  })
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
