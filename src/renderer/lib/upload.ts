import { createORPCErrorFromJson, isORPCErrorJson, ORPCError } from '@orpc/client'
import { z } from 'zod'
import { ATTACHMENTS_PATH, encodeUpload } from '#shared/contract/attachments.ts'
import { Saved } from '#shared/contract/base.ts'
import { ARCHIVE_IMPORT_PATH } from '#shared/contract/exchange-paths.ts'
import { encodePiece, PIECE_HEADER, PIECE_SIZE, UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { ARCHIVE_LIMIT } from '#shared/model/archive.ts'
import { ATTACHMENT_LIMIT } from '#shared/model/attachment.ts'
import type { FailureData } from '#shared/model/failure.ts'
import { keyHeaders } from './page-key.ts'

const Uploaded = z.object({ uploadId: z.uuid() })

const tooLarge: FailureData<'REFUSED'> = { reason: 'file-too-large' }

/**
 * Sends a file to the app. Throws errors of the contract: REFUSED `file-too-large` before anything is sent, or the
 * error the host answers.
 */
async function sendFile(
  path: string,
  file: File,
  header: string,
  limit: number,
  signal: AbortSignal,
): Promise<unknown> {
  if (file.size > limit) throw new ORPCError('REFUSED', { defined: true, status: 409, data: tooLarge })
  const uploadId = crypto.randomUUID()
  for (let offset = 0; ; offset += PIECE_SIZE) {
    // Sends bytes, not the file itself: the desktop window would read the file into memory twice, and crash on an empty
    // one.
    const piece = await file.slice(offset, offset + PIECE_SIZE).arrayBuffer()
    const answer = await fetch(path, {
      method: 'POST',
      headers: {
        ...keyHeaders(),
        'content-type': 'application/octet-stream',
        [UPLOAD_HEADER]: header,
        [PIECE_HEADER]: encodePiece({ uploadId, offset, size: file.size }),
      },
      body: piece.byteLength === 0 ? null : piece,
      signal,
    })
    if (!answer.ok) throw await toError(answer)
    if (offset + PIECE_SIZE >= file.size) return answer.json()
  }
}

/** A failed answer as an error of the contract. */
async function toError(answer: Response): Promise<ORPCError<string, unknown>> {
  const { json: error } = (await answer.json()) as { json?: unknown }
  return isORPCErrorJson(error) ? createORPCErrorFromJson(error) : new ORPCError('INTERNAL_SERVER_ERROR')
}

export interface FileUpload {
  /** Uid of the new attachment: sending the file again with the same uid attaches it once. */
  uid: string
  ownerUid: string
}

/** Attaches a file to an item. */
export async function uploadFile(
  file: File,
  { uid, ownerUid }: FileUpload,
  signal: AbortSignal,
): Promise<z.infer<typeof Saved>> {
  const header = encodeUpload({ uid, ownerUid, name: file.name, mediaType: file.type })
  return Saved.parse(await sendFile(ATTACHMENTS_PATH, file, header, ATTACHMENT_LIMIT, signal))
}

/** Sends an archive for a preview; nothing is imported yet. */
export async function uploadArchive(file: File, signal: AbortSignal): Promise<{ uploadId: string }> {
  return Uploaded.parse(await sendFile(ARCHIVE_IMPORT_PATH, file, 'archive', ARCHIVE_LIMIT, signal))
}
