import type { Instant } from '#shared/model/common.ts'

/**
 * The measured time of a timer: `since` when it has been running (null = paused), and the milliseconds measured before.
 */
export interface Measured {
  since: Instant | null
  spent: number
}

/** Milliseconds a timer has measured until now. If the clock was set back, the time measured before stays. */
export function measuredMs({ since, spent }: Measured, now: Instant): number {
  return spent + (since === null ? 0 : Math.max(0, now - since))
}

/** Measured time in whole minutes, at least one. */
export const measuredMinutes = (ms: number): number => Math.max(1, Math.round(ms / 60_000))

/** Minutes after which a timer was probably forgotten, because nobody works on one thing that long without a break. */
export const FORGOTTEN_MINUTES = 8 * 60

/** A measured time as a clock shows it: `4:05`, `1:04:05`. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = two(seconds % 60)
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${two(minutes)}:${rest}`
}
