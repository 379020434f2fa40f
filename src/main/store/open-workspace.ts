import { existsSync, statSync } from 'node:fs'
import type { Backup } from '#shared/model/backup.ts'
import type { HostKind, OwnerInfo } from '#shared/model/owner.ts'
import { listBackups, makeBackupNow } from './backup.ts'
import { openDatabase, type Store } from './database.ts'
import { errorCode, isDamage, storageReason } from './failures.ts'
import { findDamage, openReadOnly } from './integrity.ts'
import { JobQueue } from './jobs.ts'
import { migrate, NewerDatabaseError, shippedMigrations } from './migrate.ts'
import { acquireOwnerLock, type OwnerLock } from './owner-lock.ts'
import { completeReplacement, discardStaged, quarantineDatabase, replaceDatabase, stageBackup } from './restore.ts'
import { assertKnownSchema, migrateStaged, WorkspaceBackups } from './workspace-backups.ts'
import { DATABASE_FILE, emptyStaging, sideFiles, workspaceFiles } from './workspace-files.ts'

export { DATABASE_FILE }

/** An open workspace, owned by this process. */
export interface Workspace {
  /** Absolute path of the folder. */
  dir: string
  store: Store
  lock: OwnerLock
  /** Long work on the files, one at a time; closed before the workspace by whoever has started any. */
  jobs: JobQueue
  backups: WorkspaceBackups
  /** Closes the database and gives the folder free. */
  close(): void
}

/** A workspace whose database is damaged or gone. The folder stays locked until `restore` or `release`. */
export interface DamagedWorkspace {
  /** What the check found, in SQLite's words. */
  problems: string[]
  /** Folder with the untouched copy; null when there was no database at all. */
  quarantine: string | null
  /** Backups to choose from, newest first. */
  backups: Backup[]
  /** Puts a backup into the place of the damaged database. Throws REFUSED `backup-unusable`. */
  restore(name: string): Workspace
  release(): void
}

export type OpenResult =
  | { kind: 'open'; workspace: Workspace }
  | { kind: 'owned-by-other'; owner: OwnerInfo | null }
  | { kind: 'unavailable'; code: string; message: string }
  /** Written by a newer Kurs; left untouched. */
  | { kind: 'newer'; found: number; known: number }
  | { kind: 'damaged'; damaged: DamagedWorkspace }

/** The system's name for why a folder or file cannot be used. */
const unavailable = (error: unknown): OpenResult => ({
  kind: 'unavailable',
  code: errorCode(error) ?? 'UNKNOWN',
  message: error instanceof Error ? error.message : String(error),
})

/**
 * What is wrong with the database before anything writes to it. A log left behind means that the last run did not end by
 * itself: then every page is read. Otherwise opening it is check enough for the start; a worker reads it all later.
 */
function damageBeforeOpening(dir: string): string[] {
  const { database } = workspaceFiles(dir)
  const size = statSync(database, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return listBackups(dir).length > 0 ? ['the database is missing or empty'] : []
  const wasInterrupted = sideFiles(database).some((file) => existsSync(file))
  if (!wasInterrupted) return []
  try {
    // Read-only, so that a log which is not the database's own is not merged into it on closing.
    const sqlite = openReadOnly(database)
    try {
      return findDamage(sqlite, 'quick')
    } finally {
      sqlite.close()
    }
  } catch (error) {
    if (isDamage(error)) return [(error as Error).message]
    throw error
  }
}

function openStore(dir: string, clock: () => number): Store {
  const store = openDatabase(workspaceFiles(dir).database, clock)
  try {
    migrate(store.sqlite, () => makeBackupNow({ dir, reason: 'before-migration', now: clock() }, store.sqlite))
    return store
  } catch (error) {
    store.sqlite.close()
    throw error
  }
}

function toWorkspace(dir: string, store: Store, lock: OwnerLock): Workspace {
  const jobs = new JobQueue()
  const backups = new WorkspaceBackups(dir, store, jobs)
  const close = () => {
    backups.stop()
    for (const reader of store.readers) reader.close()
    store.sqlite.close()
    lock.release()
  }
  return { dir, store, lock, jobs, backups, close }
}

function reportDamage(dir: string, clock: () => number, lock: OwnerLock, problems: string[]): OpenResult {
  const restore = (name: string): Workspace => {
    const { schema } = stageBackup(dir, name)
    assertKnownSchema(dir, schema)
    if (schema < shippedMigrations().length) migrateStaged(dir, clock)
    replaceDatabase(dir)
    return toWorkspace(dir, openStore(dir, clock), lock)
  }
  const quarantine = quarantineDatabase(dir)
  const backups = listBackups(dir)
  return { kind: 'damaged', damaged: { problems, quarantine, backups, restore, release: () => lock.release() } }
}

/** Opens the database of a folder this process already owns. */
function openOwned(dir: string, clock: () => number, lock: OwnerLock): OpenResult {
  completeReplacement(dir)
  discardStaged(dir)
  emptyStaging(dir)
  const problems = damageBeforeOpening(dir)
  if (problems.length > 0) return reportDamage(dir, clock, lock, problems)
  try {
    return { kind: 'open', workspace: toWorkspace(dir, openStore(dir, clock), lock) }
  } catch (error) {
    if (isDamage(error)) return reportDamage(dir, clock, lock, [(error as Error).message])
    throw error
  }
}

/**
 * Takes the owner lock, opens the database of the folder (created when absent) and brings its schema up to date, after a
 * pinned backup. A restore that was interrupted is completed; a damaged database is copied aside and left alone.
 */
export function openWorkspace(dir: string, host: HostKind, clock: () => number): OpenResult {
  const taken = acquireOwnerLock(dir, host, clock())
  if (taken.kind !== 'acquired') return taken
  const { lock } = taken
  try {
    return openOwned(dir, clock, lock)
  } catch (error) {
    lock.release()
    if (error instanceof NewerDatabaseError) return { kind: 'newer', found: error.found, known: error.known }
    if (storageReason(error) !== null) return unavailable(error)
    throw error
  }
}
