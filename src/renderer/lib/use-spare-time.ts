import { useEffect, useState } from 'react'

/** True once the page has been drawn and is idle. */
export function useSpareTime(): boolean {
  const [hasTime, setHasTime] = useState(false)
  useEffect(() => {
    const handle = requestIdleCallback(() => setHasTime(true))
    return () => cancelIdleCallback(handle)
  }, [])
  return hasTime
}
