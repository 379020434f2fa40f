import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { safeFileName } from '#shared/domain/file-name.ts'
import { ATTACHMENT_LIMIT } from '#shared/model/attachment.ts'
import { adoptAttachment } from './attachment-files.ts'
import type { Store } from './database.ts'
import { attachmentEntity } from './entities/attachments.ts'
import type { Saved } from './items.ts'
import { receiveFile } from './receive-file.ts'
import { findItem } from './rows.ts'
import { ensureFolder, workspaceFiles } from './workspace-files.ts'
import { write } from './writer.ts'

const MEDIA_TYPE = /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/

export interface IncomingAttachment {
  ownerUid: string
  name: string
  mediaType: string
  uid?: string | undefined
}

/**
 * Attaches a file: its content is received, made durable and put under its hash before the row that names it is written,
 * so that no row is ever without its file. Throws NOT_FOUND (the owner), REFUSED `file-too-large`, STORAGE.
 */
export async function attachFile(
  store: Store,
  dir: string,
  incoming: IncomingAttachment,
  content: AsyncIterable<Uint8Array>,
): Promise<Saved> {
  findItem(store, incoming.ownerUid)
  const { staging } = workspaceFiles(dir)
  ensureFolder(staging)
  const draft = join(staging, randomUUID())
  try {
    const { hash, size } = await receiveFile(draft, content, ATTACHMENT_LIMIT)
    adoptAttachment(dir, draft, hash, size)
    const mediaType = incoming.mediaType.toLowerCase()
    const fields = {
      ownerUid: incoming.ownerUid,
      name: safeFileName(incoming.name),
      mediaType: MEDIA_TYPE.test(mediaType) ? mediaType : '',
      size,
      hash,
    }
    const { result, batchId } = write(store, 'attachment.create', (w) =>
      w.insert(attachmentEntity, fields, incoming.uid),
    )
    return { uid: result, batchId }
  } finally {
    await rm(draft, { force: true })
  }
}
