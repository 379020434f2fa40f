import { useEffect, useState } from 'react'

/** True once the page has been drawn and has nothing else to do. */
export function useSpareTime(): boolean {
  const [hasTime, setHasTime] = useState(false)
  useEffect(() => {
    const handle = requestIdleCallback(() => setHasTime(true))
    return () => cancelIdleCallback(handle)
  }, [])
  return hasTime
}
