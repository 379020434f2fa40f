import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { createItem, getItem, listItems, removeItem, updateItem } from '#main/store/items.ts'
import { certifications } from '#shared/contract/certifications.ts'

const os = implement(certifications).$context<StoreContext>()

export const certificationsHandlers = os.router({
  list: os.list.handler(({ context }) => listItems(context.store, certificationEntity)),
  get: os.get.handler(({ context, input }) => getItem(context.store, certificationEntity, input.uid)),
  create: os.create.handler(({ context, input }) => createItem(context.store, certificationEntity, input)),
  update: os.update.handler(({ context, input }) => updateItem(context.store, certificationEntity, input)),
  remove: os.remove.handler(({ context, input }) => removeItem(context.store, certificationEntity, input)),
})
