import { parentPort, Worker, workerData } from 'node:worker_threads'
import { refuse } from '#shared/model/failure.ts'
import { reviveError, type SentError, toSentError } from './worker-errors.ts'

type Message = { kind: 'head'; value: unknown } | { kind: 'piece'; bytes: Uint8Array } | { kind: 'end' } | SentError

/** The message that asks the worker for one more piece. */
const MORE = 'more'

/** Bytes made in a separate thread, with what is known before the first of them. */
export interface WorkerStream<Head> {
  head: Head
  body: ReadableStream<Uint8Array>
}

/** A thread that reads the database beside its owner and can be ended. */
export interface Reader {
  close(): Promise<void>
}

/** The main thread's side of one stream: asks for and receives one message at a time. */
class StreamingWorker {
  readonly #worker: Worker
  readonly #exited: Promise<void>
  /** Why no more messages will come; null while the worker runs. */
  #over: Error | null = null
  #stopped = false
  #waiting: PromiseWithResolvers<Message> | null = null

  constructor(url: URL, data: object) {
    this.#worker = new Worker(url, { workerData: data, execArgv: [] })
    this.#worker.on('message', (message: Message) => {
      if (message.kind === 'failure' || message.kind === 'error') this.#end(reviveError(message))
      else this.#waiting?.resolve(message)
    })
    this.#worker.on('error', (error) => this.#end(error))
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#end(new Error('The worker ended without an answer'))
        resolve()
      })
    })
  }

  #end(error: Error): void {
    this.#over ??= error
    this.#waiting?.reject(this.#over)
  }

  /** The next message. Throws REFUSED `cancelled` once the worker was told to end, and whatever it threw itself. */
  async next(): Promise<Message> {
    if (this.#stopped) refuse('cancelled')
    if (this.#over !== null) throw this.#over
    this.#waiting = Promise.withResolvers()
    try {
      return await this.#waiting.promise
    } catch (error) {
      if (this.#stopped) refuse('cancelled')
      throw error
    }
  }

  ask(): Promise<Message> {
    const answer = this.next()
    this.#worker.postMessage(MORE)
    return answer
  }

  async close(): Promise<void> {
    this.#stopped = true
    await this.#worker.terminate()
    await this.#exited
  }
}

/**
 * Starts a worker that writes bytes, and answers once the worker has sent what comes before the first of them: from
 * then on the worker holds its snapshot. A piece is made only when one is taken. The worker is listed in `readers`
 * until it is gone, so that code that needs the database alone can end it; then the stream fails as REFUSED
 * `cancelled`. `onError` is called with any error on the way, because an answer that is already being sent cannot
 * report it.
 */
export async function streamFromWorker<Head>(
  url: URL,
  data: object,
  readers: Set<Reader>,
  onError: (error: unknown) => void,
): Promise<WorkerStream<Head>> {
  const worker = new StreamingWorker(url, data)
  // Ending the worker removes it from the list: in a stalled stream nobody asks for another piece, so nothing else
  // would.
  const reader: Reader = {
    close: async () => {
      await worker.close()
      readers.delete(reader)
    },
  }
  readers.add(reader)
  const end = () => reader.close()
  try {
    const first = await worker.next()
    if (first.kind !== 'head') throw new Error(`The worker began with "${first.kind}"`)
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            const message = await worker.ask()
            if (message.kind === 'piece') return controller.enqueue(message.bytes)
            await end()
            controller.close()
          } catch (error) {
            await end()
            onError(error)
            controller.error(error)
          }
        },
        cancel: end,
      },
      // The worker makes the next piece while the one before is being sent.
      { highWaterMark: 2 },
    )
    return { head: first.value as Head, body }
  } catch (error) {
    await end()
    onError(error)
    throw error
  }
}

/** Text made piece by piece, with what is known before the first piece. */
export interface Streamed<Head> {
  head: Head
  pieces: AsyncIterable<string>
}

/** The worker's side: begins, sends what is known beforehand, and makes a piece whenever one is asked for. */
export async function serveStream<Data, Head>(begin: (data: Data) => Streamed<Head>): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('Runs only as a worker')
  const send = (message: Message, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
  try {
    const { head, pieces } = begin(workerData as Data)
    const iterator = pieces[Symbol.asyncIterator]()
    const encoder = new TextEncoder()
    const asked = async () => {
      const { value, done } = await iterator.next()
      if (done === true) {
        send({ kind: 'end' })
        port.close()
        return
      }
      const bytes = encoder.encode(value)
      send({ kind: 'piece', bytes }, [bytes.buffer])
    }
    port.on('message', () => void asked().catch((error: unknown) => send(toSentError(error))))
    send({ kind: 'head', value: head })
  } catch (error) {
    send(toSentError(error))
  }
}
