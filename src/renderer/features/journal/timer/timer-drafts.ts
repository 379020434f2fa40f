import type { Timer } from '#shared/contract/timer.ts'

/** Draft key of the line for a timer that has not been started. */
export const NEW_TIMER = 'timer-new'

/** Draft key of the line for this timer; null = a timer that has not been started. */
export const timerDraft = (timer: Pick<Timer, 'uid'> | null): string => (timer === null ? NEW_TIMER : 'timer')

/** What was typed into the plain field that is shown until the box is loaded. */
export interface EarlyTimer {
  /** The whole text, including the kept one. */
  text: string
  /** Enter was pressed: start the timer. */
  isEntered: boolean
}
