import { eq } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ItemType } from '#shared/model/vocabulary.ts'
import { prepared, type Store } from './database.ts'
import { entities } from './entities/registry.ts'
import type { Doc, Entity } from './entity.ts'
import { item } from './schema/item.ts'

/** An item that names another one, and what becomes of it when that one is removed. */
export interface Referrer {
  entity: Entity
  uid: string
  /** Without the other item; null = it goes with it. */
  release(doc: Doc): Doc | null
}

function uidsBy(store: Store, entity: Entity, column: SQLiteColumn, id: number): string[] {
  return store.db
    .select({ uid: item.uid })
    .from(entity.table)
    .innerJoin(item, eq(item.id, entity.table.id))
    .where(eq(column, id))
    .all()
    .map((row) => row.uid)
}

function byReference(store: Store, id: number, type: ItemType): Referrer[] {
  return Object.values(entities).flatMap((entity) =>
    Object.entries(entity.refs)
      .filter(([, ref]) => ref.type === 'any' || ref.type === type)
      .flatMap(([field, ref]) => {
        const column = (entity.table as unknown as Record<string, SQLiteColumn>)[ref.column] as SQLiteColumn
        const release = (doc: Doc) => (ref.onRemove === 'cascade' ? null : { ...doc, [field]: null })
        return uidsBy(store, entity, column, id).map((uid) => ({ entity, uid, release }))
      }),
  )
}

function byLink(store: Store, id: number, removedUid: string): Referrer[] {
  const sources = prepared(store, 'link.sources', () =>
    store.sqlite.prepare<[number], { uid: string; type: ItemType }>(
      'SELECT DISTINCT item.uid, item.type FROM link JOIN item ON item.id = link.source_id WHERE target_id = ?',
    ),
  ).all(id)
  return sources.map(({ uid, type }) => {
    const entity = entities[type]
    const field = entity.linkField?.field
    const release = (doc: Doc) =>
      field === undefined ? doc : { ...doc, [field]: (doc[field] as string[]).filter((other) => other !== removedUid) }
    return { entity, uid, release }
  })
}

/** Every item that names the given one, by reference or in its links. */
export function findReferrers(store: Store, target: { id: number; uid: string; type: ItemType }): Referrer[] {
  return [...byReference(store, target.id, target.type), ...byLink(store, target.id, target.uid)]
}
