import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { attachFile } from '#main/store/attachments.ts'
import { mendStore } from '#main/store/engine/database.ts'
import { getItem } from '#main/store/engine/items.ts'
import { attachmentEntity } from '#main/store/entities/attachments.ts'
import { attachmentPath } from '#main/store/files/attachment-files.ts'
import { openPlain, plainSize } from '#main/store/files/private-files.ts'
import { ATTACHMENTS_PATH, decodeUpload } from '#shared/contract/attachments.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { attachmentDisposition } from '#shared/domain/keeping/file-name.ts'
import { ATTACHMENT_LIMIT } from '#shared/model/attachment.ts'
import { Uid } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { AppContext } from './context.ts'
import { toErrorResponse } from './errors.ts'

/** Types a browser may display; everything else, above all SVG and HTML, is sent as bytes to be saved. */
const SHOWN_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf'])

/** Headers for content of unknown origin: it may run nothing and load nothing, and is saved instead of shown. */
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/** Answers everything under `/attachments`: POST attaches a file, GET and HEAD answer its content. */
export async function handleAttachment(request: Request, context: AppContext): Promise<Response> {
  try {
    mendStore(context.store)
    if (request.method === 'POST') return await receive(request, context)
    if (request.method === 'GET' || request.method === 'HEAD') return await send(request, context)
    return new Response('Method not allowed', { status: 405 })
  } catch (error) {
    // A sender that went away is not a defect.
    return toErrorResponse(error, context.store, request.signal.aborted ? undefined : context.options.reportDefect)
  }
}

async function receive(request: Request, { store, workspace, uploads }: AppContext): Promise<Response> {
  const upload = decodeUpload(request.headers.get(UPLOAD_HEADER))
  if (upload === null)
    throw new Failure('VALIDATION', { issues: [{ path: [UPLOAD_HEADER], message: 'upload.invalid' }] })
  const whole = await uploads.receive(request, ATTACHMENT_LIMIT, (content) =>
    attachFile(store, workspace.dir, upload, content),
  )
  if (whole === null) return new Response(null, { status: 202, headers: SAFE_HEADERS })
  return Response.json(whole.result, { status: 201, headers: SAFE_HEADERS })
}

async function send(request: Request, { store, workspace }: AppContext): Promise<Response> {
  const named = new URL(request.url).pathname.slice(ATTACHMENTS_PATH.length + 1)
  const { data: uid } = Uid.safeParse(named)
  if (uid === undefined) throw new Failure('NOT_FOUND', { uid: named.slice(0, 100) })
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
  if (plainSize(file) !== size) throw new Failure('STORAGE', { reason: 'corrupt' })
  const withLength = { ...headers, 'content-length': String(size) }
  if (request.method === 'HEAD') return new Response(null, { headers: withLength })
  return new Response(Readable.toWeb(createReadStream(file, { fd: openPlain(file) })) as ReadableStream<Uint8Array>, {
    headers: withLength,
  })
}
