import type { QueryClient } from '@tanstack/react-query'

const CHANNEL = 'kurs-changes'

/**
 * Keeps every open view true: after any change all shown queries read again. HTTP/1.1 allows a browser six connections to
 * a host, so of all tabs only the one that holds the lock listens to the server and tells the others.
 */
export function followChanges(queryClient: QueryClient): void {
  const channel = new BroadcastChannel(CHANNEL)
  const readAgain = () => void queryClient.invalidateQueries()
  channel.onmessage = readAgain
  void navigator.locks.request(CHANNEL, () => {
    const source = new EventSource('/events')
    source.addEventListener('change', () => {
      readAgain()
      channel.postMessage(null)
    })
    // After a break something may have happened unheard.
    let broken = false
    source.onerror = () => {
      broken = true
    }
    source.onopen = () => {
      if (broken) readAgain()
      broken = false
    }
    return new Promise<never>(() => {})
  })
}
