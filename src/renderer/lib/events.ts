import type { QueryClient } from '@tanstack/react-query'
import { isChangedBy } from '#shared/contract/reads.ts'
import { type Change, listenToChanges } from './change-stream.ts'
import { onNewDay } from './today.ts'

const CHANNEL = 'kurs-changes'

/** Reads again what a change may have made another: what is shown at once, the rest when it is shown next. */
export function refreshQueries(queryClient: QueryClient, change: Change): Promise<void> {
  if (change === null) return queryClient.invalidateQueries()
  // The first part of a key of oRPC is the path of its procedure. What has another key is nothing we know of.
  const predicate = ({ queryKey: [path] }: { queryKey: readonly unknown[] }) =>
    !Array.isArray(path) || isChangedBy(path, change)
  return queryClient.invalidateQueries({ predicate })
}

/** What a page starts with: its queries, and how many changes the host had told of before any of them was asked. */
export interface Start {
  queryClient: QueryClient
  told: number
}

/**
 * Keeps every open view true: after a change what reads of it is read again, and when another day begins, everything. HTTP/1.1
 * allows a browser six connections to a host, so of all tabs only the one that holds the lock listens to the server and tells
 * the others. It listens before anything is asked, so that no change falls between an answer and the stream: what is
 * heard before `start` waits for it.
 */
export function followChanges(start: Promise<Start>): void {
  const channel = new BroadcastChannel(CHANNEL)
  const readAgain = async (change: Change) => void refreshQueries((await start).queryClient, change)
  // Each tab compares for itself: it may have asked before or after the one that listens.
  const compare = async (told: number) => {
    if (told !== (await start).told) await readAgain(null)
  }
  channel.onmessage = ({ data }: MessageEvent<Change | number>) =>
    void (typeof data === 'number' ? compare(data) : readAgain(data))
  void start.then(() => onNewDay(() => void readAgain(null)))
  void navigator.locks.request(CHANNEL, () => {
    const onChange = (change: Change) => {
      void readAgain(change)
      channel.postMessage(change)
    }
    let first = true
    const onOpen = (told: number) => {
      // After a break every tab may have missed something.
      if (!first) return onChange(null)
      first = false
      channel.postMessage(told)
      void compare(told)
    }
    return listenToChanges({ onOpen, onChange })
  })
}
