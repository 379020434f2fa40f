import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import type { Timer } from '#shared/contract/timer.ts'
import { measuredMs } from '#shared/domain/timer/measured.ts'

/** The timer of this workspace; its data is null if there is none. */
export function useTimer() {
  const { query } = useApi()
  return useQuery(query.journal.timer.queryOptions({ input: {} }))
}

/** Milliseconds measured so far, updated each second while the timer runs. */
export function useMeasured(timer: Timer | null): number {
  const [, setNow] = useState(0)
  const runs = timer !== null && timer.since !== null
  useEffect(() => {
    if (!runs) return
    const ticking = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(ticking)
  }, [runs])
  return timer === null ? 0 : measuredMs(timer, Date.now())
}
