import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { attachmentPath } from '#main/store/attachment-files.ts'
import { attachFile } from '#main/store/attachments.ts'
import { attachmentEntity } from '#main/store/entities/attachments.ts'
import { getItem } from '#main/store/items.ts'
import { ATTACHMENTS_PATH, decodeUpload } from '#shared/contract/attachments.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { attachmentDisposition } from '#shared/domain/file-name.ts'
import { ATTACHMENT_LIMIT } from '#shared/model/attachment.ts'
import { Uid } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { AppContext } from './context.ts'
import { toErrorResponse } from './errors.ts'

/** Types a browser may draw; everything else, SVG and HTML above all, is bytes to be saved. */
const SHOWN_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf'])

/** Content of unknown origin: it runs nothing, loads nothing, and is saved instead of shown. */
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/** Answers everything under `/attachments`: POST attaches a file, GET and HEAD answer its content. */
export async function handleAttachment(request: Request, context: AppContext): Promise<Response> {
  try {
    if (request.method === 'POST') return await receive(request, context)
    if (request.method === 'GET' || request.method === 'HEAD') return await send(request, context)
    return new Response('Method not allowed', { status: 405 })
  } catch (error) {
    // A sender that went away is no defect of ours.
    return toErrorResponse(error, request.signal.aborted ? undefined : context.options.reportDefect)
  }
}

async function receive(request: Request, { store, workspace }: AppContext): Promise<Response> {
  const upload = decodeUpload(request.headers.get(UPLOAD_HEADER))
  if (upload === null)
    throw new Failure('VALIDATION', { issues: [{ path: [UPLOAD_HEADER], message: 'upload.invalid' }] })
  if (Number(request.headers.get('content-length')) > ATTACHMENT_LIMIT)
    throw new Failure('REFUSED', { reason: 'file-too-large' })
  const saved = await attachFile(store, workspace.dir, upload, request.body ?? Readable.from([]))
  return Response.json(saved, { status: 201, headers: SAFE_HEADERS })
}

async function send(request: Request, { store, workspace }: AppContext): Promise<Response> {
  const uid = new URL(request.url).pathname.slice(ATTACHMENTS_PATH.length + 1)
  if (!Uid.safeParse(uid).success) throw new Failure('NOT_FOUND', { uid })
  const { name, mediaType, hash, size } = getItem(store, attachmentEntity, uid)
  const headers = {
    ...SAFE_HEADERS,
    'content-type': SHOWN_TYPES.has(mediaType) ? mediaType : 'application/octet-stream',
    'content-disposition': attachmentDisposition(name),
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${hash}"`,
  }
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  const file = attachmentPath(workspace.dir, hash)
  const found = await stat(file).catch(() => null)
  if (found?.size !== size) throw new Failure('STORAGE', { reason: 'corrupt' })
  const withLength = { ...headers, 'content-length': String(size) }
  if (request.method === 'HEAD') return new Response(null, { headers: withLength })
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, { headers: withLength })
}
