import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reopenDatabase } from '#main/store/engine/database.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { onePiece } from '../../../tests/fixtures/one-piece.ts'
import { openSample } from '../../../tests/fixtures/sample-workspace.ts'
import { createApp } from './create-app.ts'
import type { KursApp } from './kurs-app.ts'

let dir: string
let workspace: Workspace
let app: KursApp
let fault: Error | null
const defects: unknown[] = []

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-unusable-'))
  workspace = openSample(dir)
  app = await createApp({
    workspace,
    rendererDir: dir,
    version: '0',
    powers: {},
    host: 'browser',
    reportDefect: (error) => defects.push(error),
  })
  fault = Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO', errno: -5, syscall: 'fsync' })
  const settle = () => {
    if (fault !== null) throw fault
  }
  reopenDatabase(workspace.store, () => {}, settle)
})

afterEach(async () => {
  await app.close()
  workspace.close()
  rmSync(dir, { recursive: true })
})

async function ask(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
  const response = await app.fetch(new Request(`http://kurs${path}`, init))
  return { status: response.status, text: await response.text() }
}

const post = (body: string, headers: Record<string, string>): RequestInit => ({ method: 'POST', headers, body })
const rpc = (input: unknown) => post(JSON.stringify({ json: input }), { 'content-type': 'application/json' })

const line = { uid: '019aaaaa-0000-7000-8000-000000000001', fields: { title: 'a', day: '2026-11-01' } }

const REQUESTS: [path: string, init: RequestInit][] = [
  ['/rpc/workspace/info', rpc({})],
  ['/rpc/workspace/undoState', rpc({})],
  ['/rpc/journal/create', rpc(line)],
  ['/rpc/workspace/saveSettings', rpc({ currency: 'EUR' })],
  ['/rpc/backups/make', rpc({})],
  ['/attachments/019aaaaa-0000-7000-8000-000000000001', {}],
  ['/export/archive', {}],
  ['/export/csv/journal', {}],
  ['/import/archive', post('{}', { [UPLOAD_HEADER]: 'archive', ...onePiece(2) })],
]

describe('while the database cannot be opened', () => {
  it.each(REQUESTS)('%s answers why', async (path, init) => {
    expect(workspace.store.sqlite.open).toBe(false)
    const { status, text } = await ask(path, init)
    expect([status, JSON.parse(text)]).toMatchObject([507, { json: { code: 'STORAGE', data: { reason: 'io' } } }])
    expect(defects).toEqual([])
  })
})
