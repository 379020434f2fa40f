import { eq, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Doc, Entity } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import { item } from '#main/store/schema/item.ts'
import type { ItemType } from '#shared/model/entities.ts'
import type { Store } from './database.ts'
import { buildOnce } from './statements.ts'

/** An item that refers to another one, and what happens to it when that one is removed. */
export interface Referrer {
  entity: Entity
  uid: string
  /** The field with the reference. */
  field: string
  /** The item without the reference; null = it is removed as well. */
  release(doc: Doc): Doc | null
}

/** The item referred to. */
export interface Target {
  id: number
  uid: string
  type: ItemType
}

/** Uids of the items that have a value in a column of their own table. */
const selectBy = (store: Store, column: SQLiteColumn) => {
  const table = column.table as Entity['table']
  return store.db
    .select({ uid: item.uid })
    .from(table)
    .innerJoin(item, eq(item.id, table.id))
    .where(eq(column, sql.placeholder('id')))
    .prepare()
}

/** Every item that refers to the given one in a field of its own; links are not among them, see `removeLinksTo`. */
export function findReferrers(store: Store, { id, type }: Target): Referrer[] {
  return Object.values(entities).flatMap((entity) =>
    Object.entries(entity.refs)
      .filter(([, ref]) => ref.type === 'any' || ref.type === type)
      .flatMap(([field, ref]) => {
        const column = (entity.table as unknown as Record<string, SQLiteColumn>)[ref.column] as SQLiteColumn
        const release = (doc: Doc) => (ref.onRemove === 'cascade' ? null : { ...doc, [field]: null })
        return buildOnce(store, selectBy, column)
          .all({ id })
          .map(({ uid }) => ({ entity, uid, field, release }))
      }),
  )
}
