import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activityEntity } from '#main/store/entities/journal.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { openSample } from '../../../../tests/fixtures/sample-workspace.ts'
import { refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { commit, noteDamage } from './commit.ts'
import { closeStore } from './database.ts'
import { createItem } from './items.ts'

let root: string
let dir: string
let database: string
let workspace: Workspace

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kurs-commit-'))
  dir = join(root, 'workspace')
  database = join(dir, 'kurs.sqlite')
  workspace = openSample(dir)
})

afterEach(() => {
  workspace.close()
  rmSync(root, { recursive: true })
})

const add = (title: string) =>
  createItem(workspace.store, activityEntity, { fields: { title, day: '2026-11-01', notes: 'x'.repeat(5000) } })

const titlesIn = (file: string): string[] => {
  const sqlite = new Database(file)
  const titles = sqlite.prepare<[], string>('SELECT title FROM activity ORDER BY id').pluck().all()
  sqlite.close()
  return titles
}

/** Titles that the next start finds. */
const titlesAfterRestart = (): string[] => {
  workspace.close()
  workspace = openSample(dir)
  return titlesIn(database)
}

const MOVED = () => JSON.stringify(['STORAGE', { reason: 'moved', folder: dir }])

describe('files that change under a running store', () => {
  beforeEach(() => {
    add('before')
  })

  it('a folder that was moved takes nothing until it is back, and then goes on', () => {
    renameSync(dir, `${dir}-elsewhere`)
    expect(refusal(() => add('lost'))).toBe(MOVED())
    expect(refusal(() => add('lost'))).toBe(MOVED())
    renameSync(`${dir}-elsewhere`, dir)
    add('after')
    expect(titlesAfterRestart()).toEqual(['before', 'after'])
  })

  it('a copy in the place of the folder takes nothing, and loses nothing when the store is closed', () => {
    cpSync(dir, `${dir}-copy`, { recursive: true })
    renameSync(dir, `${dir}-away`)
    renameSync(`${dir}-copy`, dir)
    const log = readFileSync(`${database}-wal`)
    expect(refusal(() => add('lost'))).toBe(MOVED())
    workspace.close()
    expect(readFileSync(`${database}-wal`)).toEqual(log)
    expect(titlesAfterRestart()).toEqual(['before'])
    expect(titlesIn(join(`${dir}-away`, 'kurs.sqlite'))).toEqual(['before'])
  })

  it('a database that was deleted or replaced takes nothing', () => {
    const present = readFileSync(database)
    rmSync(database)
    expect(refusal(() => add('lost'))).toBe(MOVED())
    writeFileSync(database, present)
    expect(refusal(() => add('lost'))).toBe(MOVED())
  })

  it('another log in the place of the own one: nothing is taken', () => {
    renameSync(`${database}-wal`, join(root, 'log'))
    writeFileSync(`${database}-wal`, '')
    expect(refusal(() => add('lost'))).toBe(MOVED())
  })

  it('a deleted log is written anew: what only it held is saved, and saving goes on', () => {
    rmSync(`${database}-wal`)
    add('after')
    expect(statSync(`${database}-wal`).size).toBeGreaterThan(0)
    expect(titlesAfterRestart()).toEqual(['before', 'after'])
  })

  it('a log deleted during the transaction: what was saved is in the workspace', () => {
    commit(workspace.store, () => {
      workspace.store.sqlite.prepare("INSERT INTO setting (key, value) VALUES ('a', '1')").run()
      rmSync(`${database}-wal`)
    })
    expect(existsSync(`${database}-wal`)).toBe(true)
    titlesAfterRestart()
    expect(workspace.store.sqlite.prepare("SELECT value FROM setting WHERE key = 'a'").pluck().get()).toBe('1')
  })

  it('a folder moved during the transaction: nothing is said to be saved', () => {
    const save = () =>
      commit(workspace.store, () => {
        workspace.store.sqlite.prepare("INSERT INTO setting (key, value) VALUES ('a', '1')").run()
        renameSync(dir, `${dir}-elsewhere`)
      })
    expect(refusal(save)).toBe(MOVED())
    renameSync(`${dir}-elsewhere`, dir)
  })

  it('a database or a log that was cut off counts as damaged', () => {
    workspace.store.sqlite.pragma('wal_checkpoint(PASSIVE)')
    add('more')
    const whole = readFileSync(database)
    truncateSync(database, 4096)
    expect(refusal(() => add('lost'))).toContain('corrupt')
    expect(workspace.backups.state().damaged).toBe(true)
    writeFileSync(database, whole)
    expect(refusal(() => add('lost'))).toContain('corrupt')
    workspace.close()
    workspace = openSample(dir)
    add('again')
    truncateSync(`${database}-wal`, 100)
    expect(refusal(() => add('lost'))).toContain('corrupt')
  })

  it('a log that another program emptied properly is no damage', () => {
    const other = new Database(database)
    other.pragma('wal_checkpoint(TRUNCATE)')
    other.close()
    expect(statSync(`${database}-wal`).size).toBe(0)
    add('after')
    expect(titlesAfterRestart()).toEqual(['before', 'after'])
  })
})

describe('commit', () => {
  it('within a longer transaction is a part of it', () => {
    const { store } = workspace
    const both = () =>
      commit(store, () => {
        add('inner')
        throw new RangeError('outer')
      })
    expect(both).toThrow('outer')
    expect(titlesIn(database)).toEqual([])
  })

  it('opens a file again that could only be opened for reading, and can be written by now', () => {
    const { store } = workspace
    const sqlite = new Database(database, { readonly: true })
    sqlite.prepare('SELECT 1 FROM item').get()
    closeStore(store)
    Object.assign(store, { sqlite, db: drizzle(sqlite, { casing: 'snake_case' }) })
    add('saved')
    expect(titlesIn(database)).toEqual(['saved'])
  })

  it('is a success although a listener fails', () => {
    workspace.store.listeners.add(() => {
      throw new Error('gone')
    })
    add('saved')
    expect(titlesIn(database)).toEqual(['saved'])
  })
})

describe('noteDamage', () => {
  it('stops all writing for damage alone', () => {
    const { store } = workspace
    noteDamage(store, Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' }))
    add('a')
    noteDamage(store, Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT_VTAB' }))
    expect(refusal(() => add('b'))).toContain('corrupt')
    expect(workspace.backups.state().damaged).toBe(true)
  })
})
