import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shippedMigrations } from '#main/store/engine/migrate.ts'
import { itemExists } from '#main/store/engine/rows.ts'
import { write } from '#main/store/engine/writer.ts'
import { attachmentEntity } from '#main/store/entities/attachments.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { addDays, dayNumber, localDay } from '#shared/domain/calendar/calendar.ts'
import { Backup } from '#shared/model/backup.ts'
import { makeFirstSchema } from '../../../../tests/fixtures/older-schema.ts'
import { backupPath, listBackups, makeBackupNow, readManifest } from './backup.ts'

let dir: string
let now: number
let workspace: Workspace

const NOON = Date.UTC(2026, 10, 23, 12)

function open(): Workspace {
  const opened = openWorkspace(dir, 'browser', () => ++now)
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  return opened.workspace
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-backup-'))
  now = NOON
  workspace = open()
})

afterEach(async () => {
  await workspace.jobs.close()
  workspace.close()
  rmSync(dir, { recursive: true })
})

const add = (title: string) =>
  write(workspace.store, 'activity.create', (w) => w.insert(activityEntity, { title, day: '2026-11-01' })).result

/** Overwrites the beginning of some pages that hold data, behind SQLite's back. */
function damagePages(): void {
  workspace.store.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const { database } = workspaceFiles(dir)
  const bytes = readFileSync(database)
  for (let page = 10; page < 14; page++) bytes.fill(0xff, page * 4096, page * 4096 + 200)
  writeFileSync(database, bytes)
}

const setClock = (day: string) => {
  now = dayNumber(day) * 86_400_000 + 12 * 3_600_000
}

describe('a backup', () => {
  it('is a complete database with a note that vouches for it', async () => {
    add('a')
    const backup = await workspace.backups.make('manual')
    expect(Backup.parse(backup)).toMatchObject({
      verified: true,
      pinned: true,
      reason: 'manual',
      items: 1,
      sequence: 1,
    })
    expect(workspace.backups.list()).toEqual([backup])
    expect(workspace.backups.state()).toMatchObject({ running: null, lastVerified: backup, upToDate: true })
    expect(readManifest(dir, backup.name)?.rows).toMatchObject({ item: 1, activity: 1, batch: 1, change: 1 })
    expect(readdirSync(workspaceFiles(dir).backups).sort()).toEqual([backup.name, `${backup.name}.json`])
    add('b')
    expect(workspace.backups.state().upToDate).toBe(false)
  })

  it('is made while others write, of one moment', async () => {
    add('first')
    const made = workspace.backups.make('manual')
    let written = 0
    const timer = setInterval(() => {
      add(`later ${written++}`)
    }, 1)
    const backup = await made
    clearInterval(timer)
    expect(written).toBeGreaterThan(5)
    expect(backup.verified).toBe(true)
    expect(backup.items).toBeLessThanOrEqual(written + 1)
  })

  it('counts attached files that are gone', async () => {
    const owner = add('a')
    write(workspace.store, 'attachment.create', (w) =>
      w.insert(attachmentEntity, { ownerUid: owner, name: 'x', size: 1, hash: 'a'.repeat(64) }),
    )
    expect(await workspace.backups.make('manual')).toMatchObject({ verified: true, missingFiles: 1 })
  })

  it('leaves nothing behind and removes nothing when it fails', async () => {
    add('a')
    const good = await workspace.backups.make('manual')
    writeFileSync(join(workspaceFiles(dir).backups, '.making-2.sqlite'), 'not a database')
    setClock('2026-11-24')
    add('b')
    damagePages()
    await expect(workspace.backups.makeIfDue()).rejects.toThrow(/backup-unusable|malformed/)
    expect(workspace.backups.state().lastFailure).toMatchObject({ reason: 'corrupt' })
    expect(readdirSync(workspaceFiles(dir).backups).sort()).toEqual([good.name, `${good.name}.json`])
  })

  it('that was changed on disk is no longer verified, and never used', async () => {
    add('a')
    const { name } = await workspace.backups.make('manual')
    appendFileSync(backupPath(dir, name), 'x')
    expect(workspace.backups.list()[0]?.verified).toBe(false)
    await expect(workspace.backups.restore(name)).rejects.toThrow(/backup-unusable/)
  })

  it('without its note is listed, unverified, and can be restored after a check', async () => {
    const uid = add('a')
    const { name } = await workspace.backups.make('manual')
    rmSync(`${backupPath(dir, name)}.json`)
    add('b')
    expect(workspace.backups.list()[0]).toMatchObject({ verified: false, reason: null, items: null })
    await workspace.backups.restore(name)
    expect(itemExists(workspace.store, uid)).toBe(true)
  })

  it('with a name of no real time is listed all the same', () => {
    add('a')
    const { backups } = workspaceFiles(dir)
    mkdirSync(backups)
    for (const name of ['kurs-99991399T999999Z-7.sqlite', 'kurs-00000000T000000Z-0.sqlite', 'notes.txt', '.sqlite'])
      writeFileSync(join(backups, name), 'x')
    expect(workspace.backups.list().map((backup) => [backup.sequence, backup.verified])).toEqual([
      [7, false],
      [0, false],
    ])
    for (const backup of workspace.backups.list()) Backup.parse(backup)
  })

  it('may be removed, unless it is the newest verified one', async () => {
    add('a')
    const first = await workspace.backups.make('manual')
    const second = await workspace.backups.make('manual')
    expect(() => workspace.backups.remove(second.name)).toThrow(/backup-newest/)
    workspace.backups.remove(first.name)
    expect(workspace.backups.list()).toEqual([second])
  })

  it('is refused by a name that leads elsewhere', async () => {
    await expect(workspace.backups.restore('../kurs.sqlite')).rejects.toThrow()
    await expect(workspace.backups.restore('kurs-20260101T000000Z-9.sqlite')).rejects.toThrow(/NOT_FOUND/)
    expect(existsSync(workspaceFiles(dir).database)).toBe(true)
  })
})

describe('the daily backup', () => {
  it('is due once something was done, once a day, and only after a change', async () => {
    expect(await workspace.backups.makeIfDue()).toBeNull()
    add('a')
    expect(await workspace.backups.makeIfDue()).toMatchObject({ reason: 'daily', day: localDay(NOON), pinned: false })
    add('b')
    expect(await workspace.backups.makeIfDue()).toBeNull()
    setClock('2026-11-24')
    expect(await workspace.backups.makeIfDue()).not.toBeNull()
    setClock('2026-11-25')
    expect(await workspace.backups.makeIfDue()).toBeNull()
  })

  it('is made on days that come twice or backwards, and the newest is kept', async () => {
    for (const day of ['2026-11-24', '2036-11-24', '2025-11-24', '2036-11-24', '2026-11-25']) {
      setClock(day)
      add(day)
      expect(await workspace.backups.makeIfDue()).not.toBeNull()
    }
    expect(listBackups(dir)[0]).toMatchObject({ sequence: 5, day: '2026-11-25' })
  })

  it('lets old days go, and each that stays can be restored', async () => {
    for (let index = 0; index < 40; index++) {
      setClock(addDays('2026-01-01', index * 3))
      add(`day ${index}`)
      if (index % 2 === 0) makeBackupNow({ dir, reason: 'daily', now }, workspace.store.sqlite)
    }
    const kept = listBackups(dir)
    expect(kept.length).toBeLessThan(15)
    for (const { name, items } of kept) {
      await workspace.backups.restore(name)
      const count = workspace.store.sqlite.prepare('SELECT count(*) FROM item').pluck().get()
      expect(count).toBe(items)
    }
  })
})

describe('restore', () => {
  it('exchanges all data under the same store, and is undone by restoring what it kept', async () => {
    const first = add('first')
    const { name } = await workspace.backups.make('manual')
    const second = add('second')
    const events: (readonly string[])[] = []
    workspace.store.listeners.add(({ types }) => events.push(types))
    const { undoName } = await workspace.backups.restore(name)
    expect([itemExists(workspace.store, first), itemExists(workspace.store, second)]).toEqual([true, false])
    expect(events.at(-1)).toContain('activity')
    expect(add('third')).toBeTypeOf('string')
    // The history continues its numbers from the restored data, but the entry now under this number is not the one that
    // was backed up.
    expect(workspace.backups.state().upToDate).toBe(false)
    expect(workspace.backups.list()[0]).toMatchObject({ name: undoName, reason: 'before-restore', pinned: true })
    await workspace.backups.restore(undoName ?? '')
    expect([itemExists(workspace.store, first), itemExists(workspace.store, second)]).toEqual([true, true])
    expect(existsSync(`${workspaceFiles(dir).database}.staged`)).toBe(false)
  })

  it('lets nothing be written meanwhile, so nothing acknowledged is missing from what it keeps', async () => {
    add('first')
    const { name } = await workspace.backups.make('manual')
    const acknowledged: string[] = []
    let refused = 0
    const timer = setInterval(() => {
      try {
        acknowledged.push(add('meanwhile'))
      } catch (error) {
        expect(error).toMatchObject({ code: 'STORAGE', data: { reason: 'busy' } })
        refused += 1
      }
    }, 1)
    const restoring = workspace.backups.restore(name)
    const { undoName } = await restoring
    const afterwards = acknowledged.filter((uid) => itemExists(workspace.store, uid))
    clearInterval(timer)
    await workspace.backups.restore(undoName ?? '')
    expect(refused).toBeGreaterThan(0)
    for (const uid of acknowledged) expect(afterwards.includes(uid) || itemExists(workspace.store, uid)).toBe(true)
  })

  it('refuses a backup of a newer Kurs, and the data stays', async () => {
    const uid = add('a')
    const newer = shippedMigrations().length + 1
    workspace.store.sqlite.pragma(`user_version = ${newer}`)
    const { name } = await workspace.backups.make('manual')
    workspace.store.sqlite.pragma(`user_version = ${newer - 1}`)
    await expect(workspace.backups.restore(name)).rejects.toThrow(/backup-unusable/)
    expect(itemExists(workspace.store, uid)).toBe(true)
    add('still writable')
  })

  it('that was interrupted after its decision is completed by the next start', async () => {
    const uid = add('first')
    const { name } = await workspace.backups.make('manual')
    const later = add('second')
    workspace.close()
    const { ready, database } = workspaceFiles(dir)
    writeFileSync(ready, readFileSync(backupPath(dir, name)))
    writeFileSync(`${database}-wal`, 'a log that is not its own')
    workspace = open()
    expect([itemExists(workspace.store, uid), itemExists(workspace.store, later)]).toEqual([true, false])
    expect(existsSync(ready)).toBe(false)
  })
})

describe('openWorkspace', () => {
  it('makes a pinned backup before it changes an older schema', () => {
    add('a')
    workspace.close()
    workspace = open()
    expect(workspace.backups.list()).toEqual([])
    makeFirstSchema(workspace.store.sqlite)
    workspace.close()
    workspace = open()
    expect(workspace.backups.list()).toMatchObject([
      { reason: 'before-migration', pinned: true, verified: true, items: 1 },
    ])
  })

  it.each([
    ['garbage', (file: string) => writeFileSync(file, 'x'.repeat(8192))],
    ['an empty file', (file: string) => writeFileSync(file, '')],
    ['no file', (file: string) => rmSync(file)],
    ['half a file', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 20_000))],
  ])('finds %s, leaves it alone, and restores a backup', async (_name, damage) => {
    const uid = add('a')
    const { name } = await workspace.backups.make('manual')
    workspace.close()
    const { database } = workspaceFiles(dir)
    damage(database)
    const before = existsSync(database) ? readFileSync(database) : null
    const opened = openWorkspace(dir, 'browser', () => ++now)
    if (opened.kind !== 'damaged') throw new Error(opened.kind)
    const { quarantine, backups, restore } = opened.damaged
    expect(backups.map((backup) => backup.name)).toEqual([name])
    expect(existsSync(database) ? readFileSync(database) : null).toEqual(before)
    if (before !== null) expect(readFileSync(join(quarantine ?? '', 'kurs.sqlite'))).toEqual(before)
    expect(openWorkspace(dir, 'cli', Date.now).kind).toBe('owned-by-other')
    workspace = restore(name)
    expect(itemExists(workspace.store, uid)).toBe(true)
    if (before !== null) expect(readFileSync(join(quarantine ?? '', 'kurs.sqlite'))).toEqual(before)
  })

  it('keeps the same damage once', () => {
    workspace.close()
    writeFileSync(workspaceFiles(dir).database, 'x'.repeat(8192))
    for (let index = 0; index < 2; index++) {
      const opened = openWorkspace(dir, 'browser', Date.now)
      if (opened.kind !== 'damaged') throw new Error(opened.kind)
      opened.damaged.release()
    }
    expect(readdirSync(workspaceFiles(dir).damaged)).toHaveLength(1)
    rmSync(workspaceFiles(dir).database)
    workspace = open()
  })
})

describe('a check while the app runs', () => {
  it('finds damage, stops writing, and a restore makes it whole again', async () => {
    const uid = add('a')
    for (let index = 0; index < 300; index++) add(`line ${index}`)
    const { name } = await workspace.backups.make('manual')
    damagePages()
    expect((await workspace.backups.check()).length).toBeGreaterThan(0)
    expect(workspace.backups.state().damaged).toBe(true)
    expect(() => add('b')).toThrow(/STORAGE.*corrupt/)
    expect(await workspace.backups.makeIfDue()).toBeNull()
    expect(await workspace.backups.restore(name)).toEqual({ undoName: null })
    expect(readdirSync(workspaceFiles(dir).damaged)).toHaveLength(1)
    expect(workspace.backups.state().damaged).toBe(false)
    expect(itemExists(workspace.store, uid)).toBe(true)
    add('c')
  })
})
