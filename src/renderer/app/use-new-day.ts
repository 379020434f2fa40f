import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useToday } from '#renderer/lib/today.ts'

/**
 * Reads everything again when the day changes, because much of what is shown depends on the day (who is due, what is
 * planned).
 */
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
