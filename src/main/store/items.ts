import { eq, type SQL, sql } from 'drizzle-orm'
import type { LocalText } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { ItemRef } from '#shared/model/item.ts'
import { prepared, type Store } from './database.ts'
import type { Doc, Entity, Patch } from './entity.ts'
import { type LinkedItem, linksOf, type Row, selectRows, tagsOf } from './rows.ts'
import { item } from './schema/item.ts'
import { write } from './writer.ts'

/** An item with the refs of everything it names, as the contract shows it. */
export type View<F extends object> = Doc<F> & { refs: ItemRef[] }

interface ListOptions {
  where?: SQL
  orderBy?: SQL[]
  limit?: number
  /** Heavy columns to leave out. */
  leaveOut?: string[]
}

function refsOf(store: Store, uids: string[]): Map<string, ItemRef> {
  const refs = new Map<string, ItemRef>()
  if (uids.length === 0) return refs
  const rows = prepared(store, 'item.refs', () =>
    store.sqlite.prepare<[string], Omit<ItemRef, 'title'> & { title: string }>(
      'SELECT uid, type, title, day FROM item WHERE uid IN (SELECT value FROM json_each(?))',
    ),
  ).all(JSON.stringify(uids))
  for (const row of rows) refs.set(row.uid, { ...row, title: JSON.parse(row.title) as LocalText })
  return refs
}

const toRef = ({ uid, type, title, day }: LinkedItem): ItemRef => ({ uid, type, title, day })

/** Completes rows into views: links with their titles, tags, and the refs of owners. */
export function toViews<F extends object>(store: Store, entity: Entity<F>, rows: Row[]): View<F>[] {
  const ids = rows.map((row) => row.id)
  const links = entity.linkField === undefined ? null : linksOf(store, ids)
  const tags = entity.hasTags ? tagsOf(store, ids) : null
  const refFields = Object.keys(entity.refs)
  const named = rows.flatMap((row) => refFields.map((field) => row[field]).filter((uid) => uid !== null)) as string[]
  const owners = refsOf(store, named)
  return rows.map(({ id, ...view }) => {
    const linked = links?.get(id) ?? []
    if (entity.linkField !== undefined) view[entity.linkField.field] = linked.map((target) => target.uid)
    if (entity.hasTags) view.tags = tags?.get(id) ?? []
    const owned = refFields.map((field) => owners.get(view[field] as string)).filter((ref) => ref !== undefined)
    view.refs = [...owned, ...linked.map(toRef)]
    return view as unknown as View<F>
  })
}

/** Views of the items a condition selects. */
export function listItems<F extends object>(store: Store, entity: Entity<F>, options: ListOptions = {}): View<F>[] {
  let query = selectRows(store, entity as unknown as Entity, { leaveOut: options.leaveOut ?? [] })
  if (options.where !== undefined) query = query.where(options.where)
  if (options.orderBy !== undefined) query = query.orderBy(...options.orderBy)
  if (options.limit !== undefined) query = query.limit(options.limit)
  return toViews(store, entity, query.all() as Row[])
}

/** One item as a view; throws NOT_FOUND, also when the uid belongs to another type. */
export function getItem<F extends object>(store: Store, entity: Entity<F>, uid: string): View<F> {
  const rows = prepared(store, `${entity.type}.view`, () =>
    selectRows(store, entity as unknown as Entity)
      .where(eq(item.uid, sql.placeholder('uid')))
      .prepare(),
  ).all({ uid }) as Row[]
  const [view] = toViews(store, entity, rows)
  if (view === undefined) throw new Failure('NOT_FOUND', { uid })
  return view
}

export interface Saved {
  uid: string
  batchId: number
}

/** Adds one item as one undoable action. */
export function createItem<F extends object>(
  store: Store,
  entity: Entity<F>,
  input: { uid?: string | undefined; fields: Patch<F> },
): Saved {
  const { result, batchId } = write(store, `${entity.type}.create`, (w) => w.insert(entity, input.fields, input.uid))
  return { uid: result, batchId }
}

/** Changes one item as one undoable action. */
export function updateItem<F extends object>(
  store: Store,
  entity: Entity<F>,
  input: { uid: string; patch: Patch<F> },
): Saved {
  const { batchId } = write(store, `${entity.type}.update`, (w) => w.update(entity, input.uid, input.patch))
  return { uid: input.uid, batchId }
}

/** Removes one item, with what belongs to it, as one undoable action. */
export function removeItem<F extends object>(store: Store, entity: Entity<F>, input: { uid: string }): Saved {
  const { batchId } = write(store, `${entity.type}.remove`, (w) => w.remove(entity, input.uid))
  return { uid: input.uid, batchId }
}
