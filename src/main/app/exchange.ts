import { receiveArchive } from '#main/features/exchange/archive/archive-jobs.ts'
import { streamArchive, streamCsv } from '#main/features/exchange/export-stream.ts'
import { assertSameFiles } from '#main/store/engine/commit.ts'
import { mendStore } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import {
  ARCHIVE_EXPORT_PATH,
  ARCHIVE_IMPORT_PATH,
  CSV_EXPORT_PATH,
  LINES_HEADER,
} from '#shared/contract/exchange-paths.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { attachmentDisposition } from '#shared/domain/keeping/file-name.ts'
import { ARCHIVE_LIMIT } from '#shared/model/archive.ts'
import { Language } from '#shared/model/common.ts'
import { CsvList } from '#shared/model/entities.ts'
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
    mendStore(context.store)
    if (url.pathname === ARCHIVE_IMPORT_PATH) {
      if (request.method === 'POST') return await receive(request, context)
    } else if (request.method === 'GET') {
      // The snapshot of an export opens the database files by name, so they must still be the same files.
      assertSameFiles(context.store)
      return await (url.pathname === ARCHIVE_EXPORT_PATH ? exportArchive(context) : exportCsv(url, context))
    }
    return new Response('Method not allowed', { status: 405 })
  } catch (error) {
    // A sender that went away is not a defect.
    return toErrorResponse(error, context.store, request.signal.aborted ? undefined : context.options.reportDefect)
  }
}

async function receive(request: Request, { workspace, uploads }: AppContext): Promise<Response> {
  if (request.headers.get(UPLOAD_HEADER) === null)
    throw new Failure('VALIDATION', { issues: [{ path: [UPLOAD_HEADER], message: 'upload.invalid' }] })
  const whole = await uploads.receive(request, ARCHIVE_LIMIT, (content) => receiveArchive(workspace.dir, content))
  return whole === null ? new Response(null, { status: 202 }) : Response.json(whole.result, { status: 201 })
}

async function exportArchive({ workspace, store }: AppContext): Promise<Response> {
  const { head, body } = await streamArchive(workspace)
  const headers = {
    ...DOWNLOAD_HEADERS,
    'content-type': 'application/json',
    'content-disposition': attachmentDisposition(`kurs-${today(store)}.json`),
    [LINES_HEADER]: String(head.lines),
  }
  return new Response(body, { headers })
}

async function exportCsv(url: URL, { workspace, store }: AppContext): Promise<Response> {
  const list = CsvList.safeParse(url.pathname.slice(CSV_EXPORT_PATH.length + 1))
  const language = Language.safeParse(url.searchParams.get('lang') ?? 'en')
  if (!list.success || !language.success) throw new Failure('NOT_FOUND', { uid: url.pathname.slice(0, 100) })
  const spreadsheet = url.searchParams.get('spreadsheet') === '1'
  const day = today(store)
  const { body } = await streamCsv(workspace, list.data, { language: language.data, spreadsheet, today: day })
  const headers = {
    ...DOWNLOAD_HEADERS,
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachmentDisposition(`kurs-${list.data}-${day}.csv`),
  }
  return new Response(body, { headers })
}
