import type { Backup } from '#shared/model/backup.ts'
import type { HostKind, OwnerInfo } from '#shared/model/owner.ts'
import { closeStore, openDatabase, type Store } from './engine/database.ts'
import { migrate, NewerDatabaseError } from './engine/migrate.ts'
import { isDamage, reasonOfFailure } from './files/failures.ts'
import { tightenWorkspace } from './files/private-files.ts'
import { DATABASE_FILE, emptyStaging, sideFiles, sizeOf, tidyUp, workspaceFiles } from './files/workspace-files.ts'
import { keepOwnTemplate } from './keep-template.ts'
import { endAnnouncedExchange } from './safety/announced-exchange.ts'
import { listBackups, makeBackupNow } from './safety/backup.ts'
import { findDamage, lookInto, lookTwice } from './safety/integrity.ts'
import { acquireOwnerLock, type OwnerLock, toUnavailable, type Unavailable } from './safety/owner-lock.ts'
import {
  discardReplaced,
  discardStaged,
  quarantineDatabase,
  replaceDatabase,
  settleExchange,
  stageBackup,
} from './safety/restore.ts'
import { updateStaged, WorkspaceBackups } from './safety/workspace-backups.ts'
import { JobQueue } from './threads/jobs.ts'

export { DATABASE_FILE }

/** An open workspace, owned by this process. */
export interface Workspace {
  /** Absolute path of the folder. */
  dir: string
  store: Store
  lock: OwnerLock
  /** Long work on the files, one job at a time; code that has started a job closes the queue before the workspace. */
  jobs: JobQueue
  backups: WorkspaceBackups
  /** Closes the database and releases the folder, whatever state the folder is in. */
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
  /**
   * Puts a backup in the place of the damaged database. Throws REFUSED `backup-unusable`, or the error that prevented
   * it.
   */
  restore(name: string): Workspace
  release(): void
}

export type OpenResult =
  | { kind: 'open'; workspace: Workspace }
  | { kind: 'owned-by-other'; owner: OwnerInfo | null }
  | Unavailable
  /** Written by a newer Kurs; left untouched. */
  | { kind: 'newer'; found: number; known: number }
  | { kind: 'damaged'; damaged: DamagedWorkspace }

/**
 * What is wrong with the database before anything writes to it. A log left behind means that the last run did not end
 * properly: then every page is read. Otherwise opening the database is check enough for the start; a worker reads all
 * of it later.
 */
function damageBeforeOpening(dir: string): string[] {
  const { database } = workspaceFiles(dir)
  if ((sizeOf(database) ?? 0) === 0) return listBackups(dir).length > 0 ? ['the database is missing or empty'] : []
  const wasInterrupted = sideFiles(database).some((file) => sizeOf(file) !== null)
  if (!wasInterrupted) return []
  // Read-only, so that a log which is not the database's own is not merged into it on closing.
  return lookInto(
    database,
    (sqlite) => findDamage(sqlite, 'quick'),
    (error) => [error.message],
  )
}

function openStore(dir: string, clock: () => number): Store {
  const store = openDatabase(workspaceFiles(dir).database, clock)
  try {
    migrate(store.sqlite, () => makeBackupNow({ dir, reason: 'before-migration', now: clock() }, store.sqlite))
    keepOwnTemplate(store)
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
    tidyUp(() => closeStore(store))
    lock.release()
  }
  return { dir, store, lock, jobs, backups, close }
}

function reportDamage(dir: string, clock: () => number, lock: OwnerLock, problems: string[]): OpenResult {
  const restore = (name: string): Workspace => {
    try {
      const { schema } = stageBackup(dir, name)
      updateStaged(dir, schema, clock)
      replaceDatabase(dir)
    } finally {
      tidyUp(() => discardStaged(dir))
    }
    return toWorkspace(dir, openStore(dir, clock), lock)
  }
  const quarantine = quarantineDatabase(dir)
  const backups = listBackups(dir)
  return { kind: 'damaged', damaged: { problems, quarantine, backups, restore, release: () => lock.release() } }
}

type Attempt = { problems: string[] } | { problems: null; store: Store }

/** Opens the database, or says what is wrong with it. */
function tryToOpen(dir: string, clock: () => number): Attempt {
  const problems = damageBeforeOpening(dir)
  if (problems.length > 0) return { problems }
  try {
    return { problems: null, store: openStore(dir, clock) }
  } catch (error) {
    if (isDamage(error)) return { problems: [(error as Error).message] }
    throw error
  }
}

/** Opens the database of a folder this process already owns. */
function openOwned(dir: string, clock: () => number, lock: OwnerLock): OpenResult {
  tightenWorkspace(dir)
  settleExchange(dir)
  endAnnouncedExchange(dir, clock())
  tidyUp(
    () => discardReplaced(dir),
    () => discardStaged(dir),
    () => emptyStaging(dir),
  )
  const attempt = lookTwice(
    workspaceFiles(dir).database,
    () => tryToOpen(dir, clock),
    ({ problems }) => problems === null,
  )
  if (attempt.problems !== null) return reportDamage(dir, clock, lock, attempt.problems)
  return { kind: 'open', workspace: toWorkspace(dir, attempt.store, lock) }
}

/**
 * Takes the owner lock, opens the database of the folder (created when missing) and brings its schema up to date, after
 * a pinned backup. An interrupted restore is reversed; a damaged database is copied aside and not touched.
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
    if (reasonOfFailure(error) !== null) return toUnavailable(error, dir)
    throw error
  }
}
