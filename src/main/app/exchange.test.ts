import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endReaders } from '#main/store/engine/database.ts'
import { createItem } from '#main/store/engine/items.ts'
import { indexedUpTo } from '#main/store/engine/search-index.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { csvExportAddress, LINES_HEADER } from '#shared/contract/exchange-paths.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { ARCHIVE_LIMIT, Archive } from '#shared/model/archive.ts'
import { archiveText } from '../../../tests/fixtures/archive-text.ts'
import { onePiece } from '../../../tests/fixtures/one-piece.ts'
import { fillSample, openSample } from '../../../tests/fixtures/sample-workspace.ts'
import { createApp } from './create-app.ts'
import type { KursApp } from './kurs-app.ts'

let dir: string
let workspace: Workspace
let app: KursApp
const defects: unknown[] = []

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-exchange-'))
  workspace = openSample(dir, () => Date.UTC(2026, 10, 23, 12))
  await fillSample(workspace)
  app = await createApp({
    workspace,
    rendererDir: dir,
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

/** Adds journal entries without the engine, which would take as long as all other tests here together. */
function addLines(count: number): void {
  workspace.store.sqlite.exec(`
    WITH RECURSIVE line(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM line LIMIT ${count})
    INSERT INTO item (uid, type, title, day, created_at, updated_at)
      SELECT lower(printf('%08x-0000-7000-8000-%s', n, hex(randomblob(6)))), 'activity', '"line"', '2026-11-01', 1, 1 FROM line;
    INSERT INTO activity (id, kind, title, day, minutes, notes, inbox)
      SELECT id, 'study', 'line', day, 30, printf('%.*c', 200, 'y'), 0 FROM item WHERE title = '"line"'
        AND id NOT IN (SELECT id FROM activity);`)
}

const post = (
  body: string,
  headers: Record<string, string> = { [UPLOAD_HEADER]: 'archive', ...onePiece(Buffer.byteLength(body)) },
) =>
  app.fetch(
    new Request('http://kurs/import/archive', {
      method: 'POST',
      headers,
      body,
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

  it('writes the archive beside the main thread, as it is when asked for, whatever is written meanwhile', async () => {
    // Wait for the search index first: it is updated on the same thread.
    await expect.poll(() => indexedUpTo(workspace.store)).toBeNull()
    addLines(40_000)
    const before = process.threadCpuUsage()
    const expected = await archiveText(workspace)
    const { user: alone } = process.threadCpuUsage(before)
    const asked = process.threadCpuUsage()
    const response = await get('/export/archive')
    createItem(workspace.store, activityEntity, { fields: { title: 'later', day: '2026-11-02' } })
    const bytes = await response.arrayBuffer()
    const { user: passingOn } = process.threadCpuUsage(asked)
    expect(Buffer.from(bytes).toString()).toBe(expected)
    expect(passingOn).toBeLessThan(alone / 2)
  })

  it('breaks off when the database is needed alone', async () => {
    addLines(2000)
    const { body } = await get('/export/archive')
    const reader = body?.getReader()
    await reader?.read()
    await endReaders(workspace.store)
    expect(workspace.store.readers.size).toBe(0)
    const readOn = async () => {
      while (!(await reader?.read())?.done);
    }
    await expect(readOn()).rejects.toThrow(expect.objectContaining({ data: { reason: 'cancelled' } }))
  })

  it('ends the snapshot when the reader goes away', async () => {
    addLines(2000)
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
    expect(preview).toMatchObject({ status: 200, json: { problems: [], workspaceIsEmpty: false } })
    expect(await rpc('exchange/importArchive', upload)).toMatchObject({
      status: 409,
      json: { code: 'REFUSED', data: { reason: 'workspace-not-empty' } },
    })
    // On a busy machine the first check of the open workspace may be under way by now.
    const progress = await rpc('exchange/progress', {})
    expect(progress.status).toBe(200)
    // The daily backup may run at the same time.
    expect([undefined, 'check', 'backup']).toContain(progress.json?.kind)
    expect((await rpc('exchange/discardArchive', upload)).status).toBe(200)
    expect((await rpc('exchange/previewArchive', upload)).status).toBe(404)
    expect(readdirSync(workspaceFiles(dir).staging)).toEqual([])
  })

  it('refuses one without the header, and one that says it is too large', async () => {
    expect((await post('{}', {})).status).toBe(422)
    expect((await post('{}', { [UPLOAD_HEADER]: '1', ...onePiece(ARCHIVE_LIMIT + 1) })).status).toBe(409)
    expect((await get('/import/archive')).status).toBe(405)
  })

  it('takes no upload id that leads elsewhere', async () => {
    expect((await rpc('exchange/previewArchive', { uploadId: '../../kurs' })).status).toBe(422)
  })
})
