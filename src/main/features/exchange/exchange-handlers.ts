import { implement } from '@orpc/server'
import type { Workspace } from '#main/store/open-workspace.ts'
import { exchange } from '#shared/contract/exchange.ts'
import { discardArchive, importReceived, previewArchive } from './archive/archive-jobs.ts'

/** What these handlers need: the open workspace with its queue of long work. */
interface ExchangeContext {
  workspace: Workspace
}

const os = implement(exchange).$context<ExchangeContext>()

export const exchangeHandlers = os.router({
  previewArchive: os.previewArchive.handler(({ context, input }) => previewArchive(context.workspace, input.uploadId)),
  importArchive: os.importArchive.handler(({ context, input }) => importReceived(context.workspace, input.uploadId)),
  discardArchive: os.discardArchive.handler(async ({ context, input }) => {
    await discardArchive(context.workspace, input.uploadId)
    return null
  }),
  progress: os.progress.handler(({ context }) => context.workspace.jobs.current),
  cancel: os.cancel.handler(({ context }) => context.workspace.jobs.cancel('import')),
})
