import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect } from 'react'

/**
 * `delay`: milliseconds without typing until the text is kept; `maxWait`: milliseconds of typing at most, which is what
 * a killed window may lose.
 */
const DELAY = { delay: 400, maxWait: 800 }

/** Calls `keep` soon after typing, at the latest when the window is left. */
export function useKeepSoon<Args extends unknown[]>(keep: (...args: Args) => void) {
  const soon = useDebouncedCallback(keep, { ...DELAY, flushOnUnmount: true })
  useEffect(() => {
    // `flush` is read each time because it changes after each call.
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
