import { Readable } from 'node:stream'
import { countArchiveLines, writeArchive } from '#main/features/exchange/archive-export.ts'
import { receiveArchive } from '#main/features/exchange/archive-jobs.ts'
import { writeCsv } from '#main/features/exchange/csv-export.ts'
import { closeSnapshot, openSnapshot, type Store } from '#main/store/database.ts'
import {
  ARCHIVE_EXPORT_PATH,
  ARCHIVE_IMPORT_PATH,
  CSV_EXPORT_PATH,
  CsvList,
  LINES_HEADER,
} from '#shared/contract/exchange.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { localDay } from '#shared/domain/calendar.ts'
import { attachmentDisposition } from '#shared/domain/file-name.ts'
import { ARCHIVE_LIMIT } from '#shared/model/archive.ts'
import { Language } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { AppContext } from './context.ts'
import { toErrorResponse } from './errors.ts'

const DOWNLOAD_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'no-store',
}

/** True for the paths `handleExchange` answers. */
export function isExchangePath(path: string): boolean {
  return path === ARCHIVE_EXPORT_PATH || path === ARCHIVE_IMPORT_PATH || path.startsWith(`${CSV_EXPORT_PATH}/`)
}

/** Answers `/export/*` (downloads, streamed from a snapshot) and `/import/archive` (an upload to be previewed). */
export async function handleExchange(request: Request, context: AppContext): Promise<Response> {
  const url = new URL(request.url)
  try {
    if (url.pathname === ARCHIVE_IMPORT_PATH) {
      if (request.method === 'POST') return await receive(request, context)
    } else if (request.method === 'GET')
      return url.pathname === ARCHIVE_EXPORT_PATH ? exportArchive(context) : exportCsv(url, context)
    return new Response('Method not allowed', { status: 405 })
  } catch (error) {
    // A sender that went away is no defect of ours.
    return toErrorResponse(error, request.signal.aborted ? undefined : context.options.reportDefect)
  }
}

async function receive(request: Request, { workspace }: AppContext): Promise<Response> {
  if (request.headers.get(UPLOAD_HEADER) === null)
    throw new Failure('VALIDATION', { issues: [{ path: [UPLOAD_HEADER], message: 'upload.invalid' }] })
  if (Number(request.headers.get('content-length')) > ARCHIVE_LIMIT)
    throw new Failure('REFUSED', { reason: 'file-too-large' })
  const received = await receiveArchive(workspace.dir, request.body ?? Readable.from([]))
  return Response.json(received, { status: 201 })
}

function exportArchive({ store, workspace, options }: AppContext): Response {
  const snapshot = openSnapshot(store)
  const headers: Record<string, string> = {
    ...DOWNLOAD_HEADERS,
    'content-type': 'application/json',
    'content-disposition': attachmentDisposition(`kurs-${localDay(options.clock())}.json`),
  }
  try {
    headers[LINES_HEADER] = String(countArchiveLines(snapshot))
  } catch (error) {
    // An open snapshot would keep the log of the database growing.
    closeSnapshot(store, snapshot)
    throw error
  }
  return stream(writeArchive(snapshot, workspace.dir), headers, store, snapshot)
}

function exportCsv(url: URL, { store, options }: AppContext): Response {
  const list = CsvList.safeParse(url.pathname.slice(CSV_EXPORT_PATH.length + 1))
  const language = Language.safeParse(url.searchParams.get('lang') ?? 'en')
  if (!list.success || !language.success) throw new Failure('NOT_FOUND', { uid: url.pathname.slice(0, 100) })
  const spreadsheet = url.searchParams.get('spreadsheet') === '1'
  const headers = {
    ...DOWNLOAD_HEADERS,
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachmentDisposition(`kurs-${list.data}-${localDay(options.clock())}.csv`),
  }
  const snapshot = openSnapshot(store)
  return stream(writeCsv(snapshot, list.data, { language: language.data, spreadsheet }), headers, store, snapshot)
}

/** Sends text as it is made and no faster than it is taken; the snapshot ends with the stream, however that ends. */
function stream(
  pieces: AsyncGenerator<string>,
  headers: Record<string, string>,
  store: Store,
  snapshot: Store,
): Response {
  const encoder = new TextEncoder()
  const close = () => closeSnapshot(store, snapshot)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await pieces.next()
        if (done !== true) return controller.enqueue(encoder.encode(value))
        close()
        controller.close()
      } catch (error) {
        close()
        controller.error(error)
      }
    },
    async cancel() {
      await pieces.return(undefined)
      close()
    },
  })
  return new Response(body, { headers })
}
