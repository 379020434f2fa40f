import { format } from 'date-fns'
import { useSyncExternalStore } from 'react'

/** The user's present day in their own calendar and zone. */
export function today(): string {
  return format(new Date(), 'yyyy-MM-dd')
}

const subscribe = (onChange: () => void) => {
  const timer = setInterval(onChange, 30_000)
  window.addEventListener('focus', onChange)
  return () => {
    clearInterval(timer)
    window.removeEventListener('focus', onChange)
  }
}

/** The present day; a view that is open over midnight moves on. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, today)
}
