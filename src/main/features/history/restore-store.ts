import { z } from 'zod'
import { countBrokenRules } from '#main/store/engine/broken-rules.ts'
import type { Store } from '#main/store/engine/database.ts'
import { groupLinkChanges, readLinkChange } from '#main/store/engine/link-changes.ts'
import { findPastItem, type PastItem, readState } from '#main/store/engine/past-items.ts'
import { itemExists, readDoc } from '#main/store/engine/rows.ts'
import { findRow, hasRow, readRows } from '#main/store/engine/statements.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import { type Doc, linkFields } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { Restored } from '#shared/contract/history.ts'
import { mergeValues } from '#shared/domain/keeping/merge.ts'
import { freeAliases } from '#shared/domain/keeping/workspace-rules.ts'
import type { LocalText } from '#shared/model/common.ts'
import { type ItemType, MODELS } from '#shared/model/entities.ts'
import { Failure, refuse } from '#shared/model/failure.ts'

interface ChangeRow {
  id: number
  itemUid: string
  type: ItemType
  before: string | null
  shape: number
  /** Row id of a removed item; the first versions did not record it. */
  itemId: number | null
  /** 1 where the item was removed. */
  isRemoval: number
}

type StateChange = ChangeRow & { before: string }

/** An item that was removed, as it was. */
interface Removed {
  type: ItemType
  itemId: number | null
  doc: Doc
}

/** What a restore works on: the changes of the deletion, and what cannot come back. */
interface Restoring {
  store: Store
  w: Writer
  /** The deletion. */
  batchId: number
  changes: readonly ChangeRow[]
  missing: Map<string, LocalText>
}

const Aliases = z.array(z.string())

/** Owners before what belongs to them. */
const ORDER = MODELS.map(({ type }) => type)

/** For removals that did not record the row id: whether the item was missing after the change. */
const IS_GONE_AFTER = `ifnull(
  (SELECT next.before IS NULL FROM change AS next WHERE next.item_uid = change.item_uid AND next.id > change.id
     ORDER BY next.id LIMIT 1),
  NOT EXISTS (SELECT 1 FROM item WHERE item.uid = change.item_uid))`

/** Whether a change removed its item, as 0 or 1. */
const IS_REMOVAL = `CASE WHEN before IS NULL OR before ->> '$.linkTo' IS NOT NULL THEN 0 WHEN item_id IS NOT NULL THEN 1
  ELSE ${IS_GONE_AFTER} END`

const toRemoved = ({ type, before, shape, itemId }: ChangeRow): Removed => ({
  type,
  itemId,
  doc: readState({ type, before: before ?? '', shape }),
})

const isRemoval = (change: ChangeRow): boolean => change.isRemoval === 1

/** Items that cannot exist without the restored one and were removed in the same deletion; owners first. */
function belongingTo(root: Removed, removed: readonly Removed[]): Removed[] {
  const back = new Set([root.doc.uid])
  const found = new Set<Removed>()
  const belongs = ({ type, doc }: Removed) =>
    Object.entries(entities[type].refs).some(
      ([field, ref]) => ref.onRemove === 'cascade' && back.has(String(doc[field])),
    )
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const one of removed)
      if (!back.has(one.doc.uid) && belongs(one)) {
        found.add(one)
        back.add(one.doc.uid)
      }
  }
  return [...found].sort((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type))
}

function note({ store, missing }: Restoring, uid: string): void {
  missing.set(uid, findPastItem(store, uid)?.title ?? '')
}

/** The item without links to missing items; null when it cannot exist without one of them. */
function withoutGone(restoring: Restoring, { type, doc }: Removed): Doc | null {
  const { store } = restoring
  const entity = entities[type]
  const left = { ...doc }
  for (const [field] of linkFields(entity)) {
    const uids = doc[field] as string[]
    for (const uid of uids) if (!itemExists(store, uid)) note(restoring, uid)
    left[field] = uids.filter((uid) => itemExists(store, uid))
  }
  for (const [field, ref] of Object.entries(entity.refs)) {
    const uid = doc[field] as string | null
    if (uid === null || itemExists(store, uid)) continue
    note(restoring, uid)
    if (ref.onRemove === 'cascade') return null
    left[field] = null
  }
  return type === 'skill' ? skillThatFits(restoring, left) : left
}

/** A skill without targets for missing stages and without aliases that now belong to another skill. */
function skillThatFits(restoring: Restoring, doc: Doc): Doc {
  const { store, missing } = restoring
  const targets = Object.entries(doc.targets as Record<string, number>)
  for (const [uid] of targets) if (!itemExists(store, uid)) note(restoring, uid)
  const others = readRows<{ aliases: string[] }>(store, 'SELECT aliases FROM skill', [], { aliases: Aliases })
  const aliases = doc.aliases as string[]
  const free = freeAliases(
    aliases,
    others.flatMap((skill) => skill.aliases),
  )
  for (const alias of aliases) if (!free.includes(alias)) missing.set(alias, `#${alias}`)
  return { ...doc, aliases: free, targets: Object.fromEntries(targets.filter(([uid]) => itemExists(store, uid))) }
}

/** The state of an item before one of its changes, and the action of that change. */
interface State {
  batchId: number
  type: ItemType
  before: string
  shape: number
}

/** A reference that was cleared when the item it named was deleted: the field, that item and the action. */
interface Lost {
  field: string
  uid: string
  batchId: number
}

function lostLinks({ type }: Removed, states: readonly State[]): Lost[] {
  const fields = linkFields(entities[type])
  const lost = new Map<string, Lost>()
  for (const state of states) {
    const change = readLinkChange(state.before)
    if (change === null) {
      if (lost.size === 0) continue
      const stood = readState(state)
      for (const [key, { field, uid }] of lost) if ((stood[field] as string[]).includes(uid)) lost.delete(key)
      continue
    }
    const field = (fields.find(([, { role }]) => role === change.role) ?? fields[0])?.[0]
    if (field === undefined) continue
    const key = `${field} ${change.targetUid}`
    if (change.stood) lost.set(key, { field, uid: change.targetUid, batchId: state.batchId })
    else lost.delete(key)
  }
  return [...lost.values()]
}

const isRemovedBy = (store: Store, batchId: number, uid: string): boolean =>
  hasRow(store, `SELECT 1 FROM change WHERE item_uid = ? AND +batch_id = ? AND ${IS_REMOVAL} LIMIT 1`, [uid, batchId])

/** References that were cleared because the item they named was deleted. */
function lostRefs(store: Store, { type }: Removed, states: readonly State[]): Lost[] {
  const refs = Object.entries(entities[type].refs).filter(([, { onRemove }]) => onRemove === 'clear')
  if (refs.length === 0) return []
  const lost = new Map<string, Lost>()
  let earlier: { doc: Doc; batchId: number } | null = null
  for (const state of states.filter(({ before }) => readLinkChange(before) === null)) {
    const doc = readState(state)
    for (const [field] of refs) {
      const uid = earlier?.doc[field] as string | null | undefined
      if (doc[field] !== null) lost.delete(field)
      else if (earlier && uid && isRemovedBy(store, earlier.batchId, uid))
        lost.set(field, { field, uid, batchId: earlier.batchId })
    }
    earlier = { doc, batchId: state.batchId }
  }
  return [...lost.values()]
}

/**
 * The item with its lost references and links put back, where the item they name exists again or was deleted in the
 * same action.
 */
function withLost({ store, batchId }: Restoring, removed: Removed): Removed {
  const sql = `SELECT batch_id AS batchId, type, before, shape FROM change
    WHERE item_uid = ? AND before IS NOT NULL ORDER BY id`
  const states = readRows<State>(store, sql, [removed.doc.uid])
  // An item that was deleted earlier and never restored was already missing when this one was deleted, so nothing is
  // lost.
  const isDue = (lost: Lost) => lost.batchId === batchId || itemExists(store, lost.uid)
  const doc = { ...removed.doc }
  for (const { field, uid } of lostLinks(removed, states).filter(isDue)) doc[field] = [...(doc[field] as string[]), uid]
  for (const { field, uid } of lostRefs(store, removed, states).filter(isDue)) doc[field] = uid
  return { ...removed, doc }
}

function putBack(restoring: Restoring, removed: Removed): boolean {
  if (itemExists(restoring.store, removed.doc.uid)) return false
  const doc = withoutGone(restoring, withLost(restoring, removed))
  if (doc === null) return false
  restoring.w.restore(entities[removed.type], doc.uid, doc, removed.itemId)
  return true
}

/** Restores links to the restored items from other items that still exist. */
function putLinksBack({ w, changes }: Restoring, back: ReadonlySet<string>): void {
  for (const step of groupLinkChanges(changes))
    if ('targetUid' in step && step.stood && back.has(step.targetUid)) w.restoreLinks(step)
}

/** The state of an item right after one of its changes: the state before the next change, or the item as it is now. */
function stateAfter(store: Store, { id, itemUid, type }: ChangeRow): Doc {
  const next = findRow<{ type: ItemType; before: string; shape: number }>(
    store,
    `SELECT type, before, shape FROM change WHERE item_uid = ? AND id > ? AND before IS NOT NULL
       AND before ->> '$.linkTo' IS NULL ORDER BY id LIMIT 1`,
    [itemUid, id],
  )
  return next === null ? readDoc(store, entities[type], itemUid) : readState(next)
}

/** What the deletion changed in items that are there now. */
const changesOfOthers = ({ store, changes }: Restoring): StateChange[] =>
  changes.filter(
    (change): change is StateChange =>
      change.before !== null &&
      !isRemoval(change) &&
      readLinkChange(change.before) === null &&
      itemExists(store, change.itemUid),
  )

/**
 * Puts back what the deletion changed in items that stayed, such as targets for a stage. Fields changed since then keep
 * their present value.
 */
function putFieldsBack(restoring: Restoring): void {
  const { store, w } = restoring
  for (const change of changesOfOthers(restoring)) {
    const entity = entities[change.type]
    const [was, left, now] = [readState(change), stateAfter(store, change), readDoc(store, entity, change.itemUid)]
    const links = new Set(linkFields(entity).map(([field]) => field))
    const names = Object.keys(was).filter((name) => !links.has(name) && name !== 'updatedAt')
    const merged = names.map((name) => [name, mergeValues(left[name], was[name], now[name], 'theirs').value])
    w.restore(entity, change.itemUid, { ...now, ...Object.fromEntries(merged), updatedAt: store.clock() }, null)
  }
}

/** Puts references to the restored items back where they were cleared and the field is still empty. */
function putRefsBack(restoring: Restoring, back: ReadonlySet<string>): void {
  const { store, w } = restoring
  for (const change of changesOfOthers(restoring)) {
    const entity = entities[change.type]
    const [was, now] = [readState(change), readDoc(store, entity, change.itemUid)]
    const fields = Object.keys(entity.refs).filter((field) => back.has(String(was[field])) && now[field] === null)
    if (fields.length === 0) continue
    const named = Object.fromEntries(fields.map((field) => [field, was[field]]))
    w.restore(entity, change.itemUid, { ...now, ...named, updatedAt: store.clock() }, null)
  }
}

function readDeletion(store: Store, batchId: number): ChangeRow[] {
  const sql = `SELECT id, item_uid AS itemUid, type, before, shape, item_id AS itemId,
    ${IS_REMOVAL} AS isRemoval FROM change WHERE batch_id = ? ORDER BY id DESC`
  return readRows<ChangeRow>(store, sql, [batchId])
}

/**
 * The last action that changed an item, from the given one on. For a missing item that is the action that deleted it.
 */
function lastBatchOf(store: Store, { batchId, uid }: { batchId: number; uid: string }): number {
  const sql = 'SELECT batch_id AS last FROM change WHERE item_uid = ? AND batch_id >= ? ORDER BY id DESC LIMIT 1'
  return findRow<{ last: number }>(store, sql, [uid, batchId])?.last ?? batchId
}

/** A missing owner without which the item cannot exist; null when there is none. */
function goneOwner(store: Store, { type, doc }: Removed): PastItem | null {
  for (const [field, ref] of Object.entries(entities[type].refs)) {
    const uid = doc[field] as string | null
    if (ref.onRemove === 'cascade' && uid !== null && !itemExists(store, uid)) return findPastItem(store, uid)
  }
  return null
}

function restoreAll(restoring: Restoring, root: Removed, removed: readonly Removed[]): void {
  const { store, changes } = restoring
  store.sqlite.pragma('defer_foreign_keys = ON')
  const types = new Set(changes.map(({ type }) => type))
  const broken = countBrokenRules(store, types)
  const belonging = belongingTo(root, removed)
  putBack(restoring, root)
  const along = belonging.filter((one) => putBack(restoring, one))
  const back = new Set([root, ...along].map(({ doc }) => doc.uid))
  putLinksBack(restoring, back)
  // When several items were deleted at once, nobody can say which of them caused the other changes.
  if (belonging.length + 1 === removed.length) putFieldsBack(restoring)
  else putRefsBack(restoring, back)
  if (countBrokenRules(store, types) > broken) refuse('restore-conflict')
}

/**
 * Restores one item from a deletion of any age, as an undoable action: with its fields, the items deleted along with it
 * and the links to it. An item that was deleted again later comes back as it was then. The answer says what could not
 * be restored; when the item's owner is missing, nothing is. Throws NOT_FOUND, REFUSED `already-exists`,
 * `restore-conflict`.
 */
export function restoreItem(store: Store, input: { batchId: number; uid: string }): Restored {
  const { uid } = input
  if (itemExists(store, uid)) refuse('already-exists')
  const deletion = lastBatchOf(store, input)
  const changes = readDeletion(store, deletion)
  const removed = changes.filter(isRemoval).map(toRemoved)
  const root = removed.find(({ doc }) => doc.uid === uid)
  if (root === undefined) throw new Failure('NOT_FOUND', { uid })
  const owner = goneOwner(store, root)
  if (owner !== null) return { kind: 'ownerGone', owner }
  const missing = new Map<string, LocalText>()
  const written = write(store, `${root.type}.restore`, (w) =>
    restoreAll({ store, w, batchId: deletion, changes, missing }, root, removed),
  )
  // Some of these were missing when they were looked up and were then restored along with the item.
  const gone = [...missing].filter(([key]) => !itemExists(store, key))
  return { kind: 'restored', uid, batchId: written.batchId, missing: gone.map(([, title]) => title) }
}
