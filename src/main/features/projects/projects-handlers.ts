import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { createItem, getItem, listItems, removeItem, updateItem } from '#main/store/items.ts'
import { projects } from '#shared/contract/projects.ts'

const os = implement(projects).$context<StoreContext>()

export const projectsHandlers = os.router({
  list: os.list.handler(({ context }) => listItems(context.store, projectEntity)),
  get: os.get.handler(({ context, input }) => getItem(context.store, projectEntity, input.uid)),
  create: os.create.handler(({ context, input }) => createItem(context.store, projectEntity, input)),
  update: os.update.handler(({ context, input }) => updateItem(context.store, projectEntity, input)),
  remove: os.remove.handler(({ context, input }) => removeItem(context.store, projectEntity, input)),
})
