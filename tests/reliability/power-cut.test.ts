import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { buildTool, type Tool } from './lib/c-tools.ts'
import { Disk } from './lib/disk.ts'
import { noteFigures } from './lib/figures.ts'
import { IS_FULL, makeRandom, TIMEOUT } from './lib/random.ts'
import { type DiskRecord, Recording } from './lib/recording.ts'
import { sampleArchive } from './lib/sample-archive.ts'
import { expectSound, Scene, uidsInBackup, uidsOf } from './lib/scene.ts'
import { buildChild } from './lib/start-child.ts'
import { WRITE_KINDS, type WriteKind } from './lib/write-kinds.ts'

/** Runs by task, and power cuts by run: 10 in all, 200 in the full run. */
const RUNS = IS_FULL ? 8 : 1
const CUTS = IS_FULL ? 5 : 2
const MOST_CONTROLS = 40

const tool = buildTool('recorder')
const random = makeRandom(20_261_129)
let child: Awaited<ReturnType<typeof buildChild>>

beforeAll(async () => {
  child = await buildChild()
}, 60_000)

afterAll(() => {
  child.remove()
  tool?.remove()
})

/** Something that was acknowledged, and how to see that it is there. */
interface Promised {
  /** How much was recorded when it was acknowledged. */
  at: number
  check(workspace: Workspace): void
}

type Acknowledge = (check: Promised['check']) => void

const has = (uid: string) => (workspace: Workspace) => expect(uidsOf(workspace)).toContain(uid)

/** In the database, or in a backup that can be restored. */
const hasSomewhere = (uid: string) => (workspace: Workspace) => {
  const backups = workspace.backups.list().filter(({ verified }) => verified)
  const places = [uidsOf(workspace), ...backups.map(({ name }) => uidsInBackup(workspace, name))]
  expect(places.some((uids) => uids.has(uid))).toBe(true)
}

const TASKS: Record<string, (scene: Scene, acknowledge: Acknowledge) => Promise<void>> = {
  saves: async (scene, acknowledge) => {
    // A setting is set anew by the next one.
    const kinds = Object.entries(WRITE_KINDS).filter(([name]) => name !== 'a setting')
    for (let index = 0; index < 25; index++) {
      const [name, kind] = random.pick(kinds) as [string, WriteKind]
      const given = await kind.prepare(scene.host)
      await kind.act(scene.host, given)
      acknowledge((workspace) => expect(kind.isDone(workspace, given), name).toBe(true))
    }
  },
  uploads: async (scene, acknowledge) => {
    const owner = await scene.keepLine()
    for (let index = 0; index < 8; index++) {
      const uid = uuidv7()
      const answer = await scene.host.upload(owner, uid, Buffer.alloc(1 + random.below(300_000), uid))
      expect(answer.status).toBe(201)
      acknowledge(has(uid))
    }
  },
  backups: async (scene, acknowledge) => {
    const kept: string[] = []
    for (let index = 0; index < 4; index++) {
      const uid = await scene.keepLine()
      kept.push(uid)
      acknowledge(has(uid))
      const held = [...kept]
      const { name } = await scene.host.client.backups.make({})
      acknowledge((workspace) => {
        expect(workspace.backups.list().find((one) => one.name === name)?.verified).toBe(true)
        expect([...uidsInBackup(workspace, name)]).toEqual(expect.arrayContaining(held))
      })
    }
  },
  restores: async (scene, acknowledge) => {
    const { client } = scene.host
    for (let index = 0; index < 3; index++) {
      acknowledge(hasSomewhere(await scene.keepLine()))
      const { name } = await client.backups.make({})
      acknowledge(hasSomewhere(await scene.keepLine()))
      const { undoName } = await client.backups.restore({ name })
      acknowledge((workspace) => expect(uidsInBackup(workspace, undoName ?? '').size).toBeGreaterThan(1))
      if (random.below(2) === 0) await client.backups.restore({ name: undoName ?? '' })
    }
  },
  imports: async (scene, acknowledge) => {
    const { text, items } = await sampleArchive()
    const received = await scene.host.uploadArchive(text)
    await scene.host.client.exchange.importArchive((await received.json()) as { uploadId: string })
    acknowledge((workspace) => expect(uidsOf(workspace).size).toBe(items))
  },
}

/** What a host did, from beginning to end. */
interface Work {
  /** Inode of its folder. */
  root: number
  records: DiskRecord[]
  promised: Promised[]
}

/** A host at work while everything it does to its files is recorded. */
async function record(task: string): Promise<Work> {
  const scene = new Scene(child.host)
  const recording = new Recording(tool as Tool, scene.root, scene.dir)
  scene.env = recording.env
  await scene.start()
  const promised: Promised[] = []
  await TASKS[task]?.(scene, (check) => promised.push({ at: recording.now(), check }))
  await scene.kill()
  const records = recording.read()
  await scene.close()
  return { root: recording.root, records, promised }
}

/** Builds the disk as it is when the power fails at a moment, starts the app on it, and looks for all that was promised. */
function checkCut({ root, records, promised }: Work, at: number, heeds?: (name: string) => boolean): void {
  const aside = mkdtempSync(join(tmpdir(), 'kurs-cut-'))
  const dir = join(aside, 'workspace')
  try {
    const disk = new Disk(root, heeds)
    for (const entry of records) if (entry.end <= at) disk.apply(entry)
    disk.build(dir, random)
    const opened = openWorkspace(dir, 'browser', Date.now)
    if (opened.kind === 'damaged') opened.damaged.release()
    if (opened.kind !== 'open') throw new Error(`The workspace is ${opened.kind}: ${JSON.stringify(opened)}`)
    try {
      expectSound(opened.workspace)
      for (const { check } of promised.filter((one) => one.at <= at)) check(opened.workspace)
    } finally {
      opened.workspace.close()
    }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** A moment at which the power fails: after any change, or just after something was acknowledged. */
function pickMoment({ records, promised }: Work): number {
  return random.below(2) === 0 ? random.pick(promised).at : random.pick(records).end
}

function fails(action: () => void): boolean {
  try {
    action()
    return false
  } catch {
    return true
  }
}

describe.skipIf(tool === null)('a power cut', { timeout: TIMEOUT }, () => {
  it.each(Object.keys(TASKS))('under %s loses nothing that was acknowledged', async (task) => {
    const problems: string[] = []
    let promised = 0
    for (let run = 0; run < RUNS; run++) {
      const work = await record(task)
      expect(work.promised.length).toBeGreaterThan(0)
      for (let cut = 0; cut < CUTS; cut++) {
        const at = pickMoment(work)
        promised += work.promised.filter((one) => one.at <= at).length
        try {
          checkCut(work, at)
        } catch (error) {
          problems.push(`run ${run}, at ${at}: ${String(error).slice(0, 600)}`)
        }
      }
    }
    expect(problems).toEqual([])
    noteFigures(`power cut under ${task}`, RUNS * CUTS, `${promised} acknowledged before it, 0 lost`)
  })

  it('on a disk that does not do what it is asked loses something: the control of all this', async () => {
    const work = await record('saves')
    const lost = { everything: 0, log: 0 }
    let cuts = 0
    // The long run counts how often; the short one wants to see it once.
    while (cuts < MOST_CONTROLS && (IS_FULL || lost.everything === 0 || lost.log === 0)) {
      const at = pickMoment(work)
      cuts += 1
      if (fails(() => checkCut(work, at, () => false))) lost.everything += 1
      if (fails(() => checkCut(work, at, (name) => !name.endsWith('-wal')))) lost.log += 1
    }
    expect(lost.everything).toBeGreaterThan(0)
    expect(lost.log).toBeGreaterThan(0)
    noteFigures('control: no fsync at all', cuts, `${lost.everything} lost something`)
    noteFigures('control: no fsync of the log', cuts, `${lost.log} lost something`)
  })
})
