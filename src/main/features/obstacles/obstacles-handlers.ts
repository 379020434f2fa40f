import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { createItem, getItem, listItems, removeItem, updateItem } from '#main/store/items.ts'
import { experiments, obstacles } from '#shared/contract/obstacles.ts'

const obstaclesOs = implement(obstacles).$context<StoreContext>()
const experimentsOs = implement(experiments).$context<StoreContext>()

export const obstaclesHandlers = obstaclesOs.router({
  list: obstaclesOs.list.handler(({ context }) => listItems(context.store, obstacleEntity)),
  get: obstaclesOs.get.handler(({ context, input }) => getItem(context.store, obstacleEntity, input.uid)),
  create: obstaclesOs.create.handler(({ context, input }) => createItem(context.store, obstacleEntity, input)),
  update: obstaclesOs.update.handler(({ context, input }) => updateItem(context.store, obstacleEntity, input)),
  remove: obstaclesOs.remove.handler(({ context, input }) => removeItem(context.store, obstacleEntity, input)),
})

export const experimentsHandlers = experimentsOs.router({
  list: experimentsOs.list.handler(({ context }) => listItems(context.store, experimentEntity)),
  get: experimentsOs.get.handler(({ context, input }) => getItem(context.store, experimentEntity, input.uid)),
  create: experimentsOs.create.handler(({ context, input }) => createItem(context.store, experimentEntity, input)),
  update: experimentsOs.update.handler(({ context, input }) => updateItem(context.store, experimentEntity, input)),
  remove: experimentsOs.remove.handler(({ context, input }) => removeItem(context.store, experimentEntity, input)),
})
