import type { Day } from '#shared/model/common.ts'
import type { StepStatus, StepTime } from '#shared/model/step.ts'
import { addDays } from '../calendar/calendar.ts'
import { LEVEL_HOURS } from './effort.ts'

/**
 * The next best steps: what brings the present gate most readiness for an hour of work, of what fits the time there is.
 *
 *     gain of a step = sum over requirements of share * part of what it lacks that the step brings
 *     order          = gain / minutes
 *
 * `share` is the weight of a requirement in its gate, `weight / sum of weights`. All gains are parts of the readiness of the gate,
 * 0-1. Formulas, figures and what they leave out stand in docs/next-steps.md.
 */

/** Minutes that a step for each time may take; a little more than its name says. */
const ROOM: Record<StepTime, number> = { short: 45, evening: 240, month: 1200 }

/** By how much something raises the readiness of the gate, 0-1, through one of its requirements. */
export interface Gain {
  requirementUid: string
  gain: number
}

/** Something that could be done, and what so many minutes of it would bring. */
export interface Candidate {
  /** By which it is known again: what it is and of what. */
  key: string
  /** How long all of it takes. */
  minutes: number
  /** Whether a part of it is worth doing: an evening of a course. */
  isDivisible: boolean
  gainsOf(minutes: number): Gain[]
}

/**
 * A candidate as far as it fits: `partMinutes` of it, which bring `gain`, most of it for `requirementUid` and the rest for
 * `others` more; all of it brings `wholeGain`.
 */
export type Chosen<C extends Candidate> = C & {
  partMinutes: number
  gain: number
  wholeGain: number
  requirementUid: string
  others: number
}

/** What is known of an earlier step that was suggested. */
export interface EarlierStep {
  suggestedBy: string | null
  status: StepStatus
  week: Day
  endDay: Day | null
}

/** Days until a step that was done, dropped or declined is suggested again. */
const RESTS: Record<Exclude<StepStatus, 'planned'>, number> = { done: 14, dropped: 28, declined: 180 }

/** Keys of what is not suggested on a day: it is planned, was done a short while ago, or is not wanted. */
export function restingKeys(steps: readonly EarlierStep[], today: Day): Set<string> {
  const resting = steps.filter(({ status, week, endDay }) => {
    if (status === 'planned') return true
    return addDays(endDay ?? week, RESTS[status]) > today
  })
  return new Set(resting.flatMap(({ suggestedBy }) => suggestedBy ?? []))
}

/**
 * Part of a skill's requirement that an amount of work brings: `minutes` of the way from the level one has to the target, level
 * by level, each as long as `LEVEL_HOURS` says. Never more than what is lacking.
 *
 * @returns part of the whole requirement, 0-1: a target of 4 is met by 1/4 more for each level
 */
export function skillGain(level: number, target: number, minutes: number): number {
  let left = minutes
  let reached = level
  while (left > 0 && reached < target) {
    const whole = (LEVEL_HOURS[Math.floor(reached)] ?? Number.POSITIVE_INFINITY) * 60
    const part = Math.min(1, left / whole, target - reached)
    reached += part
    left -= part * whole
  }
  return target <= 0 ? 0 : (reached - level) / target
}

const sumOf = (gains: readonly Gain[]) => gains.reduce((sum, { gain }) => sum + gain, 0)

/** As much of a candidate as fits; null where none of it does, or it brings nothing. */
function partThatFits<C extends Candidate>(candidate: C, room: number): Chosen<C> | null {
  const { minutes, isDivisible } = candidate
  if (minutes > room && !isDivisible) return null
  const partMinutes = Math.min(minutes, room)
  const gains = candidate.gainsOf(partMinutes).filter(({ gain }) => gain > 0)
  const [most] = gains.toSorted((one, other) => other.gain - one.gain)
  if (most === undefined) return null
  const wholeGain = sumOf(candidate.gainsOf(minutes))
  const { requirementUid } = most
  return { ...candidate, partMinutes, gain: sumOf(gains), wholeGain, requirementUid, others: gains.length - 1 }
}

/** Gain a minute, to nine digits: what differs by less is the same, and only reckoned in another order. */
const rateOf = ({ gain, partMinutes }: Chosen<Candidate>) => Number((gain / partMinutes).toPrecision(9))

const isPart = ({ minutes, partMinutes }: Chosen<Candidate>) => partMinutes < minutes

/**
 * The `count` best of the candidates for a time, the most readiness for an hour first, and of equals what is done with it; of those
 * that are mostly for the same requirement only the best, so that they are different things to do.
 */
export function nextSteps<C extends Candidate>(candidates: readonly C[], time: StepTime, count: number): Chosen<C>[] {
  const room = ROOM[time]
  const fitting = candidates.flatMap((candidate) => partThatFits(candidate, room) ?? [])
  fitting.sort(
    (one, other) =>
      rateOf(other) - rateOf(one) ||
      Number(isPart(one)) - Number(isPart(other)) ||
      other.gain - one.gain ||
      (one.key < other.key ? -1 : 1),
  )
  const chosen: Chosen<C>[] = []
  for (const one of fitting) {
    if (chosen.length === count) break
    if (chosen.every(({ requirementUid }) => requirementUid !== one.requirementUid)) chosen.push(one)
  }
  return chosen
}
