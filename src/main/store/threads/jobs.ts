import { refuse } from '#shared/model/failure.ts'
import type { JobKind, JobProgress } from '#shared/model/job.ts'

/** Given to a job, to report its progress and to learn that it should stop. */
export interface Job {
  signal: AbortSignal
  report(done: number, total: number): void
}

/** Long work on the workspace's files, one job at a time, so that a restore never runs during a backup. */
export class JobQueue {
  #last: Promise<unknown> = Promise.resolve()
  #current: { progress: JobProgress; controller: AbortController } | null = null
  #closed = false

  /** The job under way, null when there is none. */
  get current(): JobProgress | null {
    return this.#current?.progress ?? null
  }

  /** Runs `work` once everything before it has ended. Throws REFUSED `cancelled` when it was stopped. */
  run<T>(kind: JobKind, work: (job: Job) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#start(kind, work))
    this.#last = result.catch(() => {})
    return result
  }

  /** Stops the present job when it is of this kind; answers whether there was one. */
  cancel(kind: JobKind): boolean {
    if (this.#current?.progress.kind !== kind) return false
    this.#current.controller.abort()
    return true
  }

  /** Stops the present job, starts no other, and waits until nothing runs any more. */
  async close(): Promise<void> {
    this.#closed = true
    this.#current?.controller.abort()
    await this.#last
  }

  async #start<T>(kind: JobKind, work: (job: Job) => Promise<T>): Promise<T> {
    if (this.#closed) refuse('cancelled')
    const controller = new AbortController()
    const progress: JobProgress = { kind, done: 0, total: 0 }
    this.#current = { progress, controller }
    try {
      return await work({
        signal: controller.signal,
        report: (done, total) => Object.assign(progress, { done, total }),
      })
    } catch (error) {
      if (controller.signal.aborted) refuse('cancelled')
      throw error
    } finally {
      this.#current = null
    }
  }
}
