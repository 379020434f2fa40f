import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { createItem, getItem, removeItem, updateItem } from '#main/store/items.ts'
import { journal } from '#shared/contract/journal.ts'
import {
  captureActivity,
  pageActivities,
  removeActivities,
  totalActivities,
  updateActivities,
} from './journal-store.ts'

const os = implement(journal).$context<StoreContext>()

export const journalHandlers = os.router({
  get: os.get.handler(({ context, input }) => getItem(context.store, activityEntity, input.uid)),
  create: os.create.handler(({ context, input }) => createItem(context.store, activityEntity, input)),
  update: os.update.handler(({ context, input }) => updateItem(context.store, activityEntity, input)),
  remove: os.remove.handler(({ context, input }) => removeItem(context.store, activityEntity, input)),
  page: os.page.handler(({ context, input }) => pageActivities(context.store, input)),
  totals: os.totals.handler(({ context, input }) => totalActivities(context.store, input)),
  capture: os.capture.handler(({ context, input }) => captureActivity(context.store, input)),
  updateMany: os.updateMany.handler(({ context, input }) => updateActivities(context.store, input)),
  removeMany: os.removeMany.handler(({ context, input }) => removeActivities(context.store, input)),
})
