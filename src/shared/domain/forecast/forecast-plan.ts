import type { Day } from '#shared/model/common.ts'
import type { ForecastFacts, ForecastRequirement, ForecastStage } from '#shared/model/forecast.ts'
import { differenceInDays } from '../calendar/calendar.ts'
import { createDraws, type DrawsOf, SAMPLES } from './draws.ts'
import {
  type Answer,
  type DayRange,
  forecastRequirement,
  laterOf,
  type RequirementForecast,
  rangeOf,
  waitsForGate,
} from './forecast-requirement.ts'
import { MONTH_DAYS } from './gains.ts'

/** Changes that are tried out and not saved. */
export interface WhatIf {
  /** Factor on the present hours a week. */
  factor: number
  /** Requirements left out. */
  dropped: readonly string[]
  /** Requirements postponed to the next gate; at the last gate they are left out. */
  postponed: readonly string[]
}

export const AS_IT_IS: WhatIf = { factor: 1, dropped: [], postponed: [] }

/** The state of a gate. */
export type GateState =
  | 'passed'
  /** All requirements are met; passing the gate is the person's decision. */
  | 'ready'
  /** The gate has a date. */
  | 'dated'
  /** Some requirements have no date, here or at an earlier gate: `range` is that of the others. */
  | 'partly'
  /** No requirement has a date, or the gate has no requirements. */
  | 'none'

export interface GateForecast {
  uid: string
  state: GateState
  range: DayRange | null
  /** Months from the planned day to the median, more than 0 = late; null without a range. */
  lateMonths: number | null
  requirements: RequirementForecast[]
  /** Requirements of this gate: never met at this pace, without enough data, and waiting for a gate without a date. */
  never: string[]
  noData: string[]
  waiting: string[]
  /** The requirement that is met last in most samples, null without a range. */
  last: string | null
}

/**
 * A requirement that counts only within its stage starts from nothing at the gate it is postponed to, as in the plan
 * itself.
 */
function putOff(one: ForecastRequirement): ForecastRequirement {
  const { since, history, target, minOutside, outsidePace } = one
  if (since !== 'stage' || history === null) return one
  const anew = outsidePace === null ? null : { ...outsidePace, remaining: minOutside ?? 0 }
  return { ...one, value: 0, waitsForStage: true, idleMonths: 0, remaining: target, outsidePace: anew }
}

/** Requirements of each stage with the what-if applied. */
function askedBy(stages: readonly ForecastStage[], { dropped, postponed }: WhatIf): ForecastRequirement[][] {
  const gone = new Set(dropped)
  const later = new Set(postponed)
  let moved: ForecastRequirement[] = []
  return stages.map(({ requirements }) => {
    const here = requirements.filter(({ uid }) => !gone.has(uid) && !later.has(uid))
    const asked = [...here, ...moved]
    moved = requirements.filter(({ uid }) => !gone.has(uid) && later.has(uid)).map(putOff)
    return asked
  })
}

/** The requirement that is met last in most samples. */
function lastOf(forecasts: readonly RequirementForecast[]): string | null {
  const counts = new Map<string, number>()
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    let last: RequirementForecast | null = null
    for (const one of forecasts)
      if (one.waits !== null && (one.waits[sample] ?? 0) >= (last?.waits?.[sample] ?? -1)) last = one
    if (last !== null) counts.set(last.uid, (counts.get(last.uid) ?? 0) + 1)
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first?.[0] ?? null
}

function stateOf(
  stage: ForecastStage,
  gate: RequirementForecast[],
  range: DayRange | null,
  isWhole: boolean,
): GateState {
  if (stage.passedOn !== null) return 'passed'
  if (gate.length === 0 || range === null) return 'none'
  if (!isWhole) return 'partly'
  return gate.every(({ answer }) => answer.kind === 'reached') ? 'ready' : 'dated'
}

const lateness = (range: DayRange | null, plannedEnd: Day) =>
  range === null ? null : Math.round(differenceInDays(range.median, plannedEnd) / MONTH_DAYS)

/**
 * When each gate opens at this pace. A gate opens when the last of its requirements is met, but not before the previous
 * gate. Both are computed sample by sample, so that the range of a gate is that of the whole, not that of its widest
 * part.
 */
export function forecastPlan(
  facts: ForecastFacts,
  whatIf: WhatIf = AS_IT_IS,
  drawsOf: DrawsOf = createDraws(),
): GateForecast[] {
  const asked = askedBy(facts.stages, whatIf)
  let before: Float64Array = new Float64Array(SAMPLES)
  let isWhole = true
  return facts.stages.map((stage, index): GateForecast => {
    const opening = isWhole ? before : null
    const requirements = (asked[index] ?? []).map((one) =>
      forecastRequirement(one, stage, facts, whatIf.factor, drawsOf, opening),
    )
    const uidsOf = (fits: (answer: Answer) => boolean) =>
      requirements.flatMap(({ uid, answer }) => (fits(answer) ? [uid] : []))
    const never = uidsOf(({ kind }) => kind === 'never')
    const noData = uidsOf((answer) => answer.kind === 'noData' && !waitsForGate(answer))
    const waiting = uidsOf(waitsForGate)
    const hasDate = requirements.some(({ answer }) => answer.kind === 'dated' || answer.kind === 'reached')
    if (stage.passedOn === null) {
      for (const { waits } of requirements) if (waits !== null) before = laterOf(before, waits)
      isWhole = isWhole && never.length === 0 && noData.length === 0
    }
    const range = stage.passedOn === null && hasDate ? rangeOf(facts.today, before) : null
    const state = stateOf(stage, requirements, range, isWhole)
    const lateMonths = lateness(range, stage.plannedEnd)
    return {
      uid: stage.uid,
      state,
      range,
      lateMonths,
      requirements,
      never,
      noData,
      waiting,
      last: range === null ? null : lastOf(requirements),
    }
  })
}
