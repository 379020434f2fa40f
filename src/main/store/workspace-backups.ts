import { localDay } from '#shared/domain/calendar.ts'
import type { Backup, BackupReason, SafetyState } from '#shared/model/backup.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import { lastBatchOf, listBackups, readManifest, removeBackup } from './backup.ts'
import { holdStore, openDatabase, releaseStore, reopenDatabase, type Store, tellListeners } from './database.ts'
import { entities } from './entities/registry.ts'
import { isDamage, storageReason, toFailure } from './failures.ts'
import type { Job, JobQueue } from './jobs.ts'
import { migrate, shippedMigrations } from './migrate.ts'
import { discardStaged, quarantineDatabase, replaceDatabase, stagedDatabase } from './restore.ts'
import { runWorker, workerUrl } from './run-worker.ts'
import type { StoreJob } from './store-worker.ts'

/** Milliseconds from the start to the first look whether a backup is due, and between later ones. */
const FIRST_CHECK = 5_000
const NEXT_CHECK = 3_600_000

/** Everything a page needs to draw anew once the whole database has been exchanged. */
export const EVERYTHING = [...Object.keys(entities), 'settings', 'backups']

/** Opens a staged database of an older schema and brings it up to date. */
export function migrateStaged(dir: string, clock: () => number): void {
  const { sqlite } = openDatabase(stagedDatabase(dir), clock)
  try {
    migrate(sqlite)
    sqlite.pragma('journal_mode = DELETE')
  } finally {
    sqlite.close()
  }
}

/** Refuses a staged backup this version of Kurs cannot read. */
export function assertKnownSchema(dir: string, schema: number): void {
  if (schema >= 1 && schema <= shippedMigrations().length) return
  discardStaged(dir)
  refuse('backup-unusable', `schema ${schema}`)
}

/** True when a copy was made but did not stand the check: the database itself is damaged. */
function isUnusable(error: unknown): boolean {
  return error instanceof Failure && 'reason' in error.data && error.data.reason === 'backup-unusable'
}

/** The backups of an open workspace: made off the request path, one after the other. */
export class WorkspaceBackups {
  readonly #dir: string
  readonly #store: Store
  readonly #jobs: JobQueue
  #timer: NodeJS.Timeout | null = null
  #lastFailure: SafetyState['lastFailure'] = null
  #damaged = false

  constructor(dir: string, store: Store, jobs: JobQueue) {
    this.#dir = dir
    this.#store = store
    this.#jobs = jobs
  }

  list(): Backup[] {
    return listBackups(this.#dir)
  }

  state(): SafetyState {
    const lastVerified = this.list().find((backup) => backup.verified) ?? null
    return {
      running: this.#jobs.current === null ? null : { ...this.#jobs.current },
      lastVerified,
      upToDate: lastVerified !== null && this.#isUnchangedSince(lastVerified),
      lastFailure: this.#lastFailure,
      damaged: this.#damaged,
    }
  }

  /** Makes a verified backup. Throws STORAGE, or REFUSED `backup-unusable` when the database itself is damaged. */
  make(reason: BackupReason): Promise<Backup> {
    return this.#jobs.run('backup', (job) => this.makeWithin(job, reason))
  }

  /** The same as part of a longer job, which then holds its turn. */
  async makeWithin(job: Job, reason: BackupReason): Promise<Backup> {
    const request = { dir: this.#dir, reason, now: this.#store.clock() }
    try {
      const backup = await this.#work<Backup>({ job: 'backup', request }, job)
      this.#lastFailure = null
      return backup
    } finally {
      tellListeners(this.#store, ['backups'])
    }
  }

  /** Makes the daily backup when the day has none and something was changed; null when none is due. */
  async makeIfDue(): Promise<Backup | null> {
    if (this.#damaged || !this.#isDue()) return null
    try {
      return await this.make('daily')
    } catch (error) {
      const reason = isUnusable(error) ? 'corrupt' : (storageReason(error) ?? 'other')
      this.#lastFailure = { at: this.#store.clock(), reason }
      tellListeners(this.#store, ['backups'])
      throw error
    }
  }

  /**
   * Puts a backup into the place of the present data, of which a pinned backup (or, if it is damaged, a copy in
   * `damaged/`) is made first; restoring that one takes it all back. Nothing can be written meanwhile, so nothing that was
   * acknowledged is missing from it. Answers the name of that backup.
   */
  restore(name: string): Promise<{ undoName: string | null }> {
    return this.#jobs.run('restore', async (job) => {
      holdStore(this.#store, 'busy')
      try {
        const { schema } = await this.#work<{ schema: number }>({ job: 'stage', dir: this.#dir, name }, job)
        assertKnownSchema(this.#dir, schema)
        if (schema < shippedMigrations().length) migrateStaged(this.#dir, this.#store.clock)
        const undoName = await this.#keepPresent(job)
        job.signal.throwIfAborted()
        reopenDatabase(this.#store, () => {
          if (undoName === null) quarantineDatabase(this.#dir)
          replaceDatabase(this.#dir)
        })
        this.#damaged = false
        return { undoName }
      } finally {
        discardStaged(this.#dir)
        if (this.#damaged) holdStore(this.#store, 'corrupt')
        else releaseStore(this.#store)
        tellListeners(this.#store, EVERYTHING)
      }
    })
  }

  /** Removes a backup; the newest verified one is refused. */
  remove(name: string): void {
    removeBackup(this.#dir, name)
    tellListeners(this.#store, ['backups'])
  }

  /** Reads the whole database once; when it is damaged, nothing is written any more. Answers what is wrong. */
  check(): Promise<string[]> {
    return this.#jobs.run('check', async (job) => {
      const problems = await this.#work<string[]>({ job: 'check', dir: this.#dir }, job)
      if (problems.length > 0) this.#markDamaged()
      return problems
    })
  }

  /** Checks the database soon after the start, and looks every hour whether the day's backup is due. */
  start(reportDefect: (error: unknown) => void): void {
    const look = async (first: boolean) => {
      try {
        if (first) await this.check()
        await this.makeIfDue()
      } catch (error) {
        if (toFailure(error) === null) reportDefect(error)
      }
    }
    const schedule = (delay: number, first: boolean) => {
      this.#timer = setTimeout(() => {
        schedule(NEXT_CHECK, false)
        void look(first)
      }, delay)
      this.#timer.unref()
    }
    schedule(FIRST_CHECK, true)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #work<T>(data: StoreJob, job: Job): Promise<T> {
    return runWorker<T>(workerUrl(import.meta.url, './store-worker.ts'), data, job)
  }

  #markDamaged(): void {
    this.#damaged = true
    holdStore(this.#store, 'corrupt')
    tellListeners(this.#store, ['backups'])
  }

  /** A pinned backup of the present data; null when it is too damaged for one. */
  async #keepPresent(job: Job): Promise<string | null> {
    try {
      return (await this.makeWithin(job, 'before-restore')).name
    } catch (error) {
      if (isUnusable(error) || isDamage(error)) return null
      throw error
    }
  }

  #isUnchangedSince(backup: Backup): boolean {
    const manifest = readManifest(this.#dir, backup.name)
    const { id, at } = lastBatchOf(this.#store.sqlite)
    return manifest?.lastBatch === id && manifest.lastBatchAt === at
  }

  /** The day is compared for being another, not for being later: a clock may go back. */
  #isDue(): boolean {
    const newest = this.list().find((backup) => backup.verified)
    if (newest === undefined) return lastBatchOf(this.#store.sqlite).id > 0
    return newest.day !== localDay(this.#store.clock()) && !this.#isUnchangedSince(newest)
  }
}
