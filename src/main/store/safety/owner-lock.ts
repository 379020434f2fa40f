import { chmodSync, closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { errorCode, reasonOfFailure } from '#main/store/files/failures.ts'
import { assertPlainDatabase, makePrivate, readPlainText } from '#main/store/files/private-files.ts'
import { makeFolders, removeFile, tidyUp } from '#main/store/files/workspace-files.ts'
import type { StorageReason } from '#shared/model/failure.ts'
import type { HostKind } from '#shared/model/owner.ts'
import { OwnerInfo } from '#shared/model/owner.ts'

const LOCK_FILE = 'owner.lock'
const INFO_FILE = 'owner.json'

/**
 * Milliseconds to wait for another process. Two processes that ask in the same moment may both be told "busy" once; this
 * wait lets one of them win.
 */
const BUSY_WAIT = 400

export interface OwnerLock {
  /** Tells others how to reach this process. */
  publish(endpoint: OwnerInfo['endpoint']): void
  /** Releases the workspace, whatever state the folder is in; harmless when called twice. */
  release(): void
}

export type LockResult =
  | { kind: 'acquired'; lock: OwnerLock }
  /** Another process holds the lock. `owner` is null while that process has not yet said how to reach it. */
  | { kind: 'owned-by-other'; owner: OwnerInfo | null }
  | Unavailable

/** The folder cannot be created, read or written; `code` is the system's or SQLite's name for the reason. */
export interface Unavailable {
  kind: 'unavailable'
  reason: StorageReason
  code: string
  message: string
}

/**
 * Makes this process the owner of a workspace, or says who is. Must come before anything else of the workspace is
 * opened.
 *
 * The lock is `BEGIN EXCLUSIVE` on a small separate SQLite file. However the process dies, the system drops the lock,
 * so it is never left behind, and the database itself keeps normal locking for its own workers. No other code may open
 * `owner.lock` in the owner's process: closing any handle of a file gives up POSIX locks on it.
 */
export function acquireOwnerLock(dir: string, host: HostKind, now: number): LockResult {
  let database: Database.Database | undefined
  try {
    makeFolders(dir)
    const file = join(dir, LOCK_FILE)
    assertPlainDatabase(file)
    makePrivate(file)
    database = new Database(file, { timeout: BUSY_WAIT })
    // Nothing is ever written into it, so there is nothing to keep a journal file for.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    return isBusy(error) ? { kind: 'owned-by-other', owner: readOwner(dir) } : toUnavailable(error, dir)
  }
  try {
    return { kind: 'acquired', lock: holdLock(dir, database, { pid: process.pid, host, since: now, endpoint: null }) }
  } catch (error) {
    database.close()
    return toUnavailable(error, dir)
  }
}

/** Who claims to own a workspace; null when nobody does or the file cannot be understood. Only the lock decides. */
export function readOwner(dir: string): OwnerInfo | null {
  try {
    const parsed = OwnerInfo.safeParse(JSON.parse(readPlainText(join(dir, INFO_FILE))))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function holdLock(dir: string, database: Database.Database, info: OwnerInfo): OwnerLock {
  writeOwner(dir, info)
  const release = () => {
    process.off('exit', release)
    if (!database.open) return
    // If the file stays because the folder became read-only, it means nothing: only the lock counts.
    tidyUp(() => removeFile(join(dir, INFO_FILE)))
    database.close()
  }
  // Also keeps the lock's file open for as long as the process lives: without a reference the object would be collected.
  process.once('exit', release)
  return { publish: (endpoint) => writeOwner(dir, { ...info, endpoint }), release }
}

/** Replaces `owner.json` in one step, so that a reader never sees half of it. */
function writeOwner(dir: string, info: OwnerInfo): void {
  const target = join(dir, INFO_FILE)
  const draft = `${target}.new`
  removeFile(draft)
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(file, JSON.stringify(info))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  chmodSync(draft, 0o600)
  renameSync(draft, target)
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

/** What a storage error means for a process that wants to open the folder. */
export function toUnavailable(error: unknown, dir: string): Unavailable {
  const message = error instanceof Error ? error.message : String(error)
  const reason = reasonOfFailure(error, dir) ?? 'io'
  return { kind: 'unavailable', reason, code: errorCode(error) ?? 'UNKNOWN', message }
}
