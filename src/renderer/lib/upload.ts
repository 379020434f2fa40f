import { createORPCErrorFromJson, isORPCErrorJson, ORPCError } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { ATTACHMENTS_PATH, encodeUpload } from '#shared/contract/attachments.ts'
import { Saved } from '#shared/contract/base.ts'
import { ARCHIVE_IMPORT_PATH } from '#shared/contract/exchange.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { ARCHIVE_LIMIT } from '#shared/model/archive.ts'
import { ATTACHMENT_LIMIT } from '#shared/model/attachment.ts'
import type { FailureData } from '#shared/model/failure.ts'

const Uploaded = z.object({ uploadId: z.uuid() })

const tooLarge: FailureData<'REFUSED'> = { reason: 'file-too-large' }

/** Sends a file to the app. Throws the contract's own errors: REFUSED `file-too-large` before anything is sent, or its answer. */
async function sendFile(
  path: string,
  file: File,
  header: string,
  limit: number,
  signal: AbortSignal,
): Promise<unknown> {
  if (file.size > limit) throw new ORPCError('REFUSED', { defined: true, status: 409, data: tooLarge })
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', [UPLOAD_HEADER]: header },
    body: file,
    signal,
  })
  const body: unknown = await answer.json()
  if (answer.ok) return body
  const error = (body as { json?: unknown }).json
  throw isORPCErrorJson(error) ? createORPCErrorFromJson(error) : new ORPCError('INTERNAL_SERVER_ERROR')
}

/** Attaches a file to an item. */
export async function uploadFile(file: File, ownerUid: string, signal: AbortSignal): Promise<z.infer<typeof Saved>> {
  const header = encodeUpload({ ownerUid, name: file.name, mediaType: file.type, uid: uuidv7() })
  return Saved.parse(await sendFile(ATTACHMENTS_PATH, file, header, ATTACHMENT_LIMIT, signal))
}

/** Hands an archive over to be previewed; nothing is imported yet. */
export async function uploadArchive(file: File, signal: AbortSignal): Promise<{ uploadId: string }> {
  return Uploaded.parse(await sendFile(ARCHIVE_IMPORT_PATH, file, 'archive', ARCHIVE_LIMIT, signal))
}
