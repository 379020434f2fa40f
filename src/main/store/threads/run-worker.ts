import { basename } from 'node:path'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { Job } from './jobs.ts'
import { reviveError, type SentError, toSentError } from './worker-errors.ts'

type Message = { kind: 'progress'; done: number; total: number } | { kind: 'result'; value: unknown } | SentError

/**
 * Where a worker's code is: `source` beside its importer or, in the built app, the entry of the same name in the folder
 * of all entries (chunks are one folder deeper).
 */
export function workerUrl(importer: string, source: string): URL {
  if (importer.endsWith('.ts')) return new URL(source, importer)
  const folder = new URL('.', importer).pathname.endsWith('/chunks/') ? '../' : './'
  return new URL(`${folder}${basename(source, '.ts')}.js`, importer)
}

/**
 * Runs one piece of work in a thread of its own and answers its result; a cancelled job ends the thread. `memory` is the
 * most its heap may hold, in megabytes.
 */
export function runWorker<T>(url: URL, data: object, job: Job, memory?: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    job.signal.throwIfAborted()
    const resourceLimits = memory === undefined ? {} : { maxOldGenerationSizeMb: memory }
    const worker = new Worker(url, { workerData: data, execArgv: [], resourceLimits })
    const stop = () => void worker.terminate()
    job.signal.addEventListener('abort', stop, { once: true })
    let ended: (() => void) | undefined
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') job.report(message.done, message.total)
      else if (message.kind === 'result') ended = () => resolve(message.value as T)
      else ended = () => reject(reviveError(message))
    })
    worker.on('error', (error) => {
      ended ??= () => reject(error)
    })
    // Settles only when the thread is gone, with every file it had open.
    worker.on('exit', () => {
      job.signal.removeEventListener('abort', stop)
      if (ended !== undefined) ended()
      else reject(job.signal.aborted ? job.signal.reason : new Error('The worker ended without an answer'))
    })
  })
}

/** The worker's side: does the work it was started for and sends the result or the error. */
export async function serveJob<Data>(
  work: (data: Data, report: (done: number, total: number) => void) => unknown,
): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('Runs only as a worker')
  const send = (message: Message) => port.postMessage(message)
  try {
    const value = await work(workerData as Data, (done, total) => send({ kind: 'progress', done, total }))
    send({ kind: 'result', value })
  } catch (error) {
    send(toSentError(error))
  }
}
