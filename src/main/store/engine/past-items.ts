import { type Doc, readStoredDoc } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import { LocalText } from '#shared/model/common.ts'
import { type ItemRef, ItemType } from '#shared/model/entities.ts'
import type { StoredDoc } from '#shared/model/shape.ts'
import type { Store } from './database.ts'
import { readDoc } from './rows.ts'
import { findRow, iterateRows } from './statements.ts'

/** An item as the history names it: by its present title, or by its last one. */
export interface PastItem extends ItemRef {
  /** True while the item exists in the workspace. */
  isThere: boolean
}

interface StoredState {
  type: ItemType
  before: string
  shape: number
}

/** A state that the history keeps, as a doc of today's shape. */
export const readState = ({ type, before, shape }: StoredState): Doc =>
  readStoredDoc(entities[type], shape, JSON.parse(before) as StoredDoc)

/** The last state of a missing item; null for an item that never existed. */
function lastState(store: Store, uid: string): { type: ItemType; doc: Doc } | null {
  const state = findRow<StoredState>(
    store,
    `SELECT type, before, shape FROM change
       WHERE item_uid = ? AND before IS NOT NULL AND before ->> '$.linkTo' IS NULL ORDER BY id DESC LIMIT 1`,
    [uid],
  )
  return state === null ? null : { type: state.type, doc: readState(state) }
}

/** An item by its uid, also a missing one; null for an item that never existed. */
export function findPastItem(store: Store, uid: string): PastItem | null {
  const sql = 'SELECT uid, type, title, day FROM item WHERE uid = ?'
  const there = findRow<ItemRef>(store, sql, [uid], { title: LocalText })
  if (there !== null) return { ...named(store, there, () => readDoc(store, entities[there.type], uid)), isThere: true }
  const last = lastState(store, uid)
  if (last === null) return null
  const { type, doc } = last
  const gone = { uid, type, title: entities[type].title(doc), day: entities[type].day(doc) }
  return { ...named(store, gone, () => doc), isThere: false }
}

/**
 * Types whose items are named after their owner because they say little by themselves: a rating is named after its
 * skill.
 */
const CALLED_AS_OWNER: { readonly [Type in ItemType]?: string } = {
  assessment: 'skillUid',
  metricPoint: 'metricUid',
  requirement: 'stageUid',
}

function named(store: Store, item: ItemRef, docOf: () => Doc): ItemRef {
  const field = CALLED_AS_OWNER[item.type]
  const owner = field === undefined ? null : findPastItem(store, String(docOf()[field]))
  return owner === null ? item : { ...item, title: owner.title }
}

/** What one action was about. */
export interface BatchSubjects {
  /**
   * The items that name the action, the last changed first; not those that only lost a link or were removed along with
   * others.
   */
  items: PastItem[]
  /** How many items of that kind there were. */
  count: number
}

/** What is needed of an action to find its items. */
interface Batch {
  id: number
  label: string
}

/**
 * The items that name a batch: those changed items whose type is the one in its label (`skill.remove`), else the last
 * changed.
 *
 * @param limit how many items at most
 */
export function subjectsOf(store: Store, batch: Batch, limit: number): BatchSubjects {
  const { asked, uids } = findSubjects(store, batch, limit)
  const items = pastItems(store, uids)
  return { items, count: uids.length < limit ? items.length : countChanged(store, batch, asked) }
}

/** Uids of the items that name a batch, in the same order. */
export const subjectUids = (store: Store, batch: Batch, limit: number): string[] =>
  findSubjects(store, batch, limit).uids

/** Items by their uids, without those that never existed. */
export const pastItems = (store: Store, uids: readonly string[]): PastItem[] =>
  uids.map((uid) => findPastItem(store, uid)).filter((item) => item !== null)

function findSubjects(store: Store, { id, label }: Batch, limit: number): { asked: Asked; uids: string[] } {
  const [subject] = label.split('.')
  const type = ItemType.safeParse(subject).data ?? null
  const whatever: Asked = { batchId: id, type: null, of: 'TRUE' }
  // The items added or removed name the action, not those changed to make room for them.
  for (const asked of [
    { ...whatever, type, of: changesOf(label) },
    { ...whatever, type },
  ]) {
    const uids = uidsChanged(store, asked, limit)
    if (uids.length > 0) return { asked, uids }
  }
  return { asked: whatever, uids: uidsChanged(store, whatever, limit) }
}

/** Condition for the changes that an action is about, by its verb. */
function changesOf(label: string): string {
  const verb = label.split('.').at(-1) ?? ''
  if (/^(create|choose|start|restore|revise)$/.test(verb)) return 'before IS NULL'
  return verb.startsWith('remove') ? 'before IS NOT NULL' : 'TRUE'
}

interface Asked {
  batchId: number
  type: ItemType | null
  of: string
}

const whereAsked = ({ of }: Asked) =>
  `batch_id = @batchId AND (@type IS NULL OR type = @type) AND ifnull(before ->> '$.linkTo', '') = '' AND ${of}`

/** Reads from the last change backwards and only as far as needed: an import has a hundred thousand changes. */
function uidsChanged(store: Store, asked: Asked, limit: number): string[] {
  const { batchId, type } = asked
  const sql = `SELECT item_uid AS uid FROM change WHERE ${whereAsked(asked)} ORDER BY id DESC`
  const uids = new Set<string>()
  for (const { uid } of iterateRows<{ uid: string }>(store, sql, { batchId, type })) {
    uids.add(uid)
    if (uids.size === limit) break
  }
  return [...uids]
}

/** Above this number, changes are counted instead of items. */
const MANY = 1000

/**
 * Number of changed items. Each is counted once only where there are few changes, or where an action on a list may have
 * made several changes of each: counting like this takes time.
 */
function countChanged(store: Store, { label }: Batch, asked: Asked): number {
  const { batchId, type } = asked
  const count = (what: string) => {
    const sql = `SELECT count(${what}) AS n FROM change WHERE ${whereAsked(asked)}`
    return findRow<{ n: number }>(store, sql, { batchId, type })?.n ?? 0
  }
  const changes = label.endsWith('Many') ? 0 : count('*')
  return changes > MANY ? changes : count('DISTINCT item_uid')
}
