import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/engine/database.ts'
import { overview } from '#shared/contract/overview.ts'
import { getOverview } from './overview-store.ts'

const os = implement(overview).$context<StoreContext>()

export const overviewHandlers = os.router({
  get: os.get.handler(({ context, input }) => getOverview(context.store, input)),
})
