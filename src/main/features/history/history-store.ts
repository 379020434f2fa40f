import type { z } from 'zod'
import type { Store } from '#main/store/engine/database.ts'
import { findPastItem, type PastItem, pastItems, subjectsOf, subjectUids } from '#main/store/engine/past-items.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import type { BatchOrigin } from '#main/store/schema/item.ts'
import type { HistoryEntry, history } from '#shared/contract/history.ts'
import { createNameMatcher, searchBeginnings } from '#shared/domain/text/word-forms.ts'

type Question = z.output<NonNullable<(typeof history.page)['~orpc']['inputSchema']>>

interface BatchRow {
  id: number
  at: number
  label: string
  origin: BatchOrigin
  effective: number
  /** For an undo or redo: the action that was undone or redone, and its label. */
  targetId: number | null
  targetLabel: string | null
}

/** Number of items that an entry names; further items of a large action are only counted. */
const NAMED = 4

/**
 * Number of items named when many were deleted at once, so that each can be restored; `readRemoved` answers the others.
 */
const NAMED_REMOVED = 50

/**
 * Number of existing items with a matching title whose history is searched, the newest first: a word that matches more
 * is too common.
 */
const MATCHING_ITEMS = 300

/** Number of deletions searched by title for one page; the next page continues from there. */
const REMOVALS_SEARCHED = 500

/**
 * Number of deleted items checked for one page; the deletion in which the limit is reached is still checked to its end.
 */
const REMOVED_SEARCHED = 25_000

const IS_REMOVAL = "(batch.label LIKE '%.remove' OR batch.label LIKE '%.removeMany')"

const COLUMNS = `batch.id, batch.at, batch.label, batch.origin, batch.effective, batch.target_id AS targetId,
  target.label AS targetLabel`

const isRemoval = (label: string) => /\.remove(Many)?$/.test(label)

function toEntry(store: Store, row: BatchRow): HistoryEntry {
  const { id, at, origin, effective, targetId, targetLabel } = row
  const removal = targetId === null && isRemoval(row.label)
  const named = { id: targetId ?? id, label: targetLabel ?? row.label }
  const { items, count } = subjectsOf(store, named, removal ? NAMED_REMOVED : NAMED)
  const stands = effective === 1 || (origin !== 'user' && origin !== 'import')
  return { batchId: id, at, origin, label: named.label, items, count, stands, isRemoval: removal && effective === 1 }
}

/** The newest actions before a given one. */
function newestBatches(store: Store, { only, limit }: Question, before: number): BatchRow[] {
  const condition = only === 'removals' ? `batch.effective = 1 AND ${IS_REMOVAL}` : 'TRUE'
  return readRows<BatchRow>(
    store,
    `SELECT ${COLUMNS} FROM batch LEFT JOIN batch AS target ON target.id = batch.target_id
       WHERE batch.id < @before AND ${condition} ORDER BY batch.id DESC LIMIT @limit`,
    { before, limit },
  )
}

/** Actions on existing items whose title matches, and on the assessments of such skills. */
function batchesOfItems(store: Store, { text, only, limit }: Question, before: number): BatchRow[] {
  const query = searchBeginnings(text).map((word) => `"${word}"*`)
  const condition = only === 'removals' ? `batch.effective = 1 AND ${IS_REMOVAL}` : 'TRUE'
  return readRows<BatchRow>(
    store,
    `WITH matching(id) AS MATERIALIZED (
         SELECT rowid FROM item_text WHERE item_text MATCH @query ORDER BY rowid DESC LIMIT ${MATCHING_ITEMS}),
       named(uid) AS MATERIALIZED (
         SELECT item.uid FROM matching CROSS JOIN item ON item.id = matching.id
         UNION
         SELECT item.uid FROM matching CROSS JOIN assessment ON assessment.skill_id = matching.id
           CROSS JOIN item ON item.id = assessment.id),
       found(id) AS MATERIALIZED (
         SELECT DISTINCT change.batch_id FROM named CROSS JOIN change ON change.item_uid = named.uid
         WHERE change.batch_id < @before)
       SELECT ${COLUMNS} FROM found CROSS JOIN batch ON batch.id = found.id LEFT JOIN batch AS target ON target.id = batch.target_id
       WHERE ${condition} ORDER BY batch.id DESC LIMIT @limit`,
    { query: `{title} : (${query.join(' ')})`, before, limit },
  )
}

type Matches = (name: string) => boolean

const isCalledSo = ({ title }: PastItem, matches: Matches): boolean =>
  typeof title === 'string' ? matches(title) : matches(title.ru) || matches(title.en)

/** Whether a deletion removed an item whose title matches, and how many of its items were checked. */
function searchRemoved(store: Store, row: BatchRow, matches: Matches): { isFound: boolean; looked: number } {
  const uids = subjectUids(store, row, Number.MAX_SAFE_INTEGER)
  const index = uids.findIndex((uid) => {
    const item = findPastItem(store, uid)
    return item !== null && isCalledSo(item, matches)
  })
  return index === -1 ? { isFound: false, looked: uids.length } : { isFound: true, looked: index + 1 }
}

/** Deletions of items whose title matched, and back to which deletion was searched (null = all of them). */
function searchRemovals(
  store: Store,
  question: Question,
  before: number,
): { found: HistoryEntry[]; upTo: number | null } {
  const matches = createNameMatcher(question.text)
  const rows = newestBatches(store, { ...question, only: 'removals', limit: REMOVALS_SEARCHED }, before)
  const found: HistoryEntry[] = []
  let left = REMOVED_SEARCHED
  for (const row of rows) {
    const { isFound, looked } = searchRemoved(store, row, matches)
    if (isFound) found.push(toEntry(store, row))
    left -= looked
    if (found.length > question.limit || left <= 0) return { found, upTo: row.id }
  }
  return { found, upTo: rows.length < REMOVALS_SEARCHED ? null : (rows.at(-1)?.id ?? null) }
}

/** Everything a deletion removed, in the order in which its entry names the first items. */
export function readRemoved(
  store: Store,
  { batchId, skip, limit }: { batchId: number; skip: number; limit: number },
): { items: PastItem[]; next: number | null } {
  const sql = `SELECT id, label FROM batch WHERE id = ? AND effective = 1 AND ${IS_REMOVAL}`
  const batch = findRow<{ id: number; label: string }>(store, sql, [batchId])
  const uids = batch === null ? [] : subjectUids(store, batch, skip + limit + 1)
  const items = pastItems(store, uids.slice(skip, skip + limit))
  return { items, next: uids.length > skip + limit ? skip + limit : null }
}

/** Actions, newest first: all of them, or those about items whose title matches. */
export function readHistoryPage(store: Store, question: Question): { entries: HistoryEntry[]; next: number | null } {
  const { before = Number.MAX_SAFE_INTEGER, limit } = question
  if (searchBeginnings(question.text).length === 0) {
    const rows = newestBatches(store, { ...question, limit: limit + 1 }, before)
    const entries = rows.slice(0, limit).map((row) => toEntry(store, row))
    return { entries, next: rows.length > limit ? (entries.at(-1)?.batchId ?? null) : null }
  }
  const matches = createNameMatcher(question.text)
  const present = batchesOfItems(store, { ...question, limit: limit + 1 }, before)
  const { found, upTo } = searchRemovals(store, question, before)
  const all = new Map(found.map((entry) => [entry.batchId, entry]))
  for (const row of present) {
    if (all.has(row.id)) continue
    const entry = toEntry(store, row)
    if (entry.items.some((item) => isCalledSo(item, matches))) all.set(row.id, entry)
  }
  // Only entries down to here are complete: further back, matches between the found ones may be missing.
  const floor = Math.max(upTo ?? 0, present.length > limit ? (present.at(-1)?.id ?? 0) : 0)
  const sorted = [...all.values()]
    .filter(({ batchId }) => batchId >= floor)
    .sort((one, other) => other.batchId - one.batchId)
  const entries = sorted.slice(0, limit)
  const next = sorted.length > limit ? (entries.at(-1)?.batchId ?? 0) : floor
  return { entries, next: next === 0 ? null : next }
}
