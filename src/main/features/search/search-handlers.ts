import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/engine/database.ts'
import { search } from '#shared/contract/search.ts'
import { findItems, nameItems } from './search-store.ts'

const os = implement(search).$context<StoreContext>()

export const searchHandlers = os.router({
  named: os.named.handler(({ context, input }) => nameItems(context.store, input)),
  find: os.find.handler(({ context, input }) => findItems(context.store, input)),
})
