import { z } from 'zod'
import type { Subject } from '#shared/model/subject.ts'
import { keyHeaders, readKey, untilKeyChanges } from './page-key.ts'

/** Milliseconds until the next attempt: when the host cannot be reached, and when it refuses access. */
const PAUSE = 1_000
const LONG_PAUSE = 30_000

/** The changed subjects; null = anything may have changed. */
export type Change = readonly Subject[] | null

/** Receiver of the stream's events. */
export interface ChangeListener {
  /**
   * The stream was opened; `told` is the number of changes the host had reported before. Changes before that may have
   * been missed.
   */
  onOpen(told: number): void
  onChange(change: Change): void
}

const Opened = z.object({ told: z.int() })
const Changed = z.object({ types: z.array(z.custom<Subject>((type) => typeof type === 'string')) })

/** The `data` of an event; null if unreadable. */
function readData<Data>(shape: z.ZodType<Data>, block: string): Data | null {
  try {
    return shape.parse(JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? ''))
  } catch {
    return null
  }
}

/** Passes an event on. An unreadable event may mean any change. */
function hear(block: string, listener: ChangeListener): void {
  const name = /^event: (.*)$/m.exec(block)?.[1]
  if (name === 'open') listener.onOpen(readData(Opened, block)?.told ?? Number.NaN)
  if (name === 'change') listener.onChange(readData(Changed, block)?.types ?? null)
}

/** Reads a stream until it ends. */
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

/** Reads the stream once; answers the milliseconds to wait before the next attempt. */
async function readOnce(listener: ChangeListener): Promise<number> {
  try {
    const answer = await fetch('/events', { headers: keyHeaders() })
    if (answer.status === 401) return LONG_PAUSE
    if (!answer.ok || answer.body === null) return PAUSE
    await hearAll(answer.body, listener)
  } catch {
    // The host has stopped; it may start again.
  }
  return PAUSE
}

/** Listens to changes for ever. `EventSource` cannot be used because it sends no custom headers. */
export async function listenToChanges(listener: ChangeListener): Promise<never> {
  for (;;) {
    // The key may change while the host refuses the old one.
    const key = readKey()
    await untilKeyChanges(key, await readOnce(listener))
  }
}
