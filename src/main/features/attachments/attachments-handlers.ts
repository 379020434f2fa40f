import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/engine/database.ts'
import { attachments } from '#shared/contract/attachments.ts'
import { listAttachments, removeAttachment, renameAttachment } from './attachments-store.ts'

const os = implement(attachments).$context<StoreContext>()

export const attachmentsHandlers = os.router({
  list: os.list.handler(({ context, input }) => listAttachments(context.store, input)),
  rename: os.rename.handler(({ context, input }) => renameAttachment(context.store, input)),
  remove: os.remove.handler(({ context, input }) => removeAttachment(context.store, input)),
})
