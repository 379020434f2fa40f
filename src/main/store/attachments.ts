import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { safeFileName } from '#shared/domain/keeping/file-name.ts'
import { plainMediaType } from '#shared/domain/keeping/media-type.ts'
import { ATTACHMENT_LIMIT } from '#shared/model/attachment.ts'
import type { Store } from './engine/database.ts'
import { createItem, type Saved } from './engine/items.ts'
import { requireItem } from './engine/rows.ts'
import { attachmentEntity } from './entities/attachments.ts'
import { adoptAttachment } from './files/attachment-files.ts'
import { receiveFile } from './files/receive-file.ts'
import { ensureFolder, removeFile, tidyUp, workspaceFiles } from './files/workspace-files.ts'

export interface IncomingAttachment {
  ownerUid: string
  name: string
  mediaType: string
  uid?: string | undefined
}

/**
 * Attaches a file: its content is received, made durable and put under its hash before the row that names it is
 * written, so that no row is ever without its file. A file sent again under the same uid is the same attachment. Throws
 * NOT_FOUND (the owner), REFUSED `file-too-large`, STORAGE.
 */
export async function attachFile(
  store: Store,
  dir: string,
  incoming: IncomingAttachment,
  content: AsyncIterable<Uint8Array>,
): Promise<Saved> {
  requireItem(store, incoming.ownerUid)
  const { staging } = workspaceFiles(dir)
  ensureFolder(staging)
  const draft = join(staging, randomUUID())
  try {
    const { hash, size } = await receiveFile(draft, content, ATTACHMENT_LIMIT)
    adoptAttachment(dir, draft, hash, size)
    const fields = {
      ownerUid: incoming.ownerUid,
      name: safeFileName(incoming.name),
      mediaType: plainMediaType(incoming.mediaType),
      size,
      hash,
    }
    return createItem(store, attachmentEntity, { uid: incoming.uid, fields })
  } finally {
    // The file may be attached by now: a leftover draft does not change the answer.
    tidyUp(() => removeFile(draft))
  }
}
