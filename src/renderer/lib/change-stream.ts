import type { Subject } from '#shared/model/subject.ts'
import { keyHeaders, readKey, untilKeyChanges } from './page-key.ts'

/** Milliseconds until the next attempt, when the host cannot be reached and when it does not let us in. */
const PAUSE = 1_000
const LONG_PAUSE = 30_000

/** What changed; null = anything may have. */
export type Change = readonly Subject[] | null

/** What an event of the stream says; undefined where it is about something else. */
function readEvent(block: string): Change | undefined {
  if (/^event: (.*)$/m.exec(block)?.[1] !== 'change') return
  try {
    const { types } = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '') as { types?: unknown }
    return Array.isArray(types) ? (types as Subject[]) : null
  } catch {
    return null
  }
}

/** The changes that a stream tells of, until it ends. */
async function* changesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Change> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const change = readEvent(block)
      if (change !== undefined) yield change
    }
  }
}

/** Reads the stream once; answers how long to wait before the next time. */
async function readOnce(onOpen: () => void, onChange: (change: Change) => void): Promise<number> {
  try {
    const answer = await fetch('/events', { headers: keyHeaders() })
    if (answer.status === 401) return LONG_PAUSE
    if (!answer.ok || answer.body === null) return PAUSE
    onOpen()
    for await (const change of changesOf(answer.body)) onChange(change)
  } catch {
    // The host has gone; it may come back.
  }
  return PAUSE
}

/**
 * Listens to what changes, for ever. An `EventSource` would do the same but carries no header. `onOpen` is called each
 * time the stream begins: before that something may have happened unheard.
 */
export async function listenToChanges(onOpen: () => void, onChange: (change: Change) => void): Promise<never> {
  for (;;) {
    // The key may change while the host refuses the older one.
    const key = readKey()
    await untilKeyChanges(key, await readOnce(onOpen, onChange))
  }
}
