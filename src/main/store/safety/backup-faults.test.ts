import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sqlite } from '#main/store/engine/database.ts'
import { createItem } from '#main/store/engine/items.ts'
import { itemExists } from '#main/store/engine/rows.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { openSample } from '../../../../tests/fixtures/sample-workspace.ts'
import { backupPath, listBackups, makeBackupNow, readManifest } from './backup.ts'
import { findDamage, findFileDamage } from './integrity.ts'

let dir: string
let workspace: Workspace

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-faults-'))
  workspace = openSample(dir)
})

afterEach(async () => {
  await workspace.jobs.close()
  workspace.close()
  rmSync(dir, { recursive: true, force: true })
})

const add = (title = 'a') =>
  createItem(workspace.store, activityEntity, { fields: { title, day: '2026-11-01', notes: 'x'.repeat(500) } }).uid

const backUp = () => makeBackupNow({ dir, reason: 'manual', now: Date.now() }, workspace.store.sqlite)

/** Fills the workspace and moves all data into the database file itself, so that damage to that file has an effect. */
function fill(): void {
  for (let index = 0; index < 300; index++) add(`line ${index}`)
  workspace.store.sqlite.pragma('wal_checkpoint(TRUNCATE)')
}

/** A bad backup as earlier versions could make it: a copy of an emptied database, with a note that vouches for it. */
function addHollowBackup(): string {
  const good = backUp()
  const name = good.name.replace(/-\d+\.sqlite$/, '-7.sqlite')
  const file = backupPath(dir, name)
  new Database(file).exec('VACUUM').close()
  const manifest = {
    ...readManifest(dir, good.name),
    sequence: 7,
    schema: 0,
    rows: {},
    size: readFileSync(file).length,
  }
  writeFileSync(`${file}.json`, JSON.stringify(manifest))
  return name
}

describe('a database that is emptied or cut off while it is open', () => {
  it.each([
    ['emptied', 0],
    ['cut to half', 0.5],
  ])('is not taken for a backup when it was %s, and is written to no more', async (_name, share) => {
    fill()
    const good = await workspace.backups.make('manual')
    const { database } = workspaceFiles(dir)
    truncateSync(database, Math.floor((readFileSync(database).length * share) / 4096) * 4096)
    await expect(workspace.backups.make('manual')).rejects.toThrow(/corrupt|malformed|backup-unusable/)
    expect(listBackups(dir)).toEqual([good])
    expect(workspace.backups.state()).toMatchObject({ damaged: true, lastVerified: { name: good.name } })
    expect(() => add('after')).toThrow(/corrupt/)
    expect(await workspace.backups.restore(good.name)).toEqual({ undoName: null })
    add('goes on')
  })
})

describe('another database under the name of the open one', () => {
  it('is not taken for a backup; a restore keeps both', async () => {
    const first = add('first')
    const good = await workspace.backups.make('manual')
    const later = add('later')
    const { database, damaged } = workspaceFiles(dir)
    copyFileSync(backupPath(dir, good.name), `${database}.other`)
    renameSync(`${database}.other`, database)
    await expect(workspace.backups.make('manual')).rejects.toThrow(/moved/)
    const { undoName } = await workspace.backups.restore(good.name)
    expect([itemExists(workspace.store, first), itemExists(workspace.store, later)]).toEqual([true, false])
    expect(readdirSync(damaged)).toHaveLength(1)
    await workspace.backups.restore(undoName ?? '')
    expect(itemExists(workspace.store, later)).toBe(true)
  })
})

describe('a backup without tables', () => {
  it('does not count as verified, is refused, and leaves the good one protected', async () => {
    const uid = add()
    const good = await workspace.backups.make('manual')
    const hollow = addHollowBackup()
    const verified = listBackups(dir).filter((backup) => backup.verified)
    expect(verified.map((backup) => backup.name)).not.toContain(hollow)
    expect(workspace.backups.state().lastVerified?.name).not.toBe(hollow)
    await expect(workspace.backups.restore(hollow)).rejects.toThrow(/backup-unusable/)
    for (const { name } of verified.slice(1)) workspace.backups.remove(name)
    expect(() => workspace.backups.remove(verified[0]?.name ?? '')).toThrow(/backup-newest/)
    expect(itemExists(workspace.store, uid)).toBe(true)
    expect(good.verified).toBe(true)
  })
})

describe('the newest usable backup', () => {
  it('is protected, although a newer one that was damaged since has the size it had', () => {
    add()
    const good = backUp()
    add()
    const spoilt = backUp()
    const file = backupPath(dir, spoilt.name)
    const bytes = readFileSync(file)
    bytes.fill(0xff, 5000, 5100)
    writeFileSync(file, bytes)
    expect(listBackups(dir).every((backup) => backup.verified)).toBe(true)
    expect(() => workspace.backups.remove(good.name)).toThrow(/backup-newest/)
    workspace.backups.remove(spoilt.name)
    expect(listBackups(dir)).toEqual([good])
  })
})

describe('a read that fails', () => {
  /** A connection whose check answers these lines. */
  const answering = (lines: string[]) =>
    ({ pragma: () => lines.map((line) => ({ integrity_check: line })) }) as unknown as Sqlite

  it('is an error of the disk, not damage', () => {
    const unread = 'Tree 2 page 591: unable to get the page. error code=8458\nTree 2 page 2 cell 0: depth differs'
    expect(() => findDamage(answering([unread]), 'quick')).toThrow(/error code=8458/)
    const wrong = 'Tree 2 page 9: unable to get the page. error code=11'
    expect(findDamage(answering([wrong]), 'quick')).toEqual([wrong])
    expect(findDamage(answering(['row 1 missing from index x']), 'quick')).toEqual(['row 1 missing from index x'])
  })

  it('once is looked at a second time before anything is called damaged', () => {
    const { database } = workspaceFiles(dir)
    const answers = [['looks wrong'], [] as string[]]
    expect(findFileDamage(database, () => answers.shift() ?? ['never'])).toEqual([])
    const failing = ['io', 'sound']
    const look = () => {
      if (failing.shift() === 'io') throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' })
      return []
    }
    expect(findFileDamage(database, look)).toEqual([])
    expect(findFileDamage(database, () => ['wrong'])).toEqual(['wrong'])
  })
})
