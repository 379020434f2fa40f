import type { Day } from '#shared/model/common.ts'
import { type InitiativeFields, RETRO_AFTER, type Retro, type RetroAfter } from '#shared/model/initiative.ts'
import type { DatedValue } from '#shared/model/metric.ts'
import { addDays, differenceInDays } from '../calendar/calendar.ts'
import { finishOf } from '../calendar/done.ts'

/** For so many days after it was due a retro is asked for; whoever has not held it by then will not. It stays offered. */
const ASKED_DAYS = 180

/** Fewer compared expectations than this say nothing about the next one. */
export const CALIBRATION_LEAST = 3

type Bet = Pick<InitiativeFields, 'status' | 'endDay' | 'retros'>

/** One of the three retros of an initiative. */
export interface RetroPlace {
  after: RetroAfter
  /** The day it is due; null where the initiative has no last day. */
  day: Day | null
  /** What came of it; null = not recorded. */
  retro: Retro | null
  /** The initiative is done and the day has come, so that it can be recorded. */
  isOpen: boolean
}

/** The three retros of an initiative, as they stand on a day. */
export function retroPlaces(bet: Bet, today: Day): RetroPlace[] {
  const isDone = finishOf(bet, today) === 'done'
  return RETRO_AFTER.map((after) => {
    const day = bet.endDay === null ? null : addDays(bet.endDay, after)
    const retro = bet.retros.find((one) => one.after === after) ?? null
    return { after, day, retro, isOpen: isDone && retro === null && day !== null && day <= today }
  })
}

/**
 * The retro that is asked for: the newest one whose day has come, unless it or a later one is recorded. One that was skipped is offered
 * (`isOpen`) and not asked for any more.
 */
export function dueRetro(bet: Bet, today: Day): { after: RetroAfter; day: Day } | null {
  const places = retroPlaces(bet, today)
  const newest = places.findLast(({ isOpen, retro }) => isOpen || retro !== null)
  if (newest === undefined || !newest.isOpen || newest.day === null) return null
  return differenceInDays(today, newest.day) > ASKED_DAYS ? null : { after: newest.after, day: newest.day }
}

/** Retros in the order of their places. */
export const inOrder = (retros: readonly Retro[]): Retro[] => retros.toSorted((one, other) => one.after - other.after)

/** The retro that was held last, by its place; null = none. */
export const newestRetro = ({ retros }: Pick<Bet, 'retros'>): Retro | null => inOrder(retros).at(-1) ?? null

/** The retros with this one in its place. */
export const withRetro = (retros: Retro[], retro: Retro): Retro[] =>
  inOrder([...withoutRetro(retros, retro.after), retro])

/** The retros without one of them. */
export const withoutRetro = (retros: Retro[], after: RetroAfter): Retro[] => retros.filter((one) => one.after !== after)

/** From which value to which a metric went. */
export interface MeasuredChange {
  from: DatedValue
  to: DatedValue
  change: number
}

/** Differences of decimals without the noise of binary ones. */
const exact = (value: number) => Number(value.toPrecision(12))

/**
 * What a series says an initiative has changed by a day: from the newest value of its first day (of its last one, where the first is
 * not known) to the newest of that day. Null where there is no value before, or none since: that nothing was measured is not that
 * nothing changed.
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
 * What came of an expectation: 1 = as much as expected, 0.5 = half, below 0 = it went the other way. Both numbers have their signs, so where
 * less is wanted less is more. Null where either is unknown, or nothing was to change.
 */
export function shareOfExpected(expected: number | null, actual: number | null): number | null {
  if (expected === null || actual === null || expected === 0) return null
  return actual === 0 ? 0 : exact(actual / expected)
}

/** How far expectations held. */
interface Calibration {
  /** Initiatives with an expected and a measured change: each counts once, by its newest retro that has a number. */
  compared: number
  /** Of those: moved the metric at least as far as expected. */
  reached: number
  /** Half of them moved it by no more than this share of what was expected; null below `CALIBRATION_LEAST`. */
  median: number | null
}

/** What the share of one initiative is, by its newest retro with a measured change. */
export function outcomeShare({
  expectedChange,
  retros,
}: Pick<InitiativeFields, 'expectedChange' | 'retros'>): number | null {
  const measured = newestRetro({ retros: retros.filter(({ actualChange }) => actualChange !== null) })
  return shareOfExpected(expectedChange, measured?.actualChange ?? null)
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return exact((low + high) / 2)
}

/** How far expectations held, over all there are. */
export function calibration(bets: readonly Pick<InitiativeFields, 'expectedChange' | 'retros'>[]): Calibration {
  const shares = bets.map(outcomeShare).filter((share) => share !== null)
  const sorted = shares.sort((one, other) => one - other)
  return {
    compared: sorted.length,
    reached: sorted.filter((share) => share >= 1).length,
    median: sorted.length < CALIBRATION_LEAST ? null : median(sorted),
  }
}
