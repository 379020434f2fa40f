import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type Doc, type Entity, type Fields, linkFields } from '#main/store/entities/entity.ts'
import { item } from '#main/store/schema/item.ts'
import { normaliseSearchText } from '#shared/domain/text/text.ts'
import { LocalText } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { Failure } from '#shared/model/failure.ts'
import type { Store } from './database.ts'
import { buildOnce, findRow, hasRow, readRows, runSql } from './statements.ts'

/** The row id and type of an item; throws NOT_FOUND. */
export function requireItem(store: Store, uid: string): { id: number; type: ItemType } {
  const row = findRow<{ id: number; type: ItemType }>(store, 'SELECT id, type FROM item WHERE uid = ?', [uid])
  if (row === null) throw new Failure('NOT_FOUND', { uid })
  return row
}

/** True when the uid is in use. */
export function itemExists(store: Store, uid: string): boolean {
  return hasRow(store, 'SELECT 1 FROM item WHERE uid = ?', [uid])
}

/** True while the workspace holds no item. */
export function isEmptyWorkspace(store: Store): boolean {
  return !hasRow(store, 'SELECT 1 FROM item LIMIT 1')
}

/** The columns of an entity's own table that hold fields as they are: all but the key, the references and what SQLite computes. */
function plainColumns(entity: Entity): string[] {
  const refColumns = new Set(Object.values(entity.refs).map((ref) => ref.column))
  return Object.entries(getTableColumns(entity.table))
    .filter(([name, column]) => name !== 'id' && !refColumns.has(name) && column.generated === undefined)
    .map(([name]) => name)
}

/** All columns of an entity's own table that are written, except its key. */
const writtenColumns = (entity: Entity): string[] => [
  ...plainColumns(entity),
  ...Object.values(entity.refs).map((ref) => ref.column),
]

const placeholdersOf = (names: string[]) => Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]))

function refuseType(field: string): never {
  throw new Failure('VALIDATION', { issues: [{ path: [field], message: 'ref.wrongType' }] })
}

function resolveRefs(store: Store, entity: Entity, fields: Fields): Record<string, number | null> {
  const ids: Record<string, number | null> = {}
  for (const [field, ref] of Object.entries(entity.refs)) {
    const uid = fields[field] as string | null
    const target = uid === null ? null : requireItem(store, uid)
    if (target !== null && ref.type !== 'any' && target.type !== ref.type) refuseType(field)
    ids[ref.column] = target?.id ?? null
  }
  return ids
}

const INSERT_ITEM = 'INSERT INTO item (id, uid, type, title, day, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)'

const UPDATE_ITEM = 'UPDATE item SET title = ?, day = ?, created_at = ?, updated_at = ? WHERE id = ?'

const insertOwnRow = (store: Store, entity: Entity) =>
  store.db
    .insert(entity.table)
    .values(placeholdersOf(['id', ...writtenColumns(entity)]))
    .prepare()

const updateOwnRow = (store: Store, entity: Entity) =>
  store.db
    .update(entity.table)
    .set(placeholdersOf(writtenColumns(entity)))
    .where(eq(entity.table.id, sql.placeholder('id')))
    .prepare()

const deleteOwnRow = (store: Store, entity: Entity) =>
  store.db
    .delete(entity.table)
    .where(eq(entity.table.id, sql.placeholder('id')))
    .prepare()

const INSERT_LINK = 'INSERT INTO link (source_id, role, target_id, target_type, day, minutes) VALUES (?, ?, ?, ?, ?, ?)'

/** One row at a time: an INSERT ... SELECT opens a savepoint, and each one makes FTS5 write out what it has gathered. */
function writeLinks(store: Store, entity: Entity, id: number, fields: Fields): void {
  const day = entity.minutes === undefined ? null : entity.day(fields)
  const minutes = entity.minutes?.(fields) ?? null
  for (const [field, { role, type }] of linkFields(entity))
    for (const uid of new Set(fields[field] as string[])) {
      const target = requireItem(store, uid)
      if (type !== 'any' && target.type !== type) refuseType(field)
      runSql(store, INSERT_LINK, [id, role, target.id, target.type, day, minutes])
    }
}

function writeTags(store: Store, entity: Entity, id: number, fields: Fields): void {
  if (!entity.hasTags) return
  for (const tag of fields.tags as string[])
    runSql(store, 'INSERT OR IGNORE INTO item_tag (item_id, tag) VALUES (?, ?)', [id, tag])
}

const bothLanguages = (text: LocalText | null): string =>
  text === null ? '' : typeof text === 'string' ? text : `${text.ru}\n${text.en}`

/** The text by which search finds an item, as it was typed. */
export function searchableText(entity: Entity, fields: Fields): { title: string; body: string } {
  return {
    title: bothLanguages(entity.title(fields)),
    body: entity.searchText(fields).map(bothLanguages).join('\n'),
  }
}

/** Indexes the text of an item that can be found, replacing what the index has of it. */
export function writeSearchText(store: Store, entity: Entity, id: number, fields: Fields): void {
  if (!entity.isSearched) return
  const { title, body } = searchableText(entity, fields)
  runSql(store, 'INSERT OR REPLACE INTO item_text (rowid, title, body) VALUES (?, ?, ?)', [
    id,
    normaliseSearchText(title),
    normaliseSearchText(body),
  ])
}

/** Removes what the fields of an entity hold in other tables; links with a role of none of these fields stay. */
const clearSideTables = (store: Store, entity: Entity, id: number): void => {
  for (const [, { role }] of linkFields(entity))
    runSql(store, 'DELETE FROM link WHERE source_id = ? AND role = ?', [id, role])
  runSql(store, 'DELETE FROM item_tag WHERE item_id = ?', [id])
}

/**
 * Writes an item that does not exist yet: its rows, links, tags and search text. The writer records the history. With
 * `id`, the row id it had before it was removed, the item gets its old place in every list; without, the last place.
 */
export function insertDoc(store: Store, entity: Entity, doc: Doc, id: number | null = null): void {
  writeLinks(store, entity, insertUnlinked(store, entity, doc, id), doc)
}

/**
 * The same for many items that may link to each other in any order: all rows first, then all links in a second round.
 * Each item must come after those it refers to. `onInserted` is called for each.
 */
export function insertDocs(
  store: Store,
  docs: Iterable<{ entity: Entity; doc: Doc }>,
  onInserted: (entity: Entity, doc: Doc) => void,
): void {
  const ids: number[] = []
  for (const { entity, doc } of docs) {
    ids.push(insertUnlinked(store, entity, doc))
    onInserted(entity, doc)
  }
  let index = 0
  for (const { entity, doc } of docs) writeLinks(store, entity, ids[index++] as number, doc)
}

/** Writes everything of a new item but its links; answers its row id. */
function insertUnlinked(store: Store, entity: Entity, doc: Doc, formerId: number | null = null): number {
  const own = Object.fromEntries(plainColumns(entity).map((name) => [name, doc[name]]))
  const { uid, createdAt, updatedAt } = doc
  const title = JSON.stringify(entity.title(doc))
  const values = [formerId, uid, entity.type, title, entity.day(doc), createdAt, updatedAt]
  const inserted = runSql(store, INSERT_ITEM, values)
  const id = Number(inserted.lastInsertRowid)
  buildOnce(store, insertOwnRow, entity).run({ id, ...own, ...resolveRefs(store, entity, doc) })
  writeTags(store, entity, id, doc)
  writeSearchText(store, entity, id, doc)
  return id
}

/** Overwrites an existing item. */
export function replaceDoc(store: Store, entity: Entity, doc: Doc): void {
  const { id } = requireItem(store, doc.uid)
  const own = Object.fromEntries(plainColumns(entity).map((name) => [name, doc[name]]))
  const title = JSON.stringify(entity.title(doc))
  runSql(store, UPDATE_ITEM, [title, entity.day(doc), doc.createdAt, doc.updatedAt, id])
  buildOnce(store, updateOwnRow, entity).run({ id, ...own, ...resolveRefs(store, entity, doc) })
  clearSideTables(store, entity, id)
  writeLinks(store, entity, id, doc)
  writeTags(store, entity, id, doc)
  writeSearchText(store, entity, id, doc)
}

/** Deletes an item's rows and answers the row id they had; no item may still refer to it. */
export function deleteDoc(store: Store, entity: Entity, uid: string): number {
  const { id } = requireItem(store, uid)
  clearSideTables(store, entity, id)
  runSql(store, 'DELETE FROM item_text WHERE rowid = ?', [id])
  buildOnce(store, deleteOwnRow, entity).run({ id })
  runSql(store, 'DELETE FROM item WHERE id = ?', [id])
  return id
}

/**
 * A query over an entity's items, ready for `where`, `orderBy` and `limit`. Its rows have `id`, the envelope and every
 * field except links and tags, which `toViews` adds for a whole page at once. `leaveOut` names heavy columns a list
 * does not need, `extra` adds computed ones.
 */
export function selectRows(
  store: Store,
  entity: Entity,
  { leaveOut = [], extra = {} }: { leaveOut?: string[]; extra?: Record<string, SQL> } = {},
) {
  const columns: Record<string, SQLiteColumn | SQL> = {
    id: item.id,
    uid: item.uid,
    createdAt: item.createdAt,
    ...extra,
  }
  columns.updatedAt = item.updatedAt
  const own = getTableColumns(entity.table) as Record<string, SQLiteColumn>
  for (const name of plainColumns(entity)) if (!leaveOut.includes(name)) columns[name] = own[name] as SQLiteColumn
  const refs = Object.entries(entity.refs).map(([field, ref]) => ({ ref, target: alias(item, `ref_${field}`), field }))
  for (const { field, target } of refs) columns[field] = target.uid
  let query = store.db.select(columns).from(entity.table).innerJoin(item, eq(item.id, entity.table.id)).$dynamic()
  for (const { ref, target } of refs) query = query.leftJoin(target, eq(target.id, own[ref.column] as SQLiteColumn))
  return query
}

export type Row = Fields & { id: number; uid: string; createdAt: number; updatedAt: number }

/** Tags of many items, sorted. */
export function tagsOf(store: Store, ids: number[]): Map<number, string[]> {
  const rows = readRows<{ id: number; tag: string }>(
    store,
    'SELECT item_id AS id, tag FROM item_tag WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY item_id, tag',
    [JSON.stringify(ids)],
  )
  const tags = new Map<number, string[]>()
  for (const row of rows) tags.set(row.id, [...(tags.get(row.id) ?? []), row.tag])
  return tags
}

/** A stored link with what is needed to show its target. */
export interface LinkedItem {
  sourceId: number
  role: string
  uid: string
  type: ItemType
  title: LocalText
  day: string | null
}

/** Links of many items with their targets, in the order of the targets' uids (which is the same in every copy of the data). */
export function linksOf(store: Store, ids: number[]): Map<number, LinkedItem[]> {
  const rows = readRows<LinkedItem>(
    store,
    `SELECT link.source_id AS sourceId, link.role, item.uid, item.type, item.title, item.day
       FROM link JOIN item ON item.id = link.target_id
       WHERE link.source_id IN (SELECT value FROM json_each(?)) ORDER BY link.source_id, item.uid`,
    [JSON.stringify(ids)],
    { title: LocalText },
  )
  const links = new Map<number, LinkedItem[]>()
  for (const row of rows) {
    const list = links.get(row.sourceId)
    if (list === undefined) links.set(row.sourceId, [row])
    else list.push(row)
  }
  return links
}

/** The uids of each field of links, from all links of one item. */
export function linkedUids(entity: Pick<Entity, 'links'>, linked: readonly LinkedItem[]): Record<string, string[]> {
  return Object.fromEntries(
    linkFields(entity).map(([field, { role }]) => [
      field,
      linked.filter((target) => target.role === role).map(({ uid }) => uid),
    ]),
  )
}

/** Links of many items, none where the entity has no field for them. */
export const linksOfEntity = (store: Store, entity: Pick<Entity, 'links'>, ids: number[]): Map<number, LinkedItem[]> =>
  linkFields(entity).length === 0 ? new Map() : linksOf(store, ids)

/** Completes rows of `selectRows` into docs: adds the uids of their links and their tags. */
export function toDocs(store: Store, entity: Entity, rows: Row[]): Doc[] {
  const ids = rows.map((row) => row.id)
  const links = linksOfEntity(store, entity, ids)
  const tags = entity.hasTags ? tagsOf(store, ids) : null
  return rows.map(({ id, ...doc }) => {
    Object.assign(doc, linkedUids(entity, links.get(id) ?? []))
    if (entity.hasTags) doc.tags = tags?.get(id) ?? []
    return doc as Doc
  })
}

const selectByUid = (store: Store, entity: Entity) =>
  selectRows(store, entity)
    .where(eq(item.uid, sql.placeholder('uid')))
    .prepare()

/** The row of an item as a list, which is empty when there is no such item of this type. */
export const rowsByUid = (store: Store, entity: Entity, uid: string): Row[] =>
  buildOnce(store, selectByUid, entity).all({ uid }) as Row[]

const selectByIds = (store: Store, entity: Entity) =>
  selectRows(store, entity)
    .where(sql`${item.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
    .prepare()

/** Rows of an entity's items by their keys, in no order. */
export const rowsByIds = (store: Store, entity: Entity, ids: readonly number[]): Row[] =>
  buildOnce(store, selectByIds, entity).all({ ids: JSON.stringify(ids) }) as Row[]

/** One item as a doc; throws NOT_FOUND, also when the uid belongs to another type. */
export function readDoc(store: Store, entity: Entity, uid: string): Doc {
  const [doc] = toDocs(store, entity, rowsByUid(store, entity, uid))
  if (doc === undefined) throw new Failure('NOT_FOUND', { uid })
  return doc
}
