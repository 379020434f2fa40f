import { eq } from 'drizzle-orm'
import type { Store } from '#main/store/engine/database.ts'
import { listItems, removeItem, type Saved, updateItem, type View } from '#main/store/engine/items.ts'
import { requireItem } from '#main/store/engine/rows.ts'
import { attachmentEntity } from '#main/store/entities/attachments.ts'
import { attachment } from '#main/store/schema/attachments.ts'
import { safeFileName } from '#shared/domain/keeping/file-name.ts'
import type { AttachmentFields } from '#shared/model/attachment.ts'

/** The files attached to an item, in the order of attaching. */
export function listAttachments(store: Store, input: { ownerUid: string }): View<AttachmentFields>[] {
  const owner = requireItem(store, input.ownerUid)
  return listItems(store, attachmentEntity, {
    where: eq(attachment.ownerId, owner.id),
    orderBy: [attachment.id.getSQL()],
  })
}

export function renameAttachment(store: Store, input: { uid: string; name: string }): Saved {
  return updateItem(store, attachmentEntity, { uid: input.uid, patch: { name: safeFileName(input.name) } })
}

/** Removes only the row: undo and older backups still need the content. */
export function removeAttachment(store: Store, input: { uid: string }): Saved {
  return removeItem(store, attachmentEntity, input)
}
