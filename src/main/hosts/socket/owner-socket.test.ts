import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimWorkspace } from '#main/app/claim-workspace.ts'
import type { ShowAnswer } from '#shared/model/owner.ts'
import { askOwnerToShow } from './owner-client.ts'
import type { OwnerSocket } from './owner-socket.ts'
import { listenAsOwner } from './owner-socket.ts'
import { findSocketPath } from './socket-path.ts'

let dir: string
let socket: OwnerSocket | null = null
const errors: unknown[] = []

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-socket-'))
  errors.length = 0
})

afterEach(async () => {
  await socket?.close()
  socket = null
  rmSync(dir, { recursive: true, force: true })
})

const ADDRESS = 'http://127.0.0.1:4000/#sign-in=x'

async function listen(show: () => Promise<ShowAnswer> = async () => ({ kind: 'address', address: ADDRESS })) {
  socket = await listenAsOwner({
    path: join(dir, 'owner.sock'),
    app: { fetch: async (asked) => new Response(`app ${new URL(asked.url).pathname} ${await asked.text()}`) },
    show,
    onError: (error) => errors.push(error),
  })
  return socket
}

const owner = (endpoint: OwnerSocket['endpoint'] | null) => ({ pid: 1, host: 'browser', since: 1, endpoint }) as const

function send(
  path: string,
  headers: Record<string, string>,
  method = 'POST',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath: join(dir, 'owner.sock'), path, method, headers }, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += String(part)
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    asked.on('error', reject)
    asked.end(method === 'POST' ? '{}' : undefined)
  })
}

describe('the socket of an owner', () => {
  it('shows itself to whoever knows the secret', async () => {
    const { endpoint } = await listen()
    expect(endpoint.secret.length).toBeGreaterThanOrEqual(43)
    expect(await askOwnerToShow(owner(endpoint))).toEqual({ kind: 'address', address: ADDRESS })
    if (process.platform !== 'win32') expect(statSync(endpoint.socket).mode & 0o777).toBe(0o600)
  })

  it('refuses everybody else, also for procedures', async () => {
    const { endpoint } = await listen()
    expect(await askOwnerToShow(owner({ ...endpoint, secret: 'x'.repeat(43) }))).toBeNull()
    for (const authorization of ['', 'Bearer ', `bearer ${endpoint.secret}`, `Bearer ${endpoint.secret}x`]) {
      expect((await send('/rpc/journal/list', { host: 'kurs', authorization })).status).toBe(401)
    }
    expect((await send('/owner/show', { host: 'kurs' })).status).toBe(401)
  })

  it('passes procedures to the app and nothing else', async () => {
    const { endpoint } = await listen()
    const headers = { host: 'kurs', authorization: `Bearer ${endpoint.secret}`, 'content-type': 'application/json' }
    expect(await send('/rpc/journal/add', headers)).toEqual({ status: 200, text: 'app /rpc/journal/add {}' })
    expect((await send('/attachments/x', headers)).status).toBe(404)
    expect((await send('/rpc/..%2fattachments', headers)).status).toBe(400)
    expect((await send('/rpc/journal/list', headers, 'GET')).status).toBe(400)
  })

  it('answers a failure without its details', async () => {
    const { endpoint } = await listen(() => Promise.reject(new Error('secret detail')))
    const headers = { host: 'kurs', authorization: `Bearer ${endpoint.secret}` }
    expect(await send('/owner/show', headers)).toEqual({ status: 500, text: '' })
    expect(errors).toHaveLength(1)
  })

  it('takes the place of a socket that a killed owner left behind', async () => {
    writeFileSync(join(dir, 'owner.sock'), '')
    const { endpoint } = await listen()
    expect(await askOwnerToShow(owner(endpoint))).not.toBeNull()
  })

  it('is nobody where nothing listens, or somebody answers nonsense', async () => {
    expect(await askOwnerToShow(owner(null))).toBeNull()
    expect(await askOwnerToShow(owner({ socket: join(dir, 'none.sock'), secret: 's'.repeat(43) }))).toBeNull()
    const { endpoint } = await listen(async () => ({ kind: 'address', address: 'http://evil.example/' }))
    expect(await askOwnerToShow(owner(endpoint))).toBeNull()
  })
})

describe.skipIf(process.platform === 'win32')('findSocketPath', () => {
  const uid = process.getuid?.() ?? 0
  const place = (runtimeDir: string | undefined, temporary = dir) =>
    findSocketPath('/srv/work', { platform: 'linux', runtimeDir, tmpdir: temporary, uid })

  it('prefers the runtime folder when only the user may enter it', () => {
    const runtime = join(dir, 'run')
    mkdirSync(runtime, { mode: 0o700 })
    expect(place(runtime)).toMatch(/\/run\/kurs-[0-9a-f]{16}\.sock$/)
    chmodSync(runtime, 0o755)
    expect(place(runtime)).toBe(join(dir, `kurs-${uid}`, `${place(undefined)?.split('/').at(-1)}`))
  })

  it('does not trust a link or a strangers’ folder in the shared temporary folder', () => {
    const elsewhere = join(dir, 'elsewhere')
    mkdirSync(elsewhere, { mode: 0o700 })
    symlinkSync(elsewhere, join(dir, `kurs-${uid}`))
    expect(place(undefined)).not.toContain(dir)
    expect(readdirSync(elsewhere)).toEqual([])
    expect(findSocketPath('/srv/work', { platform: 'linux', runtimeDir: dir, tmpdir: dir, uid: uid + 1 })).toBeNull()
  })

  it('is short enough for every system, whatever the folders are', () => {
    const long = join(dir, 'x'.repeat(120))
    mkdirSync(long, { mode: 0o700 })
    expect(place(long, long)?.length).toBeLessThanOrEqual(100)
  })

  it('is an unguessable pipe on Windows', () => {
    const pipe = () => findSocketPath('C:\\w', { platform: 'win32', runtimeDir: undefined, tmpdir: 'C:\\t', uid: null })
    expect(pipe()).toMatch(/^\\\\\.\\pipe\\kurs-[0-9a-f]{16}-[0-9a-f]{32}$/)
    expect(pipe()).not.toBe(pipe())
  })
})

describe('claimWorkspace', () => {
  const claim = (patience = 0) =>
    claimWorkspace({ dir: join(dir, 'work'), host: 'browser', clock: Date.now, askOwner: askOwnerToShow, patience })

  const own = async (patience?: number) => {
    const result = await claim(patience)
    if (result.kind !== 'open') throw new Error(result.kind)
    return result.workspace
  }

  it('makes the second launch ask the first, and opens nothing else', async () => {
    const first = await own()
    first.lock.publish((await listen()).endpoint)
    const before = readdirSync(join(dir, 'work')).sort()
    expect(await claim()).toEqual({ kind: 'shown', answer: { kind: 'address', address: ADDRESS } })
    expect(readdirSync(join(dir, 'work')).sort()).toEqual(before)
    first.close()
  })

  it('waits for an owner that is still starting', async () => {
    const first = await own()
    const second = claim(10_000)
    setTimeout(async () => first.lock.publish((await listen()).endpoint), 700)
    expect(await second).toMatchObject({ kind: 'shown' })
    first.close()
  })

  it('takes over from an owner that stops meanwhile', async () => {
    const first = await own()
    const second = own(10_000)
    setTimeout(() => first.close(), 700)
    const workspace = await second
    workspace.close()
  })

  it('gives up on a silent owner and says who it is', async () => {
    const first = await own()
    expect(await claim(300)).toMatchObject({ kind: 'silent', owner: { pid: process.pid } })
    first.close()
  })
})
