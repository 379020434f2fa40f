import { z } from 'zod'
import { Uid } from './common.ts'
import { declareModel } from './declare.ts'

/** Largest file that can be attached: 100 MiB. */
export const ATTACHMENT_LIMIT = 100 * 1024 * 1024

/**
 * A file copied into the workspace and addressed by the SHA-256 of its content; `ownerUid` is the item it is attached
 * to.
 */
export const attachmentShape = {
  ownerUid: Uid,
  name: z.string().trim().min(1).max(255),
  mediaType: z.string().max(200),
  /** Bytes. */
  size: z.int().min(0).max(ATTACHMENT_LIMIT),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
}
export const AttachmentFields = z.strictObject(attachmentShape)
export type AttachmentFields = z.infer<typeof AttachmentFields>
const emptyAttachment: AttachmentFields = { ownerUid: '', name: '', mediaType: '', size: 0, hash: '' }

export const attachmentModel = declareModel({
  type: 'attachment',
  shape: attachmentShape,
  fields: AttachmentFields,
  empty: emptyAttachment,
})
