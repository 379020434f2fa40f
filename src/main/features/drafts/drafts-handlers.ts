import { implement } from '@orpc/server'
import { drafts } from '#shared/contract/drafts.ts'
import { keepDraft, listDrafts } from './drafts-store.ts'

/** What these handlers need: the folder of the workspace. */
interface DraftsContext {
  workspace: { dir: string }
  store: { clock: () => number }
}

const os = implement(drafts).$context<DraftsContext>()

export const draftsHandlers = os.router({
  list: os.list.handler(({ context }) => listDrafts(context.workspace.dir, context.store.clock())),
  keep: os.keep.handler(async ({ context, input }) => {
    await keepDraft(context.workspace.dir, input)
    return null
  }),
})
