import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createItem } from '#main/store/engine/items.ts'
import { itemExists } from '#main/store/engine/rows.ts'
import { write } from '#main/store/engine/writer.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { attachmentPath, hashFile } from '#main/store/files/attachment-files.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { backupPath, listBackups } from '#main/store/safety/backup.ts'
import { findDamage, openReadOnly } from '#main/store/safety/integrity.ts'
import { archiveText } from '../fixtures/archive-text.ts'
import { makeFirstSchema } from '../fixtures/older-schema.ts'
import { fillSample, openSample } from '../fixtures/sample-workspace.ts'
import { noteFigures } from './lib/figures.ts'
import { IS_FULL, makeRandom, TIMEOUT } from './lib/random.ts'
import { buildChild, type Child, killAfter, startChild } from './lib/start-child.ts'

/** Kills by task: 50 in all, 1,000 in the full run. */
const TIMES = IS_FULL ? 20 : 1
const COUNTS = { write: 22, backup: 8, restore: 6, attach: 6, import: 5, migration: 3 }

const random = makeRandom(20_261_123)
let child: Awaited<ReturnType<typeof buildChild>>
let root: string
let dir: string

beforeAll(async () => {
  child = await buildChild()
}, 60_000)

afterAll(() => child.remove())

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kurs-kill-'))
  dir = join(root, 'workspace')
})

afterEach(() => rmSync(root, { recursive: true }))

const start = (task: string) => startChild(child.file, [task, dir, String(random.below(1e9))])

/** Opens what a killed process left: it must open at once, whole. */
function reopen(killed: Child): Workspace {
  expect(killed.errors()).toBe('')
  const workspace = openSample(dir)
  expect(findDamage(workspace.store.sqlite, 'full')).toEqual([])
  return workspace
}

/** Every attachment has its content. */
function expectFiles(workspace: Workspace): void {
  const rows = workspace.store.sqlite
    .prepare<[], { hash: string; size: number }>('SELECT hash, size FROM attachment')
    .all()
  for (const { hash } of rows) expect(hashFile(attachmentPath(dir, hash))).toBe(hash)
}

const missing = (workspace: Workspace, uids: string[] = []) => uids.filter((uid) => !itemExists(workspace.store, uid))

describe('a process killed without warning', { timeout: TIMEOUT }, () => {
  it('while writing has lost nothing it was promised', async () => {
    const removed = new Set<string>()
    const promised = new Set<string>()
    let acknowledged = 0
    for (let index = 0; index < COUNTS.write * TIMES; index++) {
      const killed = start('write')
      // After a number of saves as well as of milliseconds: a slow machine saves little in a short time.
      await killAfter(killed, 'item', random.below(60), 1 + random.below(15))
      const { said } = killed
      acknowledged += [...said.values()].flat().length
      for (const uid of said.get('removed') ?? []) removed.add(uid)
      for (const uid of said.get('item') ?? []) promised.add(uid)
      const workspace = reopen(killed)
      expect(missing(workspace, [...promised])).toEqual([])
      for (const uid of removed) if (!promised.has(uid)) expect(existsOrUndone(workspace, uid)).toBe(true)
      const title = workspace.store.sqlite
        .prepare('SELECT activity.title FROM activity JOIN item USING (id) WHERE uid = ?')
        .pluck()
      for (const uid of said.get('edited') ?? []) if (promised.has(uid)) expect(title.get(uid)).toBe('edited')
      workspace.close()
    }
    expect(acknowledged).toBeGreaterThan(COUNTS.write * TIMES * 5)
    noteFigures(
      'kill -9 while writing',
      COUNTS.write * TIMES,
      `0 of ${acknowledged.toLocaleString('en')} acknowledged lost`,
    )
  })

  it('while making backups has lost nothing, and every backup it was promised is sound', async () => {
    const promised: string[] = []
    for (let index = 0; index < COUNTS.backup * TIMES; index++) {
      const killed = start('backup')
      await killAfter(killed, random.below(2) === 0 ? 'item' : 'backup', random.below(150))
      promised.push(...(killed.said.get('item') ?? []))
      const workspace = reopen(killed)
      expect(missing(workspace, promised)).toEqual([])
      const backups = workspace.backups.list()
      for (const name of killed.said.get('backup')?.slice(-1) ?? [])
        expect(backups.find((backup) => backup.name === name)?.verified).toBe(true)
      for (const { name } of backups.filter((backup) => backup.verified)) expectSound(name)
      workspace.close()
    }
    expect(listBackups(dir).some((backup) => backup.verified)).toBe(true)
    noteFigures(
      'kill -9 while making backups',
      COUNTS.backup * TIMES,
      `0 of ${promised.length} acknowledged lost, every backup sound`,
    )
  })

  it('while restoring leaves one state or the other, and what it was promised in the data or in a backup', async () => {
    const promised: string[] = []
    for (let index = 0; index < COUNTS.restore * TIMES; index++) {
      const killed = start('restore')
      await killAfter(killed, random.below(3) === 0 ? 'restored' : 'item', random.below(400))
      promised.push(...(killed.said.get('item') ?? []))
      const workspace = reopen(killed)
      const found = new Set(uidsIn(join(dir, 'kurs.sqlite')))
      for (const { name } of workspace.backups.list()) for (const uid of uidsIn(backupPath(dir, name))) found.add(uid)
      expect(promised.filter((uid) => !found.has(uid))).toEqual([])
      workspace.close()
    }
    noteFigures('kill -9 while restoring', COUNTS.restore * TIMES, `0 of ${promised.length} acknowledged lost`)
  })

  it('while attaching files leaves no row without its file', async () => {
    const promised: string[] = []
    for (let index = 0; index < COUNTS.attach * TIMES; index++) {
      const killed = start('attach')
      await killAfter(killed, 'item', random.below(150))
      promised.push(...(killed.said.get('item') ?? []))
      const workspace = reopen(killed)
      expect(missing(workspace, promised)).toEqual([])
      expectFiles(workspace)
      expect(existsSync(join(dir, 'staging'))).toBe(false)
      workspace.close()
    }
    noteFigures(
      'kill -9 while attaching files',
      COUNTS.attach * TIMES,
      `0 of ${promised.length} acknowledged lost, no row without its file`,
    )
  })

  it('while importing leaves all or nothing', async () => {
    const source = openSample(join(root, 'source'))
    await fillSample(source)
    write(source.store, 'fill', (w) => {
      for (let index = 0; index < 3000; index++)
        w.insert(activityEntity, { title: `line ${index}`, day: '2026-11-01', notes: 'x'.repeat(200) })
    })
    writeFileSync(join(root, 'archive.json'), await archiveText(source))
    const total = source.store.sqlite.prepare('SELECT count(*) FROM item').pluck().get() as number
    source.close()
    const outcomes = new Set<number>()
    for (let index = 0; index < COUNTS.import * TIMES; index++) {
      rmSync(dir, { recursive: true, force: true })
      const killed = start('import')
      await killAfter(killed, 'importing', index === 0 ? 10 : random.below(900))
      const workspace = reopen(killed)
      const count = workspace.store.sqlite.prepare('SELECT count(*) FROM item').pluck().get() as number
      expect([0, total]).toContain(count)
      if (killed.said.has('imported')) expect(count).toBe(total)
      outcomes.add(count)
      expectFiles(workspace)
      workspace.close()
    }
    expect(outcomes).toContain(0)
    noteFigures('kill -9 while importing', COUNTS.import * TIMES, 'all or nothing each time')
  })

  it('while changing an older schema loses nothing and goes on at the next start', async () => {
    for (let index = 0; index < COUNTS.migration * TIMES; index++) {
      rmSync(dir, { recursive: true, force: true })
      const workspace = openSample(dir)
      const uid = createItem(workspace.store, activityEntity, { fields: { title: 'a', day: '2026-11-01' } }).uid
      makeFirstSchema(workspace.store.sqlite)
      workspace.close()
      const killed = start('own')
      await new Promise((wake) => setTimeout(wake, 60 + random.below(120)))
      killed.process.kill('SIGKILL')
      await killed.gone
      const reopened = reopen(killed)
      expect(missing(reopened, [uid])).toEqual([])
      const [backup] = reopened.backups.list()
      expect(backup).toMatchObject({ reason: 'before-migration', verified: true, items: 1 })
      reopened.close()
    }
    noteFigures('kill -9 while changing an older schema', COUNTS.migration * TIMES, '0 lost')
  })
})

/** A removal may have been taken back just before the end, without the word having got out. */
function existsOrUndone(workspace: Workspace, uid: string): boolean {
  if (!itemExists(workspace.store, uid)) return true
  const undone = workspace.store.sqlite.prepare(
    "SELECT count(*) FROM change JOIN batch ON batch.id = batch_id WHERE item_uid = ? AND origin = 'undo'",
  )
  return (undone.pluck().get(uid) as number) > 0
}

function uidsIn(file: string): string[] {
  const sqlite = openReadOnly(file)
  try {
    return sqlite.prepare<[], string>('SELECT uid FROM item').pluck().all()
  } finally {
    sqlite.close()
  }
}

function expectSound(name: string): void {
  const sqlite = openReadOnly(backupPath(dir, name))
  try {
    expect(findDamage(sqlite, 'full')).toEqual([])
  } finally {
    sqlite.close()
  }
}
