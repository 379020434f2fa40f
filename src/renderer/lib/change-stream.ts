import { z } from 'zod'
import type { Subject } from '#shared/model/subject.ts'
import { keyHeaders, readKey, untilKeyChanges } from './page-key.ts'

/** Milliseconds until the next attempt, when the host cannot be reached and when it does not let us in. */
const PAUSE = 1_000
const LONG_PAUSE = 30_000

/** What changed; null = anything may have. */
export type Change = readonly Subject[] | null

/** Who listens to the stream. */
export interface ChangeListener {
  /** The stream has begun, after the host had told of so many changes. Before that something may have happened unheard. */
  onOpen(told: number): void
  onChange(change: Change): void
}

const Opened = z.object({ told: z.int() })
const Changed = z.object({ types: z.array(z.custom<Subject>((type) => typeof type === 'string')) })

/** What `data` of an event says, where it can be read. */
function readData<Data>(shape: z.ZodType<Data>, block: string): Data | null {
  try {
    return shape.parse(JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? ''))
  } catch {
    return null
  }
}

/** Passes on what an event says. What cannot be read may have been anything. */
function hear(block: string, listener: ChangeListener): void {
  const name = /^event: (.*)$/m.exec(block)?.[1]
  if (name === 'open') listener.onOpen(readData(Opened, block)?.told ?? Number.NaN)
  if (name === 'change') listener.onChange(readData(Changed, block)?.types ?? null)
}

/** Hears a stream until it ends. */
async function hearAll(body: ReadableStream<Uint8Array>, listener: ChangeListener): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) hear(block, listener)
  }
}

/** Reads the stream once; answers how long to wait before the next time. */
async function readOnce(listener: ChangeListener): Promise<number> {
  try {
    const answer = await fetch('/events', { headers: keyHeaders() })
    if (answer.status === 401) return LONG_PAUSE
    if (!answer.ok || answer.body === null) return PAUSE
    await hearAll(answer.body, listener)
  } catch {
    // The host has gone; it may come back.
  }
  return PAUSE
}

/** Listens to what changes, for ever. An `EventSource` would do the same but carries no header. */
export async function listenToChanges(listener: ChangeListener): Promise<never> {
  for (;;) {
    // The key may change while the host refuses the older one.
    const key = readKey()
    await untilKeyChanges(key, await readOnce(listener))
  }
}
