import { format } from 'date-fns'
import { useSyncExternalStore } from 'react'
import { TIME_ZONE_HEADER } from '#shared/contract/transport.ts'

/** The user's present day in their own calendar and zone. */
export function today(): string {
  return format(new Date(), 'yyyy-MM-dd')
}

/** The present IANA time zone of this device; travelling may change it while the page is open. */
export function timeZone(): string | undefined {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Window event before each request, so that watchers of the day check the clock. */
const REQUEST_EVENT = 'kurs:request'

/**
 * Headers of every request with the present time zone: the host derives the user's day from its own clock and this
 * zone.
 */
export function momentHeaders(): Record<string, string> {
  window.dispatchEvent(new Event(REQUEST_EVENT))
  const zone = timeZone()
  return zone === undefined ? {} : { [TIME_ZONE_HEADER]: zone }
}

const MOMENTS = ['focus', 'pageshow', REQUEST_EVENT]

/**
 * Checks the clock every half minute and, because a sleeping laptop stops timers, whenever the page becomes visible or
 * sends a request.
 */
const subscribe = (onChange: () => void) => {
  const timer = setInterval(onChange, 30_000)
  for (const moment of MOMENTS) window.addEventListener(moment, onChange)
  document.addEventListener('visibilitychange', onChange)
  return () => {
    clearInterval(timer)
    for (const moment of MOMENTS) window.removeEventListener(moment, onChange)
    document.removeEventListener('visibilitychange', onChange)
  }
}

/** Calls back each time the day changes, at midnight or by travelling. Answers a function that stops it. */
export function onNewDay(callback: (day: string) => void): () => void {
  let known = today()
  return subscribe(() => {
    const now = today()
    if (now === known) return
    known = now
    callback(now)
  })
}

/** The present day; updates at midnight. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, today)
}
