import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { createItem, getItem, listItems, removeItem, updateItem } from '#main/store/items.ts'
import { achievements } from '#shared/contract/achievements.ts'

const os = implement(achievements).$context<StoreContext>()

export const achievementsHandlers = os.router({
  list: os.list.handler(({ context }) => listItems(context.store, achievementEntity)),
  get: os.get.handler(({ context, input }) => getItem(context.store, achievementEntity, input.uid)),
  create: os.create.handler(({ context, input }) => createItem(context.store, achievementEntity, input)),
  update: os.update.handler(({ context, input }) => updateItem(context.store, achievementEntity, input)),
  remove: os.remove.handler(({ context, input }) => removeItem(context.store, achievementEntity, input)),
})
