import type { SQL } from 'drizzle-orm'
import type { Doc, Entity, Patch } from '#main/store/entities/entity.ts'
import { LocalText } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import { Failure } from '#shared/model/failure.ts'
import { askedFields, create, type Saved } from './creation.ts'
import type { Store } from './database.ts'
import { type LinkedItem, linkedUids, linksOfEntity, type Row, rowsByUid, selectRows, tagsOf } from './rows.ts'
import { readRows } from './statements.ts'
import { write } from './writer.ts'

export type { Saved }

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
  const rows = readRows<ItemRef>(
    store,
    'SELECT uid, type, title, day FROM item WHERE uid IN (SELECT value FROM json_each(?))',
    [JSON.stringify(uids)],
    { title: LocalText },
  )
  for (const row of rows) refs.set(row.uid, row)
  return refs
}

const toRef = ({ uid, type, title, day }: LinkedItem): ItemRef => ({ uid, type, title, day })

/** Completes rows into views: links with their titles, tags, and the refs of owners. */
export function toViews<F extends object>(store: Store, entity: Entity<F>, rows: Row[]): View<F>[] {
  const ids = rows.map((row) => row.id)
  const links = linksOfEntity(store, entity, ids)
  const tags = entity.hasTags ? tagsOf(store, ids) : null
  const refFields = Object.keys(entity.refs)
  const named = rows.flatMap((row) => refFields.map((field) => row[field]).filter((uid) => uid !== null)) as string[]
  const owners = refsOf(store, named)
  return rows.map(({ id, ...view }) => {
    const linked = links.get(id) ?? []
    Object.assign(view, linkedUids(entity, linked))
    if (entity.hasTags) view.tags = tags?.get(id) ?? []
    const owned = refFields.map((field) => owners.get(view[field] as string)).filter((ref) => ref !== undefined)
    // One item may be named in several fields.
    view.refs = [...new Map([...owned, ...linked.map(toRef)].map((ref) => [ref.uid, ref])).values()]
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
  const [view] = toViews(store, entity, rowsByUid(store, entity as unknown as Entity, uid))
  if (view === undefined) throw new Failure('NOT_FOUND', { uid })
  return view
}

/** Adds one item as one undoable action; the same uid again is the same item (see `create`). */
export function createItem<F extends object>(
  store: Store,
  entity: Entity<F>,
  { uid, fields }: { uid?: string | undefined; fields: Patch<F> },
): Saved {
  return create(store, {
    entity,
    label: `${entity.type}.create`,
    uid,
    asked: askedFields(entity, fields),
    insert: (w) => w.insert(entity, fields, uid),
  })
}

/** A change of one item; `base` holds what the changed fields were when the change was begun. */
export interface Change<F extends object> {
  uid: string
  patch: Patch<F>
  base?: Patch<F> | undefined
}

/**
 * Changes one item as one undoable action. Throws CONFLICT where somebody else has changed the same fields meanwhile.
 */
export function updateItem<F extends object>(store: Store, entity: Entity<F>, input: Change<F>): Saved {
  const { uid, patch, base } = input
  const { batchId } = write(store, `${entity.type}.update`, (w) => w.update(entity, uid, patch, base))
  return { uid: input.uid, batchId }
}

/** Removes one item, with what belongs to it, as one undoable action. */
export function removeItem<F extends object>(store: Store, entity: Entity<F>, input: { uid: string }): Saved {
  const { batchId } = write(store, `${entity.type}.remove`, (w) => w.remove(entity, input.uid))
  return { uid: input.uid, batchId }
}
