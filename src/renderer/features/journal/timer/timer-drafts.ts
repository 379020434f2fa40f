import type { Timer } from '#shared/contract/timer.ts'

/** Under which key it is kept what was typed for a timer that is not begun yet. */
export const NEW_TIMER = 'timer-new'

/** Under which key it is kept what was typed for this timer; null = one that is not begun yet. */
export const timerDraft = (timer: Pick<Timer, 'uid'> | null): string => (timer === null ? NEW_TIMER : 'timer')

/** Under which key it is kept what was typed for the time of the timer there is. */
export const TIME_DRAFT = 'timer-time'

/** What was typed into the plain field that stands until the box is there. */
export interface EarlyTimer {
  /** All of the text, the kept one included. */
  text: string
  /** Enter was pressed: the timer is to begin. */
  isEntered: boolean
}
