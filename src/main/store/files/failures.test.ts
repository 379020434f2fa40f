import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdStore, releaseStore } from '#main/store/engine/database.ts'
import { createItem } from '#main/store/engine/items.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { Failure } from '#shared/model/failure.ts'
import { openSample } from '../../../../tests/fixtures/sample-workspace.ts'
import { storageReason, toFailure } from './failures.ts'

const withCode = (code: string) => Object.assign(new Error(code), { code })

describe('toFailure', () => {
  it.each([
    ['SQLITE_FULL', 'full'],
    ['ENOSPC', 'full'],
    ['SQLITE_READONLY_DBMOVED', 'readonly'],
    ['SQLITE_CANTOPEN', 'readonly'],
    ['EROFS', 'readonly'],
    ['SQLITE_IOERR_FSYNC', 'io'],
    ['EIO', 'io'],
    ['SQLITE_CORRUPT_VTAB', 'corrupt'],
    ['SQLITE_NOTADB', 'corrupt'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ] as const)('takes %s for STORAGE %s', (code, reason) => {
    expect(toFailure(withCode(code))).toMatchObject({ code: 'STORAGE', data: { reason } })
  })

  /** A system error as Node throws it: with the call that failed. */
  const systemError = (code: string, errno: number) => Object.assign(new Error(code), { code, errno, syscall: 'open' })

  it.each([
    ['EMFILE', -24, 'limit'],
    ['ENFILE', -23, 'limit'],
    ['ENOMEM', -12, 'limit'],
    ['ENOTDIR', -20, 'blocked'],
    ['EEXIST', -17, 'blocked'],
    ['EISDIR', -21, 'blocked'],
    ['ENOTEMPTY', -39, 'blocked'],
    ['EDQUOT', -122, 'full'],
    ['EFBIG', -27, 'full'],
    ['ENOENT', -2, 'gone'],
    ['ESTALE', -116, 'gone'],
    ['EROFS', -30, 'readonly'],
    ['EXDEV', -18, 'io'],
    ['ERR_FS_EISDIR', 21, 'blocked'],
    // Node's `rmSync` sets no code.
    ['', -5, 'io'],
    ['', -4094, 'io'],
  ] as const)('takes the system error %j (%s) for STORAGE %s', (code, errno, reason) => {
    expect(toFailure(systemError(code, errno))).toMatchObject({ code: 'STORAGE', data: { reason } })
  })

  it.each(['SQLITE_PROTOCOL', 'SQLITE_NOMEM', 'SQLITE_NOLFS', 'SQLITE_INTERRUPT', 'SQLITE_ABORT'])(
    'takes %s for a failure of the store',
    (code) => expect(toFailure(withCode(code))).toMatchObject({ code: 'STORAGE' }),
  )

  it('takes a connection that was lost, or a program that is not there, for no failure of the store', () => {
    for (const [code, syscall] of [
      ['ECONNRESET', 'read'],
      ['EPIPE', 'write'],
      ['ENOENT', 'spawn xdg-open'],
      ['EADDRINUSE', 'listen'],
    ])
      expect(toFailure(Object.assign(new Error(code), { code, errno: -1, syscall }))).toBeNull()
  })

  it('keeps a failure, and knows no words for a defect', () => {
    const failure = new Failure('NOT_FOUND', { uid: 'x' })
    expect(toFailure(failure)).toBe(failure)
    for (const error of [new Error('x'), withCode('ENOENT'), withCode('SQLITE_CONSTRAINT'), null, 'SQLITE_FULL'])
      expect(toFailure(error)).toBeNull()
  })
})

describe('what SQLite only calls an I/O error', () => {
  let dir: string

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kurs-reason-'))
    writeFileSync(join(dir, 'kurs.sqlite'), '')
  })

  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const reason = () => storageReason(withCode('SQLITE_IOERR_SHMSIZE'), dir)

  it('is that, where the folder can be written to', () => {
    expect(reason()).toBe('io')
    expect(readdirSync(dir)).toEqual(['kurs.sqlite'])
  })

  it('is what the folder says, where it cannot', () => {
    rmSync(dir, { recursive: true })
    expect(reason()).toBe('gone')
    writeFileSync(dir, 'a file')
    expect(reason()).toBe('blocked')
  })
})

describe('a store that cannot save', () => {
  let dir: string
  let workspace: Workspace

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kurs-failures-'))
    workspace = openSample(dir)
  })

  afterEach(() => {
    workspace.close()
    rmSync(dir, { recursive: true })
  })

  const reasonOf = (action: () => unknown) => {
    try {
      action()
      return null
    } catch (error) {
      return storageReason(error) ?? toFailure(error)?.data
    }
  }

  const add = (size = 0) =>
    createItem(workspace.store, activityEntity, {
      fields: { title: 'a', day: '2026-11-01', notes: 'x'.repeat(size) },
    })

  const count = () => workspace.store.sqlite.prepare('SELECT count(*) FROM item').pluck().get()

  it('for want of space says so, keeps nothing of the attempt, and goes on once there is space', () => {
    const { sqlite } = workspace.store
    const pages = sqlite.pragma('page_count', { simple: true }) as number
    sqlite.pragma(`max_page_count = ${pages + 2}`)
    expect(reasonOf(() => add(90_000))).toBe('full')
    expect(count()).toBe(0)
    sqlite.pragma('max_page_count = 1000000')
    add(90_000)
    expect(count()).toBe(1)
  })

  it('while another process writes says so, and goes on afterwards', () => {
    const other = new Database(join(dir, 'kurs.sqlite'))
    workspace.store.sqlite.pragma('busy_timeout = 20')
    other.exec('BEGIN IMMEDIATE')
    expect(reasonOf(() => add())).toBe('busy')
    other.exec('COMMIT')
    other.close()
    add()
    expect(count()).toBe(1)
  })

  it('while it is held refuses every way of writing with the reason', () => {
    holdStore(workspace.store, 'corrupt')
    expect(reasonOf(() => add())).toEqual({ reason: 'corrupt' })
    expect(reasonOf(() => workspace.store.sqlite.exec("INSERT INTO setting VALUES ('a', '1')"))).toBe('readonly')
    releaseStore(workspace.store, 'corrupt')
    add()
    expect(count()).toBe(1)
  })
})
