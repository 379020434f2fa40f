import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterKill } from './lib/after-kill.ts'
import { SCENARIOS, type Scenario, tryScenario } from './lib/fault-scenarios.ts'
import { noteFigures } from './lib/figures.ts'
import { IS_FULL, makeRandom, TIMEOUT } from './lib/random.ts'
import { RealDisk, whyNoDisk } from './lib/real-disk.ts'
import { Scene } from './lib/scene.ts'
import { buildChild } from './lib/start-child.ts'

/** Disks that fill up, by what is done meanwhile. */
const TIMES = IS_FULL ? 20 : 2
const TRIED = ['saves', 'uploads', 'backups', 'restores'] as const

/** Bytes that are left of a full disk: none, too little for a copy, or enough for some of the work. */
const LEFT = 500_000

const random = makeRandom(20_261_131)
const [noMemoryDisk, noFileDisk] = [whyNoDisk('tmpfs'), whyNoDisk('ext4')]
const named = (what: string, why: string | null) => (why === null ? what : `${what} (${why})`)
let child: Awaited<ReturnType<typeof buildChild>>

beforeAll(async () => {
  child = await buildChild()
}, 60_000)

afterAll(() => child.remove())

async function onDisk(kind: 'tmpfs' | 'ext4', work: (scene: Scene, disk: RealDisk) => Promise<void>): Promise<void> {
  const scene = new Scene(child.host)
  const disk = new RealDisk(kind, scene.dir)
  try {
    expect(await scene.start()).toEqual({ kind: 'opened' })
    await scene.keepLine()
    await work(scene, disk)
  } finally {
    await scene.kill()
    disk.remove()
    await scene.close()
  }
}

/** Why something is refused; null when it is done. Throws what is no typed answer. */
async function refusal(act: Promise<unknown>): Promise<string | null> {
  try {
    await act
    return null
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'STORAGE') throw error
    return (error.data as { reason: string }).reason
  }
}

async function saveUntilRefused(scene: Scene): Promise<string> {
  for (let saves = 0; saves < 500; saves++) {
    const reason = await refusal(scene.keepLine())
    if (reason !== null) return reason
  }
  throw new Error('It never refused')
}

async function upload(scene: Scene, owner: string): Promise<string | null> {
  const answer = await scene.host.upload(owner, uuidv7(), Buffer.alloc(300_000))
  return answer.status === 201
    ? null
    : ((await answer.json()) as { json: { data: { reason: string } } }).json.data.reason
}

const soundAfterKill = (scene: Scene) => afterKill(scene.dir, (workspace) => scene.expectSound(workspace))

/** The real entry of the browser host, told to end: how it ends, and what it complains of. */
async function endBrowserHost(scene: Scene, before: () => void): Promise<{ code: number | null; complaint: string }> {
  const env = {
    ...process.env,
    HOME: scene.root,
    XDG_RUNTIME_DIR: scene.root,
    XDG_CACHE_HOME: join(scene.root, 'cache'),
  }
  const host = spawn(process.execPath, [child.browser, `--data-dir=${scene.dir}`, '--no-open'], { env, stdio: 'pipe' })
  let complaint = ''
  host.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const gone = once(host, 'close') as Promise<[number | null]>
  await Promise.race([once(host.stdout, 'data'), gone])
  before()
  host.kill('SIGTERM')
  const [code] = await gone
  return { code, complaint }
}

describe.skipIf(noMemoryDisk !== null)(named('a disk that is full', noMemoryDisk), { timeout: TIMEOUT }, () => {
  it.each(TRIED)('during %s says so, loses nothing, and all goes on once there is room', async (name) => {
    await onDisk('tmpfs', async (scene, disk) => {
      const reasons: (string | null)[] = []
      const end = () => {
        disk.free()
        return true
      }
      for (let index = 0; index < TIMES; index++) {
        const left = index % 2 === 0 ? 0 : random.below(LEFT)
        const trouble = { begin: () => disk.fill(left), end }
        reasons.push((await tryScenario(scene, SCENARIOS[name] as Scenario, trouble)).reason)
      }
      const refused = reasons.filter((reason) => reason !== null)
      expect([...new Set(refused)]).toEqual(name === 'saves' && refused.length === 0 ? [] : ['full'])
      noteFigures(`full disk during ${name}`, TIMES, `${refused.length} refused as full, 0 lost`)
    })
  })

  it('refuses everything by the same word, ends when it is told to, and starts', async () => {
    await onDisk('tmpfs', async (scene, disk) => {
      const { client } = scene.host
      const owner = await scene.keepLine()
      const { name } = await client.backups.make({})
      disk.fill(0)
      expect(await saveUntilRefused(scene)).toBe('full')
      expect(await upload(scene, owner)).toBe('full')
      expect(await refusal(client.backups.make({}))).toBe('full')
      expect(await refusal(client.backups.restore({ name }))).toBe('full')
      expect(scene.host.defects).toEqual([])
      await soundAfterKill(scene)
      await scene.host.end()
      expect(scene.host.defects).toEqual([])
      disk.fill(0)
      const started = await scene.start()
      expect(started).toMatchObject(started.kind === 'opened' ? {} : { kind: 'closed', why: 'unavailable' })
      await scene.kill()
      expect(await endBrowserHost(scene, () => disk.fill(0))).toMatchObject({ complaint: '' })
      disk.free()
      expect(await scene.start()).toEqual({ kind: 'opened' })
      await scene.keepLine()
      await soundAfterKill(scene)
    })
  })
})

describe.skipIf(noFileDisk !== null)(named('a disk that becomes read-only', noFileDisk), { timeout: TIMEOUT }, () => {
  it('refuses everything by the same word, and all goes on once it can be written again', async () => {
    await onDisk('ext4', async (scene, disk) => {
      const { client } = scene.host
      const owner = await scene.keepLine()
      const { name } = await client.backups.make({})
      disk.breakDown()
      expect(await saveUntilRefused(scene)).toBe('readonly')
      expect(await upload(scene, owner)).toBe('readonly')
      expect(await refusal(client.backups.make({}))).toBe('readonly')
      expect(await refusal(client.backups.restore({ name }))).toBe('readonly')
      expect((await client.journal.page({ filter: {}, limit: 10 })).lines).toHaveLength(2)
      await scene.host.end()
      expect(scene.host.defects).toEqual([])
      expect(await scene.start()).toMatchObject({ kind: 'closed', why: 'unavailable' })
      disk.unmount()
      disk.mount()
      expect(await scene.start()).toEqual({ kind: 'opened' })
      await scene.keepLine()
      await soundAfterKill(scene)
    })
    noteFigures('disk that becomes read-only', 1, 'everything refused as readonly, 0 lost')
  })

  it('lets the app end when it is told to', async () => {
    await onDisk('ext4', async (scene, disk) => {
      await scene.kill()
      expect(await endBrowserHost(scene, () => disk.breakDown())).toEqual({ code: 0, complaint: '' })
    })
  })
})
