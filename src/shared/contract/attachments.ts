import { z } from 'zod'
import { attachmentModel, attachmentShape } from '#shared/model/attachment.ts'
import { NewUid, Uid } from '#shared/model/common.ts'
import { viewOf } from '#shared/model/entities.ts'
import { ByUid, procedure, Saved } from './base.ts'

/** POST to this path (octet-stream) attaches a file; GET of a path below it answers the content. */
export const ATTACHMENTS_PATH = '/attachments'

/** The facts of a file sent before its content, in the upload header, encoded by `encodeUpload`. */
export const AttachmentUpload = z.strictObject({
  ownerUid: Uid,
  /** The name of the file on the user's disk; unsafe characters are replaced on arrival. */
  name: z.string().max(2000),
  mediaType: attachmentShape.mediaType,
  /** Made by the client, so that a repeated upload cannot attach twice. */
  uid: NewUid,
})
export type AttachmentUpload = z.infer<typeof AttachmentUpload>

/** Header values are plain ASCII: JSON, percent-encoded. */
export function encodeUpload(upload: AttachmentUpload): string {
  return encodeURIComponent(JSON.stringify(upload))
}

/** The inverse of `encodeUpload`; null for anything else. */
export function decodeUpload(header: string | null): AttachmentUpload | null {
  if (header === null) return null
  try {
    return AttachmentUpload.safeParse(JSON.parse(decodeURIComponent(header))).data ?? null
  } catch {
    return null
  }
}

/** Address of an attachment's content. It changes with the attachment, because browsers cache content by address. */
export function attachmentAddress(attachment: { uid: string; updatedAt: number }): string {
  return `${ATTACHMENTS_PATH}/${attachment.uid}?v=${attachment.updatedAt}`
}

export const Attachment = viewOf(attachmentModel)
export type Attachment = z.infer<typeof Attachment>

export const attachments = {
  /** The files attached to an item, in the order of attaching. */
  list: procedure.input(z.strictObject({ ownerUid: Uid })).output(z.array(Attachment)),
  rename: procedure.input(z.strictObject({ uid: Uid, name: attachmentShape.name })).output(Saved),
  /** Removes the file from its item; its content stays in the workspace for undo and for backups. */
  remove: procedure.input(ByUid).output(Saved),
}
