import type { Store, StoreEvent } from '#main/store/engine/database.ts'

/** Milliseconds between keep-alive comments in a stream, which keep idle connections open and reveal dead ones. */
const HEARTBEAT = 25_000

/** Server-sent events of everything that changes, so that every open view can read again. */
export interface EventStreams {
  open(): Response
  closeAll(): void
}

/** Streams the store's events; each stream cleans up when its reader goes away. */
export function createEventStreams(store: Store): EventStreams {
  const closers = new Set<() => void>()
  const open = () => {
    const encoder = new TextEncoder()
    let stop = () => {}
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (text: string) => controller.enqueue(encoder.encode(text))
        const listener = (event: StoreEvent) => send(`event: change\ndata: ${JSON.stringify(event)}\n\n`)
        const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT)
        heartbeat.unref()
        store.listeners.add(listener)
        stop = () => {
          clearInterval(heartbeat)
          store.listeners.delete(listener)
          closers.delete(close)
        }
        const close = () => {
          stop()
          controller.close()
        }
        closers.add(close)
        send(`event: open\ndata: ${JSON.stringify({ told: store.told })}\n\n`)
      },
      cancel: () => stop(),
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
  }
  const closeAll = () => {
    for (const close of [...closers]) close()
  }
  return { open, closeAll }
}
