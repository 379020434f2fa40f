import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { createItem, getItem, listItems, removeItem, updateItem } from '#main/store/items.ts'
import { people } from '#shared/contract/people.ts'

const os = implement(people).$context<StoreContext>()

export const peopleHandlers = os.router({
  list: os.list.handler(({ context }) => listItems(context.store, personEntity)),
  get: os.get.handler(({ context, input }) => getItem(context.store, personEntity, input.uid)),
  create: os.create.handler(({ context, input }) => createItem(context.store, personEntity, input)),
  update: os.update.handler(({ context, input }) => updateItem(context.store, personEntity, input)),
  remove: os.remove.handler(({ context, input }) => removeItem(context.store, personEntity, input)),
})
