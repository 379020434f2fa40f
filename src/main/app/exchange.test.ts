import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activityEntity } from '#main/store/entities/journal.ts'
import { createItem } from '#main/store/items.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { workspaceFiles } from '#main/store/workspace-files.ts'
import { csvExportAddress, LINES_HEADER } from '#shared/contract/exchange.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { ARCHIVE_LIMIT, Archive } from '#shared/model/archive.ts'
import { fillSample, openSample } from '../../../tests/fixtures/sample-workspace.ts'
import { createApp } from './create-app.ts'
import type { KursApp } from './kurs-app.ts'

let dir: string
let workspace: Workspace
let app: KursApp
const defects: unknown[] = []

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-exchange-'))
  workspace = openSample(dir)
  await fillSample(workspace)
  app = await createApp({
    workspace,
    rendererDir: dir,
    clock: () => Date.UTC(2026, 10, 23, 12),
    version: '0',
    powers: {},
    host: 'browser',
    reportDefect: (error) => defects.push(error),
  })
})

afterEach(async () => {
  await app.close()
  workspace.close()
  rmSync(dir, { recursive: true })
  expect(defects).toEqual([])
})

const get = (path: string) => app.fetch(new Request(`http://kurs${path}`))

const post = (body: RequestInit['body'], headers: Record<string, string> = { [UPLOAD_HEADER]: 'archive' }) =>
  app.fetch(
    new Request('http://kurs/import/archive', {
      method: 'POST',
      headers,
      body: body ?? null,
      duplex: 'half',
    } as RequestInit),
  )

const rpc = async (procedure: string, input: object) => {
  const body = JSON.stringify({ json: input })
  const headers = { 'content-type': 'application/json' }
  const response = await app.fetch(new Request(`http://kurs/rpc/${procedure}`, { method: 'POST', headers, body }))
  return { status: response.status, ...((await response.json()) as { json: Record<string, unknown> }) }
}

describe('downloads', () => {
  it('gives the archive as a file of the day, with the number of its lines', async () => {
    const response = await get('/export/archive')
    const headers = Object.fromEntries(response.headers)
    expect(headers['content-disposition']).toContain('filename="kurs-2026-11-23.json"')
    const text = await response.text()
    Archive.parse(JSON.parse(text))
    const lines = text.split('\n').filter((line) => /^(\{.*"uid":|"[0-9a-f]{64}")/.test(line))
    expect(headers[LINES_HEADER]).toBe(String(lines.length))
    expect(workspace.store.readers.size).toBe(0)
  })

  it('ends the snapshot when the reader goes away', async () => {
    for (let index = 0; index < 2000; index++)
      createItem(workspace.store, activityEntity, { fields: { title: 'x'.repeat(100), day: '2026-11-01' } })
    const reader = (await get('/export/archive')).body?.getReader()
    await reader?.read()
    expect(workspace.store.readers.size).toBe(1)
    await reader?.cancel()
    expect(workspace.store.readers.size).toBe(0)
  })

  it('gives lists as tables', async () => {
    const response = await get(csvExportAddress('journal', { language: 'ru', spreadsheet: true }))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it.each(['/export/csv/secrets', '/export/csv/journal?lang=de', '/export/csv/__proto__', '/export/csv/'])(
    'finds nothing at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  it('are not made by POST', async () => {
    const request = new Request('http://kurs/export/archive', { method: 'POST', body: '{}' })
    expect((await app.fetch(request)).status).toBe(405)
  })
})

describe('uploads', () => {
  it('receives an archive, previews it, refuses it where there is data, forgets it', async () => {
    const archive = await (await get('/export/archive')).text()
    const received = await post(archive)
    expect(received.status).toBe(201)
    const upload = (await received.json()) as { uploadId: string }
    const preview = await rpc('exchange/previewArchive', upload)
    expect(preview).toMatchObject({ status: 200, json: { problemCount: 0, workspaceIsEmpty: false } })
    expect(await rpc('exchange/importArchive', upload)).toMatchObject({
      status: 409,
      json: { code: 'REFUSED', data: { reason: 'workspace-not-empty' } },
    })
    expect(await rpc('exchange/progress', {})).toMatchObject({ json: null })
    expect((await rpc('exchange/discardArchive', upload)).status).toBe(200)
    expect((await rpc('exchange/previewArchive', upload)).status).toBe(404)
    expect(readdirSync(workspaceFiles(dir).staging)).toEqual([])
  })

  it('refuses one without the header, and one that says it is too large', async () => {
    expect((await post('{}', {})).status).toBe(422)
    expect((await post('{}', { [UPLOAD_HEADER]: '1', 'content-length': String(ARCHIVE_LIMIT + 1) })).status).toBe(409)
    expect((await get('/import/archive')).status).toBe(405)
  })

  it('takes no upload id that leads elsewhere', async () => {
    expect((await rpc('exchange/previewArchive', { uploadId: '../../kurs' })).status).toBe(422)
  })
})
