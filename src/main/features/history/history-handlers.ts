import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/engine/database.ts'
import { history } from '#shared/contract/history.ts'
import { readHistoryPage, readRemoved } from './history-store.ts'
import { readItemHistory } from './item-history-store.ts'
import { restoreItem } from './restore-store.ts'

const os = implement(history).$context<StoreContext>()

export const historyHandlers = os.router({
  page: os.page.handler(({ context, input }) => readHistoryPage(context.store, input)),
  removedBy: os.removedBy.handler(({ context, input }) => readRemoved(context.store, input)),
  ofItem: os.ofItem.handler(({ context, input }) => readItemHistory(context.store, input)),
  restore: os.restore.handler(({ context, input }) => restoreItem(context.store, input)),
})
