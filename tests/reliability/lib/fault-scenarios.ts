import { cpSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { expect } from 'vitest'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { makeFirstSchema } from '../../fixtures/older-schema.ts'
import { openSample } from '../../fixtures/sample-workspace.ts'
import { afterKill } from './after-kill.ts'
import { sampleArchive } from './sample-archive.ts'
import { type Scene, uidsInBackup, uidsOf } from './scene.ts'
import { throwAnswer, WRITE_KINDS } from './write-kinds.ts'

/** What came of an attempt: `refused` with a typed error, or done. */
export type Outcome = 'done' | 'refused'

/** Something that is tried while a call fails. `Given` is what one attempt is about. */
export interface Scenario<Given = unknown, Answer = unknown> {
  /** After how many attempts it begins from the start again, where they are not all alike. */
  turns?: number
  /** Makes the attempt possible, without faults. */
  prepare(scene: Scene): Promise<Given>
  /** The attempt. Throws the contract's own errors. */
  act(scene: Scene, given: Given): Promise<Answer>
  /** What must be true of the workspace a killed process leaves after it. `answer`: what `act` answered, when it did. */
  expectAfter(workspace: Workspace, outcome: Outcome, given: Given, answer?: Answer): void
  /** Brings the scene back to where another attempt can be made, without faults. */
  settle?(scene: Scene, outcome: Outcome, given: Given): Promise<void>
}

const scenario = <Given, Answer>(parts: Scenario<Given, Answer>): Scenario => parts as Scenario

/** A different way of writing at each attempt. */
const saves = scenario({
  turns: Object.keys(WRITE_KINDS).length,
  prepare: async (scene) => {
    const names = Object.keys(WRITE_KINDS)
    const name = names[scene.turn++ % names.length] as string
    const kind = WRITE_KINDS[name] as (typeof WRITE_KINDS)[string]
    return { name, kind, uid: await kind.prepare(scene.host) }
  },
  act: ({ host }, { kind, uid }) => kind.act(host, uid),
  expectAfter: (workspace, outcome, { name, kind, uid }) =>
    expect(kind.isDone(workspace, uid), name).toBe(outcome === 'done'),
})

const uploads = scenario({
  prepare: async (scene) => ({ owner: await scene.keepLine(), uid: uuidv7() }),
  act: async (scene, { owner, uid }) => {
    const answer = await scene.host.upload(owner, uid, Buffer.alloc(200_000, uid))
    if (answer.status !== 201) await throwAnswer(answer)
    scene.kept.add(uid)
  },
  expectAfter: (workspace, outcome, { uid }) => expect(uidsOf(workspace).has(uid)).toBe(outcome === 'done'),
})

/** Every backup that counts as verified is sound. */
function expectSoundBackups(workspace: Workspace): void {
  for (const { name, verified } of workspace.backups.list()) if (verified) uidsInBackup(workspace, name)
}

/** Keeps the newest backup alone, so that a scene does not grow with its attempts. */
async function letBackupsGo({ host: { client } }: Scene): Promise<void> {
  const { backups } = await client.backups.list({})
  for (const { name } of backups.slice(1)) await client.backups.remove({ name })
}

const backups = scenario({
  prepare: async (scene) => letBackupsGo(scene),
  act: ({ host }) => host.client.backups.make({}),
  expectAfter: (workspace, _outcome, _given, made) => {
    if (made !== undefined) expect(uidsInBackup(workspace, made.name)).toEqual(uidsOf(workspace))
    expectSoundBackups(workspace)
  },
})

/** Goes back to a backup that lacks the newest line, and afterwards forward again. */
const restores = scenario({
  prepare: async (scene) => {
    await letBackupsGo(scene)
    const { name } = await scene.host.client.backups.make({})
    return { name, newest: await scene.keepLine() }
  },
  act: async (scene, { name, newest }) => {
    const { undoName } = await scene.host.client.backups.restore({ name })
    scene.kept.delete(newest)
    return undoName
  },
  expectAfter: (workspace, outcome, { name, newest }, undoName) => {
    expect(uidsOf(workspace).has(newest)).toBe(outcome === 'refused')
    expect(uidsInBackup(workspace, name).has(newest)).toBe(false)
    if (outcome === 'done') expect(uidsInBackup(workspace, undoName ?? '').has(newest)).toBe(true)
    expectSoundBackups(workspace)
  },
  settle: async (scene, outcome, { newest }) => {
    if (outcome === 'refused') return
    const { client } = scene.host
    const undo = (await client.backups.list({})).backups.find(({ reason }) => reason === 'before-restore')
    await client.backups.restore({ name: undo?.name ?? '' })
    scene.kept.add(newest)
  },
})

/** Fills an empty workspace from an archive; the host is another one each time. */
const imports = scenario({
  prepare: async (scene) => {
    await scene.kill()
    scene.wipe()
    await scene.start()
    return sampleArchive()
  },
  act: async (scene, { text }) => {
    const received = await scene.host.uploadArchive(text)
    if (received.status !== 201) await throwAnswer(received)
    return scene.host.client.exchange.importArchive((await received.json()) as { uploadId: string })
  },
  expectAfter: (workspace, outcome, { items }) => expect(uidsOf(workspace).size).toBe(outcome === 'done' ? items : 0),
})

/** What a start may find, each made from a workspace with data in it. */
const BEFORE_START = {
  'ended well': async (scene: Scene) => {
    await scene.host.end()
  },
  killed: (scene: Scene) => scene.kill(),
  'killed in the middle of a restore': async (scene: Scene) => {
    await scene.kill()
    const { database, replaced } = workspaceFiles(scene.dir)
    renameSync(database, replaced)
    renameSync(`${database}-wal`, `${replaced}-wal`)
  },
  'with an exchange that an earlier version announced': async (scene: Scene) => {
    await scene.host.client.backups.make({})
    await scene.kill()
    const [backup] = openedBriefly(scene.dir, (workspace) => workspace.backups.list().map(({ name }) => name))
    cpSync(join(scene.dir, 'backups', backup ?? ''), join(scene.dir, 'kurs.sqlite.ready'))
  },
  'of an older schema': async (scene: Scene) => {
    await scene.host.end()
    openedBriefly(scene.dir, ({ store: { sqlite } }) => makeFirstSchema(sqlite))
  },
  'an empty folder': async (scene: Scene) => {
    await scene.kill()
    scene.wipe()
  },
}

function openedBriefly<T>(dir: string, look: (workspace: Workspace) => T): T {
  const workspace = openSample(dir)
  try {
    return look(workspace)
  } finally {
    workspace.close()
  }
}

/** The start itself, of each folder in turn. */
const starts = scenario({
  turns: Object.keys(BEFORE_START).length,
  prepare: async (scene) => {
    const names = Object.keys(BEFORE_START) as (keyof typeof BEFORE_START)[]
    const name = names[scene.turn++ % names.length] as keyof typeof BEFORE_START
    await BEFORE_START[name](scene)
    return name
  },
  act: async (scene) => {
    const start = await scene.start()
    if (start.kind === 'opened') return
    if (start.kind === 'closed' && start.why === 'unavailable') throw new ORPCError('STORAGE', { data: start })
    throw new Error(`The start: ${JSON.stringify(start)}`)
  },
  expectAfter: () => {},
  settle: async (scene, outcome) => {
    if (outcome === 'done') return
    await scene.kill()
    expect(await scene.start()).toEqual({ kind: 'opened' })
  },
})

export const SCENARIOS: Record<string, Scenario> = { saves, uploads, backups, restores, imports, starts }

const TYPED = new Set(['STORAGE', 'REFUSED'])

/** What goes wrong during an attempt. */
interface Trouble {
  begin(): void
  /** Ends it; answers whether it was met. */
  end(): boolean
}

/**
 * One attempt in trouble, and everything that must hold afterwards: a typed answer, what a process killed now would leave,
 * and that saving goes on once the trouble is over. Answers the reason with which it was refused, null when it was done.
 */
export async function tryScenario(
  scene: Scene,
  scenario: Scenario,
  trouble: Trouble,
): Promise<{ isMet: boolean; reason: string | null }> {
  const given = await scenario.prepare(scene)
  trouble.begin()
  let outcome: Outcome = 'done'
  let reason: string | null = null
  let answer: unknown
  try {
    answer = await scenario.act(scene, given)
  } catch (error) {
    if (!(error instanceof ORPCError) || !TYPED.has(error.code)) throw error
    outcome = 'refused'
    reason = (error.data as { reason?: string }).reason ?? ''
  }
  const isMet = trouble.end()
  if (scene.host.defects.length > 0) throw new Error(scene.host.defects.join('\n'))
  await afterKill(scene.dir, (workspace) => {
    scene.expectSound(workspace)
    scenario.expectAfter(workspace, outcome, given, answer)
  })
  await scenario.settle?.(scene, outcome, given)
  await scene.keepLine()
  return { isMet, reason }
}
