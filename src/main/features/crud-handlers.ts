import { type AnyProcedure, implement } from '@orpc/server'
import { type BulkChange, removeItems, updateItems } from '#main/store/engine/bulk.ts'
import type { Store, StoreContext } from '#main/store/engine/database.ts'
import { createItem, getItem, listItems, removeItem, updateItem } from '#main/store/engine/items.ts'
import type { Entity, Fields } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { bulk, crud } from '#shared/contract/base.ts'
import { usualProcedures } from '#shared/contract/usual.ts'
import { MODELS } from '#shared/model/entities.ts'

type Crud = ReturnType<typeof crud> & ReturnType<typeof bulk>
type CrudName = keyof Crud

/** What the usual procedures do, for any entity. */
const ACTIONS: { [Name in CrudName]: (store: Store, entity: Entity, input: never) => unknown } = {
  list: (store, entity) => listItems(store, entity),
  get: (store, entity, { uid }: { uid: string }) => getItem(store, entity, uid),
  create: (store, entity, input: { uid: string; fields: Fields }) => createItem(store, entity, input),
  update: (store, entity, input: { uid: string; patch: Fields }) => updateItem(store, entity, input),
  remove: (store, entity, input: { uid: string }) => removeItem(store, entity, input),
  updateMany: (store, entity, input: BulkChange<Fields>) => updateItems(store, entity, input),
  removeMany: (store, entity, input: { uids: string[] }) => removeItems(store, entity, input),
}

const NAMES = Object.keys(ACTIONS) as CrudName[]

/**
 * Handlers for those of the usual procedures that a feature's contract has, made from the entity's declaration. A
 * feature spreads them, then adds its own or replaces some.
 */
export function crudHandlers<Procedures extends object, F extends object>(
  procedures: Procedures,
  entity: Entity<F>,
): Pick<{ [Name in CrudName]: AnyProcedure }, CrudName & keyof Procedures> {
  const given = procedures as Partial<Crud>
  const made = NAMES.flatMap((name) => {
    const procedure = given[name]
    if (procedure === undefined) return []
    const act = ACTIONS[name]
    const handler = implement(procedure)
      .$context<StoreContext>()
      .handler(({ context, input }) => act(context.store, entity as unknown as Entity, input as never) as never)
    return [[name, handler] as const]
  })
  return Object.fromEntries(made) as never
}

/** The handlers of every entity that needs only the usual ones. */
export const usualHandlers = Object.fromEntries(
  MODELS.flatMap(({ procedures, type }) =>
    procedures === null ? [] : [[procedures, crudHandlers(usualProcedures[procedures], entities[type])]],
  ),
) as { [Name in keyof typeof usualProcedures]: ReturnType<typeof crudHandlers<Crud, Fields>> }
