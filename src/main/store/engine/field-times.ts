import { isDeepStrictEqual } from 'node:util'
import { type Doc, linkFields, readStoredDoc } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { Instant } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'
import type { StoredDoc } from '#shared/model/shape.ts'
import type { Store } from './database.ts'
import { type LinkState, readLinkChange } from './link-changes.ts'
import { readRows, runSql } from './statements.ts'

/** When each field of an item was last changed; a field that is not listed is as it was created. */
export type FieldTimes = Record<string, Instant>

/** What every item has besides its own fields. */
export const ENVELOPE: ReadonlySet<string> = new Set(['uid', 'createdAt', 'updatedAt'])

interface PastState {
  uid: string
  type: ItemType
  at: Instant
  before: string | null
  shape: number
}

/** Changes of the items that were ever changed after they were added, in order for each item. */
function pastStates(store: Store, uids: string): PastState[] {
  return readRows<PastState>(
    store,
    `SELECT change.item_uid AS uid, change.type, batch.at, change.before, change.shape
       FROM change JOIN batch ON batch.id = change.batch_id
       WHERE change.item_uid IN (
         SELECT item_uid FROM change WHERE before IS NOT NULL AND item_uid IN (SELECT value FROM json_each(?)))
       ORDER BY change.item_uid, change.id`,
    [uids],
  )
}

/** Times that came with an import, whose history stayed in the other workspace. */
function importedTimes(store: Store, uids: string): Map<string, FieldTimes> {
  const rows = readRows<{ uid: string; field: string; at: Instant }>(
    store,
    `SELECT item_uid AS uid, field, at FROM imported_change
       WHERE item_uid IN (SELECT value FROM json_each(?))`,
    [uids],
  )
  const times = new Map<string, FieldTimes>()
  for (const { uid, field, at } of rows) times.set(uid, { ...times.get(uid), [field]: at })
  return times
}

/** Adds the fields that differ between two states of an item. */
function noteChanges(times: FieldTimes, before: StoredDoc, after: StoredDoc, at: Instant): void {
  for (const field of Object.keys(after))
    if (!ENVELOPE.has(field) && !isDeepStrictEqual(before[field], after[field])) times[field] = at
}

/**
 * When the fields of these items were last changed, as their history tells. The state between two changes is the
 * `before` of the later one, or the item as it is now. A removal that was undone changed nothing. Items without a
 * changed field are left out.
 */
export function readFieldTimes(store: Store, docs: readonly Doc[]): Map<string, FieldTimes> {
  const uids = JSON.stringify(docs.map((doc) => doc.uid))
  const times = importedTimes(store, uids)
  const now = new Map<string, StoredDoc>(docs.map((doc) => [doc.uid, doc]))
  const states = Map.groupBy(pastStates(store, uids), (state) => state.uid)
  for (const [uid, changes] of states) {
    const found = times.get(uid) ?? {}
    followItem(found, changes, now.get(uid) ?? {})
    if (Object.keys(found).length > 0) times.set(uid, found)
  }
  return times
}

/** The state before a change of one link, computed from the state after it. */
export function withoutLinkChange(type: ItemType, after: StoredDoc, link: LinkState): StoredDoc {
  const fields = linkFields(entities[type])
  const field = fields.find(([, { role }]) => role === link.role)?.[0] ?? fields[0]?.[0]
  if (field === undefined) return after
  const others = ((after[field] ?? []) as string[]).filter((uid) => uid !== link.targetUid)
  return { ...after, [field]: link.stood ? [...others, link.targetUid].sort() : others }
}

/**
 * The state before each change, in order; null = the item did not exist. For a change of a link, the state is computed
 * from the one after it.
 */
function statesBefore(changes: readonly PastState[], now: StoredDoc): (StoredDoc | null)[] {
  const states: (StoredDoc | null)[] = []
  let after = now
  for (const { type, before, shape } of changes.toReversed()) {
    const link = readLinkChange(before)
    if (link !== null) after = withoutLinkChange(type, after, link)
    else if (before !== null) after = readStoredDoc(entities[type], shape, JSON.parse(before) as StoredDoc)
    states.push(before === null ? null : after)
  }
  return states.reverse()
}

/** Goes through the states of one item in their order, up to the present one. */
function followItem(times: FieldTimes, changes: readonly PastState[], now: StoredDoc): void {
  let last: { doc: StoredDoc; at: Instant } | null = null
  const states = statesBefore(changes, now)
  for (const [index, { at }] of changes.entries()) {
    const doc = states[index] ?? null
    if (doc === null) {
      // The item was added or put back: the next state shows whether it differs from the one before.
      if (last !== null) last = { doc: last.doc, at }
      continue
    }
    if (last !== null) noteChanges(times, last.doc, doc, last.at)
    last = { doc, at }
  }
  if (last !== null) noteChanges(times, last.doc, now, last.at)
}

/** Stores the times of earlier changes that came with an archive. */
export function keepImportedTimes(store: Store, times: Iterable<[string, FieldTimes]>): void {
  const sql = 'INSERT OR REPLACE INTO imported_change (item_uid, field, at) VALUES (?, ?, ?)'
  for (const [uid, fields] of times)
    for (const [field, at] of Object.entries(fields)) runSql(store, sql, [uid, field, at])
}
