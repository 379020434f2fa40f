import type { z } from 'zod'
import type { Store } from '#main/store/engine/database.ts'
import { ENVELOPE, withoutLinkChange } from '#main/store/engine/field-times.ts'
import { readLinkChange } from '#main/store/engine/link-changes.ts'
import { findPastItem, readState } from '#main/store/engine/past-items.ts'
import { itemExists, readDoc } from '#main/store/engine/rows.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { BatchOrigin } from '#main/store/schema/item.ts'
import type { history, ItemStep, PastItem } from '#shared/contract/history.ts'
import { isSameValue } from '#shared/domain/keeping/merge.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { Failure } from '#shared/model/failure.ts'
import type { StoredDoc } from '#shared/model/shape.ts'

type ItemHistory = z.output<NonNullable<(typeof history.ofItem)['~orpc']['outputSchema']>>

interface ChangeRow {
  batchId: number
  at: number
  origin: BatchOrigin
  type: ItemType
  before: string | null
  shape: number
}

/** The newest changes of an item, the last first. */
function readChanges(store: Store, uid: string, limit: number): ChangeRow[] {
  return readRows<ChangeRow>(
    store,
    `SELECT change.batch_id AS batchId, batch.at, batch.origin, change.type, change.before, change.shape
       FROM change CROSS JOIN batch ON batch.id = change.batch_id
       WHERE change.item_uid = ? ORDER BY change.id DESC LIMIT ?`,
    [uid, limit],
  )
}

/** Fields whose value differs, in the order of the form. */
function differences(before: StoredDoc, after: StoredDoc): ItemStep['fields'] {
  return Object.keys(after)
    .filter((name) => !ENVELOPE.has(name) && !isSameValue(before[name], after[name]))
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }))
}

function stateBefore(change: ChangeRow, after: StoredDoc | null): StoredDoc | null {
  const { type, before, shape } = change
  if (before === null) return null
  const link = readLinkChange(before)
  return link === null ? readState({ type, before, shape }) : withoutLinkChange(type, after ?? {}, link)
}

/**
 * What one change did to an item. For an item that was added or deleted, the kind says all and no fields are listed.
 */
function toStep({ batchId, at, origin }: ChangeRow, before: StoredDoc | null, after: StoredDoc | null): ItemStep {
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed'
  return { batchId, at, origin, kind, fields: before && after ? differences(before, after) : [] }
}

/** Uids within values, also as keys of a record: the items they name are shown by title. */
const UID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g

function namedIn(store: Store, steps: readonly ItemStep[]): PastItem[] {
  const uids = new Set(JSON.stringify(steps.map(({ fields }) => fields)).match(UID) ?? [])
  return [...uids].map((uid) => findPastItem(store, uid)).filter((item) => item !== null)
}

/**
 * What was done to one item, newest first. The state after a change is what was recorded before the next change, or the
 * item as it is now. Throws NOT_FOUND for an item that never existed.
 */
export function readItemHistory(store: Store, { uid, limit }: { uid: string; limit: number }): ItemHistory {
  const item = findPastItem(store, uid)
  if (item === null) throw new Failure('NOT_FOUND', { uid })
  const changes = readChanges(store, uid, limit + 1)
  let after: StoredDoc | null = itemExists(store, uid) ? readDoc(store, entities[item.type], uid) : null
  const steps: ItemStep[] = []
  for (const change of changes.slice(0, limit)) {
    const before = stateBefore(change, after)
    const step = toStep(change, before, after)
    if (step.kind !== 'changed' || step.fields.length > 0) steps.push(step)
    after = before
  }
  return { type: item.type, steps, refs: namedIn(store, steps), more: changes.length > limit }
}
