import { implement } from '@orpc/server'
import { crudHandlers } from '#main/features/crud-handlers.ts'
import type { StoreContext } from '#main/store/engine/database.ts'
import { loadEntryEntity } from '#main/store/entities/load.ts'
import { load } from '#shared/contract/load.ts'
import { createLoadEntry, readWeekHours, updateLoadEntries, updateLoadEntry } from './load-store.ts'

const os = implement(load).$context<StoreContext>()

export const loadHandlers = {
  ...crudHandlers(load, loadEntryEntity),
  create: os.create.handler(({ context, input }) => createLoadEntry(context.store, input)),
  update: os.update.handler(({ context, input }) => updateLoadEntry(context.store, input)),
  updateMany: os.updateMany.handler(({ context, input }) => updateLoadEntries(context.store, input)),
  hours: os.hours.handler(({ context, input }) => readWeekHours(context.store, input)),
}
