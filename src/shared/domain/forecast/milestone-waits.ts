import { type Draws, LIMIT_MONTHS } from './draws.ts'

/**
 * How much longer than planned milestones take as long as none of the person's own is done: median of the logarithm,
 * and its sigma.
 */
const TYPICAL_SLOWNESS = 0.1
const SLOWNESS_SPREAD = 0.45

/** Variation between milestones of the same person: sigma of the logarithm. */
const OWN_SPREAD = 0.35

/** How many own milestones the typical slowness counts as. */
const PRIOR_MILESTONES = 2

/** A slowness further from 1 than this comes from a rewritten plan and is not a pace. */
const SLOWEST = 5

/** Least median of the remaining days of a milestone that should be done already. */
const LEAST_WAIT_DAYS = 30

/** Planned days on which a slowness is measured at least. */
const MIN_PLANNED_DAYS = 365

/**
 * How many times its planned days a milestone took, or has taken so far. Both are counted from the start of the plan,
 * and as at least a year: a step of a week that took a month is three weeks late, and does not mean that six years will
 * become twenty-four.
 */
export function slownessOf(taken: number, planned: number): number {
  return Math.max(MIN_PLANNED_DAYS, taken) / Math.max(MIN_PLANNED_DAYS, planned)
}

export interface MilestoneWait {
  /** Days from the start of the plan to today. */
  age: number
  /** Days from the start of the plan to the planned day. */
  planned: number
  /** For each milestone done: days taken divided by days planned, both from the start of the plan. */
  slowness: readonly number[]
  /** What-if: a higher pace shortens the delay, but never moves a milestone before its planned day. */
  factor: number
}

/** The slowness in one sample: that of an own milestone, or the typical one. */
function sampleSlowness(slowness: readonly number[], draws: Draws): number {
  const total = slowness.length + PRIOR_MILESTONES
  const place = Math.floor((draws.paceBlocks[0] ?? 0) * total)
  const own = slowness[place]
  // Until the person has own milestones, their personal speed affects all milestones alike.
  if (own === undefined) return Math.exp(TYPICAL_SLOWNESS - SLOWNESS_SPREAD * draws.life.person)
  return Math.exp(Math.log(Math.min(SLOWEST, Math.max(1 / SLOWEST, own))) + OWN_SPREAD * draws.pace)
}

/**
 * Days from today until a milestone is done: its planned days, times the slowness of this plan's milestones. A
 * milestone that should be done by then takes about as long again as it is late: a long wait so far means a long wait
 * ahead.
 */
function sampleWait({ age, planned, slowness, factor }: MilestoneWait, draws: Draws): number {
  const span = Math.max(MIN_PLANNED_DAYS, planned)
  const day = planned + (sampleSlowness(slowness, draws) - 1) * span
  const wait = day > age ? day - age : Math.max(LEAST_WAIT_DAYS, age - planned) * Math.exp(draws.step)
  const onTime = Math.max(0, planned - age)
  return wait <= onTime ? wait : onTime + (wait - onTime) / factor
}

/** Months until a milestone is done, one per sample. */
export function sampleMilestoneWaits(wait: MilestoneWait, draws: readonly Draws[], daysPerMonth: number): Float64Array {
  return Float64Array.from(draws, (one) => {
    const months = sampleWait(wait, one) / daysPerMonth
    return months < LIMIT_MONTHS ? months : Number.POSITIVE_INFINITY
  })
}
