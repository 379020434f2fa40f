import { createORPCErrorFromJson, isORPCErrorJson, ORPCError } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { ATTACHMENTS_PATH, encodeUpload } from '#shared/contract/attachments.ts'
import { Saved } from '#shared/contract/base.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { ATTACHMENT_LIMIT } from '#shared/model/attachment.ts'
import type { FailureData } from '#shared/model/failure.ts'

const tooLarge: FailureData<'REFUSED'> = { reason: 'file-too-large' }

/**
 * Attaches a file to an item. Throws the contract's own errors: REFUSED `file-too-large` before anything is sent, and
 * whatever the app answers.
 */
export async function uploadFile(file: File, ownerUid: string, signal: AbortSignal): Promise<z.infer<typeof Saved>> {
  if (file.size > ATTACHMENT_LIMIT) throw new ORPCError('REFUSED', { defined: true, status: 409, data: tooLarge })
  const answer = await fetch(ATTACHMENTS_PATH, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      [UPLOAD_HEADER]: encodeUpload({ ownerUid, name: file.name, mediaType: file.type, uid: uuidv7() }),
    },
    body: file,
    signal,
  })
  const body: unknown = await answer.json()
  if (answer.ok) return Saved.parse(body)
  const error = (body as { json?: unknown }).json
  throw isORPCErrorJson(error) ? createORPCErrorFromJson(error) : new ORPCError('INTERNAL_SERVER_ERROR')
}
