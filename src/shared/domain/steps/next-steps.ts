import type { Day } from '#shared/model/common.ts'
import type { StepStatus, StepTime } from '#shared/model/step.ts'
import { addDays } from '../calendar/calendar.ts'
import { LEVEL_HOURS } from './effort.ts'

/**
 * The next best steps: those that add the most readiness to the present gate per hour of work, among those that fit the
 * available time.
 *
 *     gain of a step = sum over requirements of share * part of what is missing that the step adds
 *     order          = gain / minutes
 *
 * `share` is the weight of a requirement in its gate, `weight / sum of weights`. All gains are parts of the readiness
 * of the gate, 0-1. Formulas, figures and limitations are in docs/next-steps.md.
 */

/** Minutes that a step may take for each available time; a little more than the name says. */
const ROOM: Record<StepTime, number> = { short: 45, evening: 240, month: 1200 }

/** How much an activity raises the readiness of the gate, 0-1, through one of its requirements. */
export interface Gain {
  requirementUid: string
  gain: number
}

/** A possible activity, and the gains from a number of minutes of it. */
export interface Candidate {
  /** Its identity: what to do and with what. */
  key: string
  /** Minutes of the whole. */
  minutes: number
  /** Whether a part of it is worth doing: an evening of a course. */
  isDivisible: boolean
  gainsOf(minutes: number): Gain[]
}

/**
 * The part of a candidate that fits: `partMinutes` of it add `gain`, most of it for `requirementUid` and the rest for
 * `others` more requirements; all of it adds `wholeGain`.
 */
export type Chosen<C extends Candidate> = C & {
  partMinutes: number
  gain: number
  wholeGain: number
  requirementUid: string
  others: number
}

/** Facts of an earlier step that came from a suggestion. */
export interface EarlierStep {
  suggestedBy: string | null
  status: StepStatus
  week: Day
  endDay: Day | null
}

/** Days until a step that was done, dropped or declined is suggested again. */
const RESTS: Record<Exclude<StepStatus, 'planned'>, number> = { done: 14, dropped: 28, declined: 180 }

/** Keys that are not suggested on a day: planned, done recently, or declined. */
export function restingKeys(steps: readonly EarlierStep[], today: Day): Set<string> {
  const resting = steps.filter(({ status, week, endDay }) => {
    if (status === 'planned') return true
    return addDays(endDay ?? week, RESTS[status]) > today
  })
  return new Set(resting.flatMap(({ suggestedBy }) => suggestedBy ?? []))
}

/**
 * The part of a skill's requirement that an amount of work adds: `minutes` on the way from the present level to the
 * target, level by level, by `LEVEL_HOURS`. Never more than what is missing.
 *
 * @returns part of the whole requirement, 0-1: with a target of 4 each level adds 1/4
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

/** The part of a candidate that fits; null if none does, or it adds nothing. */
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

/** Gain per minute, to nine digits: smaller differences come only from the order of floating-point operations. */
const rateOf = ({ gain, partMinutes }: Chosen<Candidate>) => Number((gain / partMinutes).toPrecision(9))

const isPart = ({ minutes, partMinutes }: Chosen<Candidate>) => partMinutes < minutes

/**
 * The `count` best candidates for a time, the most readiness per hour first; among equals complete activities first. Of
 * candidates that are mostly for the same requirement only the best is taken, so that the steps are different.
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
