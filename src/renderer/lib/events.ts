import type { QueryClient } from '@tanstack/react-query'
import { isChangedBy } from '#shared/contract/reads.ts'
import { type Change, listenToChanges } from './change-stream.ts'
import { onNewDay } from './today.ts'

const CHANNEL = 'kurs-changes'

/** Reads again what a change may have affected: visible queries at once, others when they are shown next. */
export function refreshQueries(queryClient: QueryClient, change: Change): Promise<void> {
  if (change === null) return queryClient.invalidateQueries()
  // The first part of an oRPC key is the path of its procedure. Queries with other keys are read again after every
  // change.
  const predicate = ({ queryKey: [path] }: { queryKey: readonly unknown[] }) =>
    !Array.isArray(path) || isChangedBy(path, change)
  return queryClient.invalidateQueries({ predicate })
}

/** The start of a page: its queries, and the number of changes the host had reported before the first read. */
export interface Start {
  queryClient: QueryClient
  told: number
}

/**
 * Keeps every open view up to date: after a change the affected queries are read again, and on a new day everything.
 * HTTP/1.1 allows a browser six connections to a host, so of all tabs only the one that holds the lock listens to the
 * server and informs the others. It listens before the first read, so that no change is lost between a read and the
 * stream; changes received before `start` wait for it.
 */
export function followChanges(start: Promise<Start>): void {
  const channel = new BroadcastChannel(CHANNEL)
  const readAgain = async (change: Change) => void refreshQueries((await start).queryClient, change)
  // Each tab compares for itself, because it may have read before or after the listening tab.
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
      // After an interruption every tab may have missed changes.
      if (!first) return onChange(null)
      first = false
      channel.postMessage(told)
      void compare(told)
    }
    return listenToChanges({ onOpen, onChange })
  })
}
