import { format } from 'date-fns'
import { useSyncExternalStore } from 'react'
import { TIME_ZONE_HEADER } from '#shared/contract/transport.ts'

/** The user's present day in their own calendar and zone. */
export function today(): string {
  return format(new Date(), 'yyyy-MM-dd')
}

/** The IANA zone this device is in at the moment; a journey changes it while the page is open. */
export function timeZone(): string | undefined {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** An event of the window before each request, so that what waits for a new day looks at the clock. */
const REQUEST_EVENT = 'kurs:request'

/** What every request tells of the moment it is made in: the server's clock makes the user's day from it. */
export function momentHeaders(): Record<string, string> {
  window.dispatchEvent(new Event(REQUEST_EVENT))
  const zone = timeZone()
  return zone === undefined ? {} : { [TIME_ZONE_HEADER]: zone }
}

const MOMENTS = ['focus', 'pageshow', REQUEST_EVENT]

/**
 * Looks at the clock every half minute and, because a sleeping laptop stops timers, whenever the page comes back to the eye
 * or asks for something.
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

/** Calls back each time another day has begun, by midnight or by a journey. Answers how to end it. */
export function onNewDay(callback: (day: string) => void): () => void {
  let known = today()
  return subscribe(() => {
    const now = today()
    if (now === known) return
    known = now
    callback(now)
  })
}

/** The present day; a view that is open over midnight moves on. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, today)
}
