import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect } from 'react'

/** Milliseconds without typing, and of typing at most, until it is kept: what a killed window may lose. */
const DELAY = { delay: 400, maxWait: 800 }

/** Calls `keep` soon after the typing, at the latest when the window is left. */
export function useKeepSoon<Args extends unknown[]>(keep: (...args: Args) => void) {
  const soon = useDebouncedCallback(keep, { ...DELAY, flushOnUnmount: true })
  useEffect(() => {
    // Asked of it anew each time: its `flush` is another one after each call.
    const leave = () => soon.flush()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [soon])
  return soon
}
