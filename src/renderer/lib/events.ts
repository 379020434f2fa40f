import type { QueryClient } from '@tanstack/react-query'
import { isChangedBy } from '#shared/contract/reads.ts'
import { type Change, listenToChanges } from './change-stream.ts'
import { onNewDay } from './today.ts'

const CHANNEL = 'kurs-changes'

/** Milliseconds within which a lock is granted that no other tab has. */
const AT_ONCE = 1000

/** Reads again what a change may have made another: what is shown at once, the rest when it is shown next. */
export function refreshQueries(queryClient: QueryClient, change: Change): Promise<void> {
  if (change === null) return queryClient.invalidateQueries()
  // The first part of a key of oRPC is the path of its procedure. What has another key is nothing we know of.
  const predicate = ({ queryKey: [path] }: { queryKey: readonly unknown[] }) =>
    !Array.isArray(path) || isChangedBy(path, change)
  return queryClient.invalidateQueries({ predicate })
}

/**
 * Keeps every open view true: after a change what reads of it is read again, and when another day begins, everything. HTTP/1.1
 * allows a browser six connections to a host, so of all tabs only the one that holds the lock listens to the server and tells
 * the others.
 */
export function followChanges(queryClient: QueryClient): void {
  const channel = new BroadcastChannel(CHANNEL)
  const readAgain = (change: Change) => void refreshQueries(queryClient, change)
  channel.onmessage = ({ data }: MessageEvent<Change>) => readAgain(data)
  onNewDay(() => readAgain(null))
  const asked = performance.now()
  void navigator.locks.request(CHANNEL, () => {
    const onChange = (change: Change) => {
      readAgain(change)
      channel.postMessage(change)
    }
    // After a break, or after the tab that listened was closed, every tab may have missed something.
    let hasMissed = performance.now() - asked > AT_ONCE
    const onOpen = () => {
      if (hasMissed) onChange(null)
      hasMissed = true
    }
    return listenToChanges(onOpen, onChange)
  })
}
