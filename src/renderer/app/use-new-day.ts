import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useToday } from '#renderer/lib/today.ts'

/** Much of what is shown was counted for a day (who is due, what is in the future): open over midnight, all is read again. */
export function useNewDay(): void {
  const today = useToday()
  const queryClient = useQueryClient()
  const counted = useRef(today)
  useEffect(() => {
    if (counted.current === today) return
    counted.current = today
    void queryClient.invalidateQueries()
  }, [queryClient, today])
}
