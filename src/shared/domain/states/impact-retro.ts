import type { Day } from '#shared/model/common.ts'
import { type InitiativeFields, RETRO_AFTER, type Retro, type RetroAfter } from '#shared/model/initiative.ts'
import type { DatedValue } from '#shared/model/metric.ts'
import { addDays, differenceInDays } from '../calendar/calendar.ts'
import { finishOf } from '../calendar/done.ts'

/** Days after the due day for which a retro is asked for; later it is only offered. */
const ASKED_DAYS = 180

/** With fewer comparisons there is no calibration. */
export const CALIBRATION_LEAST = 3

type Bet = Pick<InitiativeFields, 'status' | 'endDay' | 'retros'>

/** One of the three retros of an initiative. */
export interface RetroPlace {
  after: RetroAfter
  /** The day it is due; null if the initiative has no last day. */
  day: Day | null
  /** The recorded retro; null = not recorded. */
  retro: Retro | null
  /** The initiative is done and the day has come, so the retro can be recorded. */
  isOpen: boolean
}

/** The three retros of an initiative as of a day. */
export function retroPlaces(bet: Bet, today: Day): RetroPlace[] {
  const isDone = finishOf(bet, today) === 'done'
  return RETRO_AFTER.map((after) => {
    const day = bet.endDay === null ? null : addDays(bet.endDay, after)
    const retro = bet.retros.find((one) => one.after === after) ?? null
    return { after, day, retro, isOpen: isDone && retro === null && day !== null && day <= today }
  })
}

/**
 * The due retro: the newest one whose day has come, unless it or a later one is recorded. A skipped one can still be
 * recorded (`isOpen`), but is not asked for any more.
 */
export function dueRetro(bet: Bet, today: Day): { after: RetroAfter; day: Day } | null {
  const places = retroPlaces(bet, today)
  const newest = places.findLast(({ isOpen, retro }) => isOpen || retro !== null)
  if (newest === undefined || !newest.isOpen || newest.day === null) return null
  return differenceInDays(today, newest.day) > ASKED_DAYS ? null : { after: newest.after, day: newest.day }
}

/** Retros in the order of their places. */
export const inOrder = (retros: readonly Retro[]): Retro[] => retros.toSorted((one, other) => one.after - other.after)

/** The last recorded retro of the three; null = none. */
export const newestRetro = ({ retros }: Pick<Bet, 'retros'>): Retro | null => inOrder(retros).at(-1) ?? null

/** The retros with this one added or replaced. */
export const withRetro = (retros: Retro[], retro: Retro): Retro[] =>
  inOrder([...withoutRetro(retros, retro.after), retro])

/** The retros without one of them. */
export const withoutRetro = (retros: Retro[], after: RetroAfter): Retro[] => retros.filter((one) => one.after !== after)

/** The values of a metric before and after. */
export interface MeasuredChange {
  from: DatedValue
  to: DatedValue
  change: number
}

/** Removes floating-point noise from differences of decimals. */
const exact = (value: number) => Number(value.toPrecision(12))

/**
 * The change of a series by a day: from the newest value on the initiative's first day (its last day, if the first is
 * unknown) to the newest value on that day. Null if there is no value before, or none since: missing measurements do
 * not mean that nothing changed.
 */
export function measuredChange(
  values: readonly DatedValue[],
  { startDay, endDay }: Pick<InitiativeFields, 'startDay' | 'endDay'>,
  day: Day,
): MeasuredChange | null {
  const begun = startDay ?? endDay
  const newestOn = (last: Day | null) => (last === null ? undefined : values.findLast((value) => value.day <= last))
  const [from, to] = [newestOn(begun), newestOn(day)]
  if (from === undefined || to === undefined || to.day <= from.day) return null
  return { from, to, change: exact(to.value - from.value) }
}

/**
 * The actual change divided by the expected one: 1 = as expected, 0.5 = half, below 0 = in the other direction. Both
 * numbers are signed, so this also works where a decrease is wanted. Null if either is unknown, or no change was
 * expected.
 */
export function shareOfExpected(expected: number | null, actual: number | null): number | null {
  if (expected === null || actual === null || expected === 0) return null
  return actual === 0 ? 0 : exact(actual / expected)
}

/** How far expectations came true. */
export interface Calibration {
  /** Initiatives with an expected and a measured change: each counts once, with its newest retro that has a number. */
  compared: number
  /** How many of them changed the metric at least as far as expected. */
  reached: number
  /** Median of the shares of expected change; null below `CALIBRATION_LEAST`. */
  median: number | null
  /**
   * Median of how far the actual change was from the expected one, in shares of it and in either direction: 0.4 = off by
   * 40 %. It does not hide misses that cancel each other out. Null below `CALIBRATION_LEAST`.
   */
  miss: number | null
}

/** The newest retro with a measured change; null = none. */
export const measuredRetro = ({ retros }: Pick<InitiativeFields, 'retros'>): Retro | null =>
  newestRetro({ retros: retros.filter(({ actualChange }) => actualChange !== null) })

/** The share of one initiative, from its newest retro with a measured change. */
export function outcomeShare(bet: Pick<InitiativeFields, 'expectedChange' | 'retros'>): number | null {
  return shareOfExpected(bet.expectedChange, measuredRetro(bet)?.actualChange ?? null)
}

/** Null for too few numbers. */
function median(numbers: readonly number[]): number | null {
  if (numbers.length < CALIBRATION_LEAST) return null
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return exact((low + high) / 2)
}

/** The calibration over all initiatives. */
export function calibration(bets: readonly Pick<InitiativeFields, 'expectedChange' | 'retros'>[]): Calibration {
  const shares = bets.map(outcomeShare).filter((share) => share !== null)
  return {
    compared: shares.length,
    reached: shares.filter((share) => share >= 1).length,
    median: median(shares),
    miss: median(shares.map((share) => exact(Math.abs(share - 1)))),
  }
}
