import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireOwnerLock, readOwner } from './owner-lock.ts'

let dir: string
const children: ChildProcess[] = []

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-lock-'))
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

const SCRIPT = `
  import { acquireOwnerLock } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'owner-lock.ts')).href)}
  const result = acquireOwnerLock(process.env.WORKSPACE, 'cli', Date.now())
  process.stdout.write(result.kind + '\\n')
  if (result.kind === 'acquired') setInterval(() => {}, 1000)
`

/** Starts a process that asks for the lock and keeps it; resolves with the answer it got. */
function launch(): Promise<{ kind: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    cwd: import.meta.dirname,
    env: { ...process.env, WORKSPACE: dir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (text: Buffer) => resolve({ kind: text.toString().trim(), child }))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it answered`)))
  })
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))

describe('acquireOwnerLock', () => {
  it('creates the folder, says who owns it, and gives it free', () => {
    const workspace = join(dir, 'new', 'workspace')
    const first = acquireOwnerLock(workspace, 'browser', 1_000)
    if (first.kind !== 'acquired') throw new Error(first.kind)
    expect(readOwner(workspace)).toEqual({ pid: process.pid, host: 'browser', since: 1_000, endpoint: null })

    first.lock.publish({ socket: '/run/kurs.sock', secret: 's'.repeat(43) })
    const second = acquireOwnerLock(workspace, 'electron', 2_000)
    expect(second).toMatchObject({
      kind: 'owned-by-other',
      owner: { host: 'browser', endpoint: { socket: '/run/kurs.sock', secret: 's'.repeat(43) } },
    })

    first.lock.release()
    first.lock.release()
    expect(existsSync(join(workspace, 'owner.json'))).toBe(false)
    const third = acquireOwnerLock(workspace, 'electron', 3_000)
    if (third.kind !== 'acquired') throw new Error(third.kind)
    third.lock.release()
  })

  it.skipIf(process.platform === 'win32')('lets only the user read the secret, whatever the file was before', () => {
    writeFileSync(join(dir, 'owner.json'), '{}')
    chmodSync(join(dir, 'owner.json'), 0o666)
    const result = acquireOwnerLock(dir, 'browser', 1)
    if (result.kind !== 'acquired') throw new Error(result.kind)
    expect(statSync(join(dir, 'owner.json')).mode & 0o777).toBe(0o600)
    result.lock.publish({ socket: '/run/kurs.sock', secret: 's'.repeat(43) })
    expect(statSync(join(dir, 'owner.json')).mode & 0o777).toBe(0o600)
    result.lock.release()
  })

  it('does not believe owner.json: a foreign or broken one neither locks out nor crashes', () => {
    for (const text of ['', 'not json', '{"pid":1}', '{"pid":1,"host":"browser","since":1,"endpoint":null}']) {
      writeFileSync(join(dir, 'owner.json'), text)
      const result = acquireOwnerLock(dir, 'cli', 5)
      if (result.kind !== 'acquired') throw new Error(`${text}: ${result.kind}`)
      expect(readOwner(dir)?.pid).toBe(process.pid)
      result.lock.release()
    }
  })

  it('is a typed failure where the folder cannot be made', () => {
    writeFileSync(join(dir, 'file'), '')
    const result = acquireOwnerLock(join(dir, 'file', 'workspace'), 'cli', 1)
    expect(result).toMatchObject({ kind: 'unavailable', code: 'ENOTDIR' })
  })

  it('survives kill -9 of the owner: the next launch owns the workspace at once', async () => {
    const { kind, child } = await launch()
    expect(kind).toBe('acquired')
    const blocked = acquireOwnerLock(dir, 'browser', 1)
    expect(blocked).toMatchObject({ kind: 'owned-by-other', owner: { pid: child.pid, host: 'cli' } })

    const gone = ended(child)
    child.kill('SIGKILL')
    await gone
    expect(existsSync(join(dir, 'owner.json'))).toBe(true)
    const result = acquireOwnerLock(dir, 'browser', 2)
    if (result.kind !== 'acquired') throw new Error(result.kind)
    expect(readOwner(dir)?.pid).toBe(process.pid)
    result.lock.release()
  })

  it('has one owner when two are launched at once, ten times', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 10; round++) {
      const both = await Promise.all([launch(), launch()])
      expect(both.map(({ kind }) => kind).sort()).toEqual(['acquired', 'owned-by-other'])
      const owner = both.find(({ kind }) => kind === 'acquired')?.child
      if (!owner) throw new Error('no owner')
      expect(readOwner(dir)?.pid).toBe(owner.pid)
      const gone = ended(owner)
      owner.kill('SIGKILL')
      await gone
      expect(readdirSync(dir).filter((name) => !name.startsWith('owner.'))).toEqual([])
    }
  })
})
