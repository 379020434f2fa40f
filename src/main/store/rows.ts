import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { normaliseSearchText } from '#shared/domain/text.ts'
import type { LocalText } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { ItemType } from '#shared/model/vocabulary.ts'
import { prepared, type Store } from './database.ts'
import type { Doc, Entity, Fields } from './entity.ts'
import { item } from './schema/item.ts'

/** The row id and type of an item; throws NOT_FOUND. */
export function findItem(store: Store, uid: string): { id: number; type: ItemType } {
  const row = prepared(store, 'item.by-uid', () =>
    store.sqlite.prepare<[string], { id: number; type: ItemType }>('SELECT id, type FROM item WHERE uid = ?'),
  ).get(uid)
  if (row === undefined) throw new Failure('NOT_FOUND', { uid })
  return row
}

/** True when the uid is in use. */
export function itemExists(store: Store, uid: string): boolean {
  const row = prepared(store, 'item.exists', () => store.sqlite.prepare('SELECT 1 FROM item WHERE uid = ?')).get(uid)
  return row !== undefined
}

/** True while the workspace holds no item. */
export function isEmptyWorkspace(store: Store): boolean {
  return store.sqlite.prepare('SELECT 1 FROM item LIMIT 1').get() === undefined
}

/** The columns of an entity's own table that hold fields as they are: all but the key, the references and what SQLite computes. */
function plainColumns(entity: Entity): string[] {
  const refColumns = new Set(Object.values(entity.refs).map((ref) => ref.column))
  return Object.entries(getTableColumns(entity.table))
    .filter(([name, column]) => name !== 'id' && !refColumns.has(name) && column.generated === undefined)
    .map(([name]) => name)
}

function resolveRefs(store: Store, entity: Entity, fields: Fields): Record<string, number | null> {
  const ids: Record<string, number | null> = {}
  for (const [field, ref] of Object.entries(entity.refs)) {
    const uid = fields[field] as string | null
    const target = uid === null ? null : findItem(store, uid)
    if (target !== null && ref.type !== 'any' && target.type !== ref.type)
      throw new Failure('VALIDATION', { issues: [{ path: [field], message: 'ref.wrongType' }] })
    ids[ref.column] = target?.id ?? null
  }
  return ids
}

const insertItem = (store: Store) =>
  prepared(store, 'item.insert', () =>
    store.sqlite.prepare('INSERT INTO item (uid, type, title, day, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)'),
  )

const updateItem = (store: Store) =>
  prepared(store, 'item.update', () =>
    store.sqlite.prepare('UPDATE item SET title = ?, day = ?, created_at = ?, updated_at = ? WHERE id = ?'),
  )

function insertOwnRow(store: Store, entity: Entity, values: Fields): void {
  prepared(store, `${entity.type}.insert`, () => {
    const names = ['id', ...plainColumns(entity), ...Object.values(entity.refs).map((ref) => ref.column)]
    const placeholders = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]))
    return store.db.insert(entity.table).values(placeholders).prepare()
  }).run(values)
}

function updateOwnRow(store: Store, entity: Entity, values: Fields): void {
  const { id, ...set } = values
  store.db
    .update(entity.table)
    .set(set)
    .where(eq(entity.table.id, id as number))
    .run()
}

/** One row at a time: an INSERT ... SELECT opens a savepoint, and each one makes FTS5 write out what it has gathered. */
function writeLinks(store: Store, entity: Entity, id: number, fields: Fields): void {
  if (entity.linkField === undefined) return
  const insert = prepared(store, 'link.insert', () =>
    store.sqlite.prepare(
      'INSERT INTO link (source_id, role, target_id, target_type, day, minutes) VALUES (?, ?, ?, ?, ?, ?)',
    ),
  )
  const day = entity.minutes === undefined ? null : entity.day(fields)
  const minutes = entity.minutes?.(fields) ?? null
  for (const uid of new Set(fields[entity.linkField.field] as string[])) {
    const target = findItem(store, uid)
    insert.run(id, entity.linkField.role, target.id, target.type, day, minutes)
  }
}

function writeTags(store: Store, entity: Entity, id: number, fields: Fields): void {
  if (!entity.hasTags) return
  const insert = prepared(store, 'tag.insert', () =>
    store.sqlite.prepare('INSERT OR IGNORE INTO item_tag (item_id, tag) VALUES (?, ?)'),
  )
  for (const tag of fields.tags as string[]) insert.run(id, tag)
}

const bothLanguages = (text: LocalText | null): string =>
  text === null ? '' : typeof text === 'string' ? text : `${text.ru}\n${text.en}`

function writeSearchText(store: Store, entity: Entity, id: number, fields: Fields): void {
  prepared(store, 'text.insert', () =>
    store.sqlite.prepare('INSERT OR REPLACE INTO item_text (rowid, title, body) VALUES (?, ?, ?)'),
  ).run(
    id,
    normaliseSearchText(bothLanguages(entity.title(fields))),
    normaliseSearchText(entity.searchText(fields).map(bothLanguages).join('\n')),
  )
}

const clearSideTables = (store: Store, id: number): void => {
  prepared(store, 'link.clear', () => store.sqlite.prepare('DELETE FROM link WHERE source_id = ?')).run(id)
  prepared(store, 'tag.clear', () => store.sqlite.prepare('DELETE FROM item_tag WHERE item_id = ?')).run(id)
}

/** Writes an item that does not exist yet: its rows, links, tags and search text. No history: that is the writer's. */
export function insertDoc(store: Store, entity: Entity, doc: Doc): void {
  writeLinks(store, entity, insertUnlinked(store, entity, doc), doc)
}

/**
 * The same for many items that may link to each other in any order: all rows first, then all links. Each must come after
 * those it refers to.
 */
export function insertDocs(store: Store, docs: readonly { entity: Entity; doc: Doc }[]): void {
  const ids = docs.map(({ entity, doc }) => insertUnlinked(store, entity, doc))
  for (const [index, { entity, doc }] of docs.entries()) writeLinks(store, entity, ids[index] as number, doc)
}

/** Writes everything of a new item but its links; answers its row id. */
function insertUnlinked(store: Store, entity: Entity, doc: Doc): number {
  const own = Object.fromEntries(plainColumns(entity).map((name) => [name, doc[name]]))
  const { uid, createdAt, updatedAt } = doc
  const title = JSON.stringify(entity.title(doc))
  const inserted = insertItem(store).run(uid, entity.type, title, entity.day(doc), createdAt, updatedAt)
  const id = Number(inserted.lastInsertRowid)
  insertOwnRow(store, entity, { id, ...own, ...resolveRefs(store, entity, doc) })
  writeTags(store, entity, id, doc)
  writeSearchText(store, entity, id, doc)
  return id
}

/** Writes an existing item anew. */
export function replaceDoc(store: Store, entity: Entity, doc: Doc): void {
  const { id } = findItem(store, doc.uid)
  const own = Object.fromEntries(plainColumns(entity).map((name) => [name, doc[name]]))
  updateItem(store).run(JSON.stringify(entity.title(doc)), entity.day(doc), doc.createdAt, doc.updatedAt, id)
  updateOwnRow(store, entity, { id, ...own, ...resolveRefs(store, entity, doc) })
  clearSideTables(store, id)
  writeLinks(store, entity, id, doc)
  writeTags(store, entity, id, doc)
  writeSearchText(store, entity, id, doc)
}

/** Deletes an item's rows; nothing may refer to it any more. */
export function deleteDoc(store: Store, entity: Entity, uid: string): void {
  const { id } = findItem(store, uid)
  clearSideTables(store, id)
  prepared(store, 'text.delete', () => store.sqlite.prepare('DELETE FROM item_text WHERE rowid = ?')).run(id)
  store.db.delete(entity.table).where(eq(entity.table.id, id)).run()
  prepared(store, 'item.delete', () => store.sqlite.prepare('DELETE FROM item WHERE id = ?')).run(id)
}

/**
 * A query over an entity's items, ready for `where`, `orderBy` and `limit`. Its rows have `id`, the envelope and every field
 * but links and tags, which `toViews` adds for a whole page at once. `leaveOut` names heavy columns a list does not need,
 * `extra` adds computed ones.
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
  const rows = prepared(store, 'tag.of', () =>
    store.sqlite.prepare<[string], { id: number; tag: string }>(
      'SELECT item_id AS id, tag FROM item_tag WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY item_id, tag',
    ),
  ).all(JSON.stringify(ids))
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
  const rows = prepared(store, 'link.of', () =>
    store.sqlite.prepare<[string], Omit<LinkedItem, 'title'> & { title: string }>(
      `SELECT link.source_id AS sourceId, link.role, item.uid, item.type, item.title, item.day
       FROM link JOIN item ON item.id = link.target_id
       WHERE link.source_id IN (SELECT value FROM json_each(?)) ORDER BY link.source_id, item.uid`,
    ),
  ).all(JSON.stringify(ids))
  const links = new Map<number, LinkedItem[]>()
  for (const row of rows) {
    const list = links.get(row.sourceId)
    const linked = { ...row, title: JSON.parse(row.title) as LocalText }
    if (list === undefined) links.set(row.sourceId, [linked])
    else list.push(linked)
  }
  return links
}

/** Completes rows of `selectRows` into docs: adds the uids of their links and their tags. */
export function toDocs(store: Store, entity: Entity, rows: Row[]): Doc[] {
  const ids = rows.map((row) => row.id)
  const links = entity.linkField === undefined ? null : linksOf(store, ids)
  const tags = entity.hasTags ? tagsOf(store, ids) : null
  return rows.map(({ id, ...doc }) => {
    if (entity.linkField !== undefined) doc[entity.linkField.field] = links?.get(id)?.map((linked) => linked.uid) ?? []
    if (entity.hasTags) doc.tags = tags?.get(id) ?? []
    return doc as Doc
  })
}

/** One item as a doc; throws NOT_FOUND, also when the uid belongs to another type. */
export function readDoc(store: Store, entity: Entity, uid: string): Doc {
  const rows = prepared(store, `${entity.type}.read`, () =>
    selectRows(store, entity)
      .where(eq(item.uid, sql.placeholder('uid')))
      .prepare(),
  ).all({ uid }) as Row[]
  const [doc] = toDocs(store, entity, rows)
  if (doc === undefined) throw new Failure('NOT_FOUND', { uid })
  return doc
}
