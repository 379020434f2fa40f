import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
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
  /** Gives the workspace free; harmless when called twice. */
  release(): void
}

export type LockResult =
  | { kind: 'acquired'; lock: OwnerLock }
  /** Somebody else holds it. `owner` is null while that process has not yet said how to reach it. */
  | { kind: 'owned-by-other'; owner: OwnerInfo | null }
  /** The folder cannot be created or written; `code` is the system's or SQLite's name for the reason. */
  | { kind: 'unavailable'; code: string; message: string }

/**
 * Makes this process the owner of a workspace, or says who is. Must come before anything else of the workspace is opened.
 *
 * The lock is `BEGIN EXCLUSIVE` on a small SQLite file of its own: the system drops it when the process dies in whatever
 * way, so a lock is never left behind, and the database itself keeps normal locking for its own workers. No other code
 * may open `owner.lock` in the owner's process: closing any handle of a file gives up POSIX locks on it.
 */
export function acquireOwnerLock(dir: string, host: HostKind, now: number): LockResult {
  let database: Database.Database | undefined
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    database = new Database(join(dir, LOCK_FILE), { timeout: BUSY_WAIT })
    // Nothing is ever written into it, so there is nothing to keep a journal file for.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    return isBusy(error) ? { kind: 'owned-by-other', owner: readOwner(dir) } : unavailable(error)
  }
  try {
    return { kind: 'acquired', lock: holdLock(dir, database, { pid: process.pid, host, since: now, endpoint: null }) }
  } catch (error) {
    database.close()
    return unavailable(error)
  }
}

/** Who says to own a workspace; null when nobody does or the file cannot be understood. The lock alone is the truth. */
export function readOwner(dir: string): OwnerInfo | null {
  try {
    const parsed = OwnerInfo.safeParse(JSON.parse(readFileSync(join(dir, INFO_FILE), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function holdLock(dir: string, database: Database.Database, info: OwnerInfo): OwnerLock {
  writeOwner(dir, info)
  return {
    publish: (endpoint) => writeOwner(dir, { ...info, endpoint }),
    release: () => {
      if (!database.open) return
      rmSync(join(dir, INFO_FILE), { force: true })
      database.close()
    },
  }
}

/** Replaces `owner.json` in one step, so that a reader never sees half of it. */
function writeOwner(dir: string, info: OwnerInfo): void {
  const target = join(dir, INFO_FILE)
  const draft = `${target}.new`
  rmSync(draft, { force: true })
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, JSON.stringify(info))
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

function unavailable(error: unknown): LockResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  return { kind: 'unavailable', code, message: error instanceof Error ? error.message : String(error) }
}
