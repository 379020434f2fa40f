import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/engine/database.ts'
import { search } from '#shared/contract/search.ts'
import { findItems } from './search-store.ts'

const os = implement(search).$context<StoreContext>()

export const searchHandlers = os.router({
  find: os.find.handler(({ context, input }) => findItems(context.store, input)),
})
