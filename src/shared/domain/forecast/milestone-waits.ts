import { type Draws, LIMIT_MONTHS } from './draws.ts'

/** How much longer than planned milestones take before any of one's own is done: median of the logarithm, and its sigma. */
const TYPICAL_SLOWNESS = 0.1
const SLOWNESS_SPREAD = 0.45

/** How far one milestone is from the next of the same person: sigma of the logarithm. */
const OWN_SPREAD = 0.35

/** What one milestone says beside the next, and how many of one's own the typical slowness counts as. */
const PRIOR_MILESTONES = 2

/** A slowness further from 1 than this is a plan that was written anew, not a pace. */
const SLOWEST = 5

/** Median days that are left of what should be over, where it is late by less. */
const LEAST_WAIT_DAYS = 30

/** Days planned ahead that a slowness is measured on at least. */
const MIN_PLANNED_DAYS = 365

/**
 * How many times its planned days a milestone took, or has taken so far: both counted from the start of the plan, and from not
 * less than a year: a step of a week that took a month is three weeks late, and no sign that six years will be twenty-four.
 */
export function slownessOf(taken: number, planned: number): number {
  return Math.max(MIN_PLANNED_DAYS, taken) / Math.max(MIN_PLANNED_DAYS, planned)
}

export interface MilestoneWait {
  /** Days from the start of the plan to today. */
  age: number
  /** Days from the start of the plan to the planned day. */
  planned: number
  /** Of the milestones done: days taken by days planned, both from the start of the plan. */
  slowness: readonly number[]
  /** What-if: more pace shrinks what is late, and never brings a milestone before its planned day. */
  factor: number
}

/** How many times the planned days one sample takes: one of the own milestones, or the typical. */
function sampleSlowness(slowness: readonly number[], draws: Draws): number {
  const total = slowness.length + PRIOR_MILESTONES
  const place = Math.floor((draws.paceBlocks[0] ?? 0) * total)
  const own = slowness[place]
  // How fast a person is shows in every milestone alike, until they have some of their own.
  if (own === undefined) return Math.exp(TYPICAL_SLOWNESS - SLOWNESS_SPREAD * draws.life.person)
  return Math.exp(Math.log(Math.min(SLOWEST, Math.max(1 / SLOWEST, own))) + OWN_SPREAD * draws.pace)
}

/**
 * Days until a milestone is done, counted from today: its planned days, times how much longer than planned the milestones of this
 * plan take. One that should be over already by that takes about as long again as it is late: who has waited long will wait long.
 */
function sampleWait({ age, planned, slowness, factor }: MilestoneWait, draws: Draws): number {
  const span = Math.max(MIN_PLANNED_DAYS, planned)
  const day = planned + (sampleSlowness(slowness, draws) - 1) * span
  const wait = day > age ? day - age : Math.max(LEAST_WAIT_DAYS, age - planned) * Math.exp(draws.step)
  const onTime = Math.max(0, planned - age)
  return wait <= onTime ? wait : onTime + (wait - onTime) / factor
}

/** Months until a milestone is done, one for each sample. */
export function sampleMilestoneWaits(wait: MilestoneWait, draws: readonly Draws[], daysPerMonth: number): Float64Array {
  return Float64Array.from(draws, (one) => {
    const months = sampleWait(wait, one) / daysPerMonth
    return months < LIMIT_MONTHS ? months : Number.POSITIVE_INFINITY
  })
}
