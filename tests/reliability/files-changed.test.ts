import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { listBackups } from '#main/store/safety/backup.ts'
import { noteFigures } from './lib/figures.ts'
import { IS_FULL, makeRandom, TIMEOUT } from './lib/random.ts'
import { Scene, uidsInBackup, uidsOf } from './lib/scene.ts'
import { buildChild } from './lib/start-child.ts'

/** Each change this often: 11 and 44 in all. */
const TIMES = IS_FULL ? 4 : 1

const random = makeRandom(20_261_128)
let child: Awaited<ReturnType<typeof buildChild>>

beforeAll(async () => {
  child = await buildChild()
}, 60_000)

afterAll(() => child.remove())

/** What somebody else does to the files while the host runs. */
interface Change {
  apply(scene: Scene, away: string): void
  /** What it took away stood nowhere else: a later start cannot know of it, so the running app has to say it. */
  destroys?: true
  /** Why saving is refused afterwards; null where it goes on. */
  reason: 'moved' | 'corrupt' | null
  /** Puts the original files back; what was saved before must then be there. Without it, what stood in them is gone. */
  putBack?(scene: Scene, away: string): void
}

const database = (scene: Scene) => join(scene.dir, 'kurs.sqlite')
const OWN = /^(kurs\.sqlite.*)$/

/** As a program that synchronises folders brings another state: each file is written beside and takes the name of the old one. */
function replaceFiles(scene: Scene, from: string): void {
  for (const name of readdirSync(from)) {
    copyFileSync(join(from, name), join(scene.dir, `.sync-${name}`))
    renameSync(join(scene.dir, `.sync-${name}`), join(scene.dir, name))
  }
}

const copyAway = (scene: Scene, away: string): void =>
  cpSync(scene.dir, away, { recursive: true, filter: (file) => !file.endsWith('owner.lock') })

const CHANGES: Record<string, Change> = {
  'the folder moved': {
    apply: ({ dir }, away) => renameSync(dir, away),
    reason: 'moved',
    putBack: ({ dir }, away) => renameSync(away, dir),
  },
  'the folder deleted': { apply: ({ dir }) => rmSync(dir, { recursive: true }), reason: 'moved' },
  'the folder exchanged for a copy': {
    apply: (scene, away) => {
      copyAway(scene, `${away}-copy`)
      renameSync(scene.dir, away)
      renameSync(`${away}-copy`, scene.dir)
    },
    reason: 'moved',
    putBack: ({ dir }, away) => {
      rmSync(dir, { recursive: true })
      renameSync(away, dir)
    },
  },
  'database and log exchanged for a copy': {
    apply: (scene, away) => {
      mkdirSync(away)
      for (const name of readdirSync(scene.dir))
        if (OWN.test(name)) copyFileSync(join(scene.dir, name), join(away, name))
      replaceFiles(scene, away)
    },
    reason: 'moved',
  },
  'the database exchanged for a copy': {
    apply: (scene, away) => {
      mkdirSync(away)
      copyFileSync(database(scene), join(away, 'kurs.sqlite'))
      replaceFiles(scene, away)
    },
    reason: 'moved',
  },
  'the database deleted': { apply: (scene) => rmSync(database(scene)), reason: 'moved' },
  'the log deleted': { apply: (scene) => rmSync(`${database(scene)}-wal`), reason: null, putBack: () => {} },
  'the log exchanged for a copy': {
    apply: (scene, away) => {
      mkdirSync(away)
      copyFileSync(`${database(scene)}-wal`, join(away, 'kurs.sqlite-wal'))
      replaceFiles(scene, away)
    },
    reason: 'moved',
  },
  'the database cut to half': {
    apply: (scene) => truncateSync(database(scene), statSync(database(scene)).size / 2),
    reason: 'corrupt',
  },
  'the database emptied': { apply: (scene) => truncateSync(database(scene)), reason: 'corrupt' },
  'the log emptied': {
    apply: (scene) => truncateSync(`${database(scene)}-wal`),
    reason: 'corrupt',
    destroys: true,
  },
}

/** Saves lines one after the other; answers the uids that were acknowledged and the reasons of the others. */
async function saveLines({ host }: Scene, count: number): Promise<{ saved: string[]; reasons: Set<string> }> {
  const [saved, reasons]: [string[], Set<string>] = [[], new Set()]
  for (let index = 0; index < count; index++) {
    const fields = { title: 'line', day: '2026-11-01', notes: 'n'.repeat(random.below(9000)) }
    try {
      saved.push((await host.client.journal.create({ uid: uuidv7(), fields })).uid)
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code !== 'STORAGE') throw error
      reasons.add((error.data as { reason: string }).reason)
    }
  }
  return { saved, reasons }
}

/** What stands in the folder after a restart; null where there is no workspace that opens. */
function afterRestart<T>(dir: string, look: (workspace: Workspace) => T): T | null {
  if (!existsSync(dir)) return null
  const opened = openWorkspace(dir, 'browser', Date.now)
  if (opened.kind === 'damaged') opened.damaged.release()
  if (opened.kind !== 'open') return null
  try {
    return look(opened.workspace)
  } finally {
    opened.workspace.close()
  }
}

/**
 * Whoever restores a backup goes back to what it holds, so one that counts as verified holds everything that was acknowledged
 * before it was asked for, whatever had happened to the files by then. Making one after they were damaged may be refused,
 * and may not: where the damage is in what the copy does not need (an emptied log whose content is in the database), the
 * copy is whole, compared with the open store and read from end to end, and the best there is.
 */
function expectBackupsWhole(dir: string, acknowledged: { sequence: number; saved: string[] }[]): void {
  const verified = listBackups(dir).filter((one) => one.verified)
  for (const { sequence, saved } of acknowledged) {
    const later = verified.filter((one) => one.sequence >= sequence)
    for (const { name } of later) {
      const held = uidsInBackup({ dir }, name)
      expect(saved.filter((uid) => !held.has(uid))).toEqual([])
    }
  }
}

async function tryChange(scene: Scene, { apply, reason, putBack, destroys }: Change): Promise<void> {
  const away = join(scene.root, 'away')
  const { client } = scene.host
  const first = await saveLines(scene, 5 + random.below(60))
  const made = await client.backups.make({})
  const second = await saveLines(scene, 1 + random.below(20))
  const before = [...first.saved, ...second.saved]
  apply(scene, away)
  const backup = await client.backups.make({}).catch(() => null)
  const after = await saveLines(scene, 3)
  const later = await client.backups.make({}).catch(() => null)
  expect([...after.reasons]).toEqual(reason === null ? [] : [reason])
  expect(after.saved.length).toBe(reason === null ? 3 : 0)
  // While other files stand there no backup is made, for none could be told from one of theirs.
  if (reason === 'moved') expect([backup, later]).toEqual([null, null])
  expect(scene.host.defects).toEqual([])
  if (random.below(2) === 0) await scene.kill()
  else await scene.host.end()
  putBack?.(scene, away)
  const isOurs = putBack !== undefined || reason === 'corrupt'
  const present = afterRestart(scene.dir, uidsOf)
  // What opens is whole; what is damaged says so and has its backups.
  if (putBack !== undefined) expect(present).not.toBeNull()
  if (isOurs && destroys !== true && present !== null)
    expect([...before, ...after.saved].filter((uid) => !present.has(uid))).toEqual([])
  if (!isOurs) return
  expect(listBackups(scene.dir).find(({ name }) => name === made.name)?.verified).toBe(true)
  expectBackupsWhole(scene.dir, [
    { sequence: made.sequence, saved: first.saved },
    { sequence: made.sequence + 1, saved: before },
  ])
}

describe('files that somebody changes while the app runs', { timeout: TIMEOUT }, () => {
  it.each(Object.keys(CHANGES))('%s: no save is acknowledged that is not in the workspace', async (name) => {
    for (let index = 0; index < TIMES; index++) {
      const scene = new Scene(child.host)
      expect(await scene.start()).toEqual({ kind: 'opened' })
      await tryChange(scene, CHANGES[name] as Change)
      await scene.close()
    }
    noteFigures(`files changed under the app: ${name}`, TIMES, '0 saves acknowledged that are not in the workspace')
  })

  it('a folder that comes back is worked on at once', async () => {
    const scene = new Scene(child.host)
    await scene.start()
    const away = join(scene.root, 'away')
    for (let index = 0; index < 3; index++) {
      scene.kept.add(...((await saveLines(scene, 1)).saved as [string]))
      renameSync(scene.dir, away)
      expect((await saveLines(scene, 2)).saved).toEqual([])
      renameSync(away, scene.dir)
    }
    await scene.keepLine()
    await scene.kill()
    afterRestart(scene.dir, (workspace) => scene.expectSound(workspace))
    await scene.close()
  })
})
