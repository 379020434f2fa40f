import { assertSameFiles } from '#main/store/engine/commit.ts'
import {
  endReaders,
  holdStore,
  mendStore,
  openDatabase,
  type Store,
  tellListeners,
  whileHeld,
} from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { migrate, shippedMigrations } from '#main/store/engine/migrate.ts'
import { isDamage, isUnreachable, reasonOfFailure, toFailure } from '#main/store/files/failures.ts'
import { tidyUp, workspaceFiles } from '#main/store/files/workspace-files.ts'
import type { Job, JobQueue } from '#main/store/threads/jobs.ts'
import { runWorker, workerUrl } from '#main/store/threads/run-worker.ts'
import type { Backup, BackupReason, SafetyState } from '#shared/model/backup.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import { EVERYTHING } from '#shared/model/subject.ts'
import { copyOpen, isUnusable, listBackups, readManifest, removeBackup } from './backup.ts'
import { exchangeDatabase } from './exchange-database.ts'
import { describeState, type LastBatch, lastBatchOf, type OpenState } from './open-state.ts'
import { discardStaged } from './restore.ts'
import type { StoreJob } from './store-worker.ts'

/** Milliseconds from the start to the first check whether a backup is due, and between later checks. */
const FIRST_CHECK = 5_000
const NEXT_CHECK = 3_600_000

/**
 * Brings a staged database up to the schema of this Kurs. Throws REFUSED `backup-unusable` for a database it cannot
 * read, or the error that prevented writing.
 */
export function updateStaged(dir: string, schema: number, clock: () => number): void {
  const newest = shippedMigrations().length
  if (schema === newest) return
  if (schema < 1 || schema > newest) refuse('backup-unusable', `schema ${schema}`)
  try {
    const { sqlite } = openDatabase(workspaceFiles(dir).staged, clock, { mustExist: true })
    try {
      migrate(sqlite)
      sqlite.pragma('journal_mode = DELETE')
    } finally {
      sqlite.close()
    }
  } catch (error) {
    throw isUnreachable(error) ? error : new Failure('REFUSED', { reason: 'backup-unusable', detail: String(error) })
  }
}

/** True for errors of a backup that may mean that the database itself is damaged. */
const looksDamaged = (error: unknown): boolean => isUnusable(error) || isDamage(error)

/** The backups of an open workspace: made outside of requests, one after the other. */
export class WorkspaceBackups {
  readonly #dir: string
  readonly #store: Store
  readonly #jobs: JobQueue
  #timer: NodeJS.Timeout | null = null
  #lastFailure: SafetyState['lastFailure'] = null

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
      damaged: this.#store.holds.has('corrupt'),
    }
  }

  /** Makes a verified backup. Throws STORAGE, or REFUSED `backup-unusable` when the database itself is damaged. */
  make(reason: BackupReason): Promise<Backup> {
    return this.#jobs.run('backup', (job) => this.makeWithin(job, reason))
  }

  /** The same as a part of a longer job, which keeps its turn in the queue. */
  async makeWithin(job: Job, reason: BackupReason): Promise<Backup> {
    try {
      mendStore(this.#store)
      assertSameFiles(this.#store)
      const expected = this.#expected()
      const request = { dir: this.#dir, reason, now: this.#store.clock(), ...(expected && { expected }) }
      const backup = await this.#work<Backup>({ job: 'backup', request }, job)
      this.#lastFailure = null
      return backup
    } catch (error) {
      if (!looksDamaged(error) || (await this.#isDamaged(job))) throw error
      // The database is sound: it was the copy, or one read, that went wrong.
      throw new Failure('STORAGE', { reason: 'io' })
    } finally {
      tellListeners(this.#store, ['backups'])
    }
  }

  /** Makes the daily backup when the day has none and something was changed; null when none is due. */
  async makeIfDue(): Promise<Backup | null> {
    if (this.#store.holds.has('corrupt') || !this.#isDue()) return null
    try {
      return await this.make('daily')
    } catch (error) {
      const reason = isUnusable(error) ? 'corrupt' : (reasonOfFailure(error, this.#dir) ?? 'other')
      this.#lastFailure = { at: this.#store.clock(), reason }
      tellListeners(this.#store, ['backups'])
      throw error
    }
  }

  /**
   * Puts a backup in the place of the present data. First a pinned backup of the present data (or, if it is damaged, a
   * copy in `damaged/`) is made; restoring that backup reverses everything. Nothing can be written meanwhile, so no
   * acknowledged change is missing from it. Answers its name. When it throws, the data is unchanged.
   */
  restore(name: string): Promise<{ undoName: string | null }> {
    return this.#jobs.run('restore', (job) =>
      whileHeld(this.#store, async () => {
        try {
          const { schema } = await this.#work<{ schema: number }>({ job: 'stage', dir: this.#dir, name }, job)
          updateStaged(this.#dir, schema, this.#store.clock)
          const undoName = await this.#keepPresent(job)
          job.signal.throwIfAborted()
          await endReaders(this.#store)
          const keepsFile = undoName === null || this.#store.holds.has('moved')
          exchangeDatabase(this.#store, this.#dir, keepsFile)
          return { undoName }
        } finally {
          tidyUp(() => discardStaged(this.#dir))
          tellListeners(this.#store, EVERYTHING)
        }
      }),
    )
  }

  /** Removes a backup; the newest verified one is refused. */
  remove(name: string): void {
    removeBackup(this.#dir, name)
    tellListeners(this.#store, ['backups'])
  }

  /** Reads the whole database once; when it is damaged, all writing stops. Answers what is wrong. */
  check(): Promise<string[]> {
    return this.#jobs.run('check', async (job) => {
      // Opens the database if it can be; while the store waits for its file, there is nothing to compare with.
      tidyUp(() => mendStore(this.#store))
      return this.#look(job, 'quick')
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
    holdStore(this.#store, 'corrupt')
    tellListeners(this.#store, ['backups'])
  }

  /** What is wrong with the database; if anything is, all writing stops. */
  async #look(job: Job, depth: 'quick' | 'full'): Promise<string[]> {
    const expected = this.#expected()
    const problems = await this.#work<string[]>({ job: 'check', dir: this.#dir, depth, expected }, job)
    if (problems.length > 0) this.#markDamaged()
    return problems
  }

  /** True when the database itself is damaged, and not only a copy of it; then all writing stops. */
  async #isDamaged(job: Job): Promise<boolean> {
    return (await this.#look(job, 'full')).length > 0
  }

  /** What the open store holds, for comparing a file with it; null when that cannot be read from it. */
  #expected(): OpenState | null {
    try {
      return describeState(this.#store.sqlite)
    } catch {
      return null
    }
  }

  /** A pinned backup of the present data; null when it is too damaged for one. */
  async #keepPresent(job: Job): Promise<string | null> {
    try {
      return (await this.makeWithin(job, 'before-restore')).name
    } catch (error) {
      if (looksDamaged(error) || this.#store.holds.has('corrupt')) return null
      if (!this.#store.holds.has('moved')) throw error
      // Other files have the names of the open ones: only this connection still has the data.
      const request = { dir: this.#dir, reason: 'before-restore', now: this.#store.clock() } as const
      return (await copyOpen(request, this.#store.sqlite, (done, total) => job.report(done, total))).name
    }
  }

  #isUnchangedSince(backup: Backup): boolean {
    const manifest = readManifest(this.#dir, backup.name)
    const newest = this.#lastBatch()
    return newest !== null && manifest?.lastBatch === newest.id && manifest.lastBatchAt === newest.at
  }

  /** The newest entry of the history; null when it cannot be read, because the backups must be listed all the same. */
  #lastBatch(): LastBatch | null {
    try {
      return lastBatchOf(this.#store.sqlite)
    } catch {
      return null
    }
  }

  /** A backup is due when the day is another one, not only when it is later: a clock may go back. */
  #isDue(): boolean {
    const newest = this.list().find((backup) => backup.verified)
    if (newest === undefined) return (this.#lastBatch()?.id ?? 0) > 0
    return newest.day !== today(this.#store) && !this.#isUnchangedSince(newest)
  }
}
