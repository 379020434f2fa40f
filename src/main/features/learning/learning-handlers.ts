import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { createItem, getItem, listItems, removeItem, updateItem } from '#main/store/items.ts'
import { learning } from '#shared/contract/learning.ts'

const os = implement(learning).$context<StoreContext>()

export const learningHandlers = os.router({
  list: os.list.handler(({ context }) => listItems(context.store, learningEntity)),
  get: os.get.handler(({ context, input }) => getItem(context.store, learningEntity, input.uid)),
  create: os.create.handler(({ context, input }) => createItem(context.store, learningEntity, input)),
  update: os.update.handler(({ context, input }) => updateItem(context.store, learningEntity, input)),
  remove: os.remove.handler(({ context, input }) => removeItem(context.store, learningEntity, input)),
})
