import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import type { contract } from '#shared/contract/contract.ts'
import { createApp } from './create-app.ts'
import type { HostPowers, KursApp } from './kurs-app.ts'

let dir: string
let workspace: Workspace
let app: KursApp
let client: ContractRouterClient<typeof contract>
let powers: HostPowers
const opened: string[] = []
const defects: unknown[] = []

beforeEach(async () => {
  powers = {}
  dir = mkdtempSync(join(tmpdir(), 'kurs-app-'))
  const opened = openWorkspace(join(dir, 'workspace'), 'browser', Date.now)
  if (opened.kind !== 'open') throw new Error(opened.kind)
  workspace = opened.workspace
  mkdirSync(join(dir, 'page'))
  writeFileSync(join(dir, 'page', 'index.html'), '<!doctype html><title>Kurs</title>')
  app = await createApp({
    workspace,
    rendererDir: join(dir, 'page'),
    version: '0.0.0',
    powers,
    host: 'browser',
    reportDefect: (error) => defects.push(error),
  })
  client = createORPCClient(new RPCLink({ url: 'http://kurs/rpc', fetch: (request) => app.fetch(request) }))
})

afterEach(async () => {
  await app.close()
  workspace.close()
  rmSync(dir, { recursive: true })
})

const failure = async (promise: Promise<unknown>): Promise<ORPCError<string, unknown>> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ORPCError)) throw new Error(`expected a contract error, got ${String(error)}`)
  return error
}

describe('the journal through the contract', () => {
  it('adds, pages, edits, removes and takes back', async () => {
    for (let index = 0; index < 5; index++)
      await client.journal.create({
        uid: uuidv7(),
        fields: { title: `Line ${index}`, day: `2026-11-0${index + 1}`, minutes: 10 },
      })
    const first = await client.journal.page({ filter: {}, limit: 3 })
    expect(first.lines.map((line) => line.title)).toEqual(['Line 4', 'Line 3', 'Line 2'])
    const second = await client.journal.page({ filter: {}, skip: 3, limit: 3 })
    expect(second.lines.map((line) => line.title)).toEqual(['Line 1', 'Line 0'])
    const [line] = second.lines
    if (line === undefined) throw new Error('no line')
    await client.journal.update({ uid: line.uid, patch: { notes: 'Надёжность' } })
    const found = await client.journal.page({ filter: { text: 'надежн' }, limit: 3 })
    expect(found.lines.map((one) => [one.title, one.hasNotes])).toEqual([['Line 1', true]])
    const removed = await client.journal.remove({ uid: line.uid })
    expect(await client.journal.totals({ filter: {} })).toEqual({
      count: 4,
      minutes: 40,
      planned: { count: 0, minutes: 0 },
    })
    await client.workspace.undo({ batchId: removed.batchId })
    expect((await client.journal.totals({ filter: {} })).count).toBe(5)
  })

  it('creates people named for the first time in the same action', async () => {
    await client.journal.capture({
      uid: uuidv7(),
      fields: { title: 'Встреча', day: '2026-11-01' },
      newPeople: [{ uid: uuidv7(), name: 'Иван' }],
    })
    const { lines } = await client.journal.page({ filter: {}, limit: 1 })
    expect(lines[0]?.refs.map((ref) => [ref.type, ref.title])).toEqual([['person', 'Иван']])
    await client.workspace.undo({})
    expect(await client.people.list({})).toEqual([])
  })
})

describe('powers of the host', () => {
  it('shows the workspace folder where the host can, and says where it cannot', async () => {
    expect((await client.workspace.info({})).canOpenFolder).toBe(false)
    expect(await client.workspace.openFolder({})).toBeNull()
    powers.openPath = async (path) => void opened.push(path)
    expect((await client.workspace.info({})).canOpenFolder).toBe(true)
    await client.workspace.openFolder({})
    expect(opened).toEqual([workspace.dir])
  })

  it('opens the demo where the host can, in the language asked for, and never from within the demo', async () => {
    const refused = { code: 'REFUSED', data: { reason: 'demo-unavailable' } }
    expect((await client.workspace.info({})).canOpenDemo).toBe(false)
    expect(await failure(client.workspace.openDemo({ language: 'ru' }))).toMatchObject(refused)
    const address = 'http://127.0.0.1:4000/#sign-in=x'
    powers.openDemo = async (language) => ({ kind: 'address', address: address + language })
    expect((await client.workspace.info({})).canOpenDemo).toBe(true)
    expect(await client.workspace.openDemo({ language: 'ru' })).toEqual({ kind: 'address', address: `${address}ru` })
    workspace.store.sqlite.exec("INSERT INTO setting (key, value) VALUES ('demo', 'true')")
    expect(await client.workspace.info({})).toMatchObject({ demo: true, canOpenDemo: false })
    expect(await failure(client.workspace.openDemo({ language: 'ru' }))).toMatchObject(refused)
  })
})

describe('failures', () => {
  it('names the fields of refused input, without the wrapper', async () => {
    const error = await failure(client.journal.create({ uid: uuidv7(), fields: { title: '', day: '2026-02-31' } }))
    expect(error.code).toBe('VALIDATION')
    expect(error.data).toEqual({
      issues: [
        { path: ['title'], message: 'title.empty' },
        { path: ['day'], message: 'day.invalid' },
      ],
    })
  })

  it('checks rules across fields on the whole item', async () => {
    const error = await failure(
      client.certifications.create({
        uid: uuidv7(),
        fields: { title: 'x', issueDay: '2026-05-02', expiryDay: '2026-05-01' },
      }),
    )
    expect(error.data).toEqual({ issues: [{ path: ['expiryDay'], message: 'day.expiryBeforeIssue' }] })
  })

  it('answers NOT_FOUND for an unknown uid', async () => {
    const uid = '019aaaaa-0000-7000-8000-000000000000'
    expect((await failure(client.journal.get({ uid }))).data).toEqual({ uid })
  })

  it('hides what went wrong inside and reports it to the host', async () => {
    workspace.store.sqlite.exec('DROP TABLE setting')
    const error = await failure(client.workspace.info({}))
    expect([error.code, error.message]).toEqual(['INTERNAL_SERVER_ERROR', 'Internal Server Error'])
    expect(String(defects.at(-1))).toContain('no such table')
  })

  it('says that the disk cannot be written', async () => {
    // Acts like a read-only disk: stays read-only however often the database is opened. If only the first connection
    // were read-only, the store would open it again and could write.
    let { sqlite } = workspace.store
    const forReading = (opened: typeof sqlite) => {
      const pragma = opened.pragma.bind(opened)
      opened.pragma = (source, options) => pragma(source.replace('query_only = OFF', 'query_only = ON'), options)
      opened.pragma('query_only = ON')
      sqlite = opened
    }
    forReading(sqlite)
    Object.defineProperty(workspace.store, 'sqlite', { get: () => sqlite, set: forReading })
    const error = await failure(client.journal.create({ uid: uuidv7(), fields: { title: 'a', day: '2026-01-01' } }))
    expect([error.code, error.data]).toEqual(['STORAGE', { reason: 'readonly' }])
  })
})

describe('files and events', () => {
  it('serves the page for every route with a strict policy', async () => {
    const response = await app.fetch(new Request('http://kurs/journal/2026'))
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toContain('<title>Kurs</title>')
  })

  it.each(['/..%2f..%2fetc/passwd.txt', '/%2e%2e/workspace/kurs.sqlite', '/..%252f/a.js', '/a%00.js', '/%'])(
    'gives nothing outside its folder: %s',
    async (path) => {
      const response = await app.fetch(new Request(`http://kurs${path}`))
      expect([400, 404]).toContain(response.status)
    },
  )

  it('answers procedures only to POST', async () => {
    expect((await app.fetch(new Request('http://kurs/rpc/workspace/info'))).status).toBe(405)
  })

  it('streams changes and cleans up when the reader leaves', async () => {
    const before = workspace.store.listeners.size
    const response = await app.fetch(new Request('http://kurs/events'))
    const reader = response.body?.getReader()
    if (reader === undefined) throw new Error('no body')
    await reader.read()
    await client.journal.create({ uid: uuidv7(), fields: { title: 'a', day: '2026-01-01' } })
    const chunk = await reader.read()
    expect(new TextDecoder().decode(chunk.value)).toContain('"types":["activity"]')
    expect(workspace.store.listeners.size).toBe(before + 1)
    await reader.cancel()
    expect(workspace.store.listeners.size).toBe(before)
  })

  it('lets what is still being written end well when it closes', async () => {
    const response = await app.fetch(new Request('http://kurs/events'))
    await app.close()
    expect(workspace.store.listeners.size).toBe(0)
    await client.journal.create({ uid: uuidv7(), fields: { title: 'a', day: '2026-01-01' } })
    await response.body?.cancel()
  })
})

describe('a database that is damaged while the app runs', () => {
  it('takes nothing more once a reading has met the damage', async () => {
    const { uid } = await client.journal.create({ uid: uuidv7(), fields: { title: 'kept', day: '2026-11-01' } })
    const { sqlite } = workspace.store
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    const page = sqlite.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'activity'").pluck().get() as number
    const file = openSync(join(dir, 'workspace', 'kurs.sqlite'), 'r+')
    writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096)
    closeSync(file)
    sqlite.pragma('shrink_memory')
    expect((await failure(client.journal.get({ uid }))).data).toEqual({ reason: 'corrupt' })
    const save = client.people.create({ uid: uuidv7(), fields: { name: 'Anna' } })
    expect((await failure(save)).data).toEqual({ reason: 'corrupt' })
    expect((await client.backups.list({})).state.damaged).toBe(true)
  })
})
