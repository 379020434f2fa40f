import { BLOCK_MONTHS, type Draws, gammaOf, LIMIT_MONTHS, PATH_MONTHS } from './draws.ts'

/**
 * The typical pace weighs as many months as it takes to gain 0.7 of an item or level, beside the months of own data and
 * within the bounds below: a month without something that comes once a year says little.
 */
const PRIOR_STEP = 0.7
const LEAST_PRIOR_MONTHS = 3
const MOST_PRIOR_MONTHS = 9

/** Weight of a month before the last twelve, compared with one of those. */
export const EARLIER_SHARE = 0.3

/** How much a person's own pace differs from the template's typical one: sigma of the logarithm. */
const PRIOR_SPREAD = 0.55

/** Observations added to the actual ones when the certainty of the pace is estimated. */
const SURE = 1.5

/** How much of their own variation the future months keep; the rest is their mean. */
const SHAPE = 0.5

/** The input for sampling the waits of a requirement. */
export interface Pace {
  /** Gains of the past months, oldest first. */
  gains: readonly number[]
  observations: number
  /** Mean gain of the months before those, and how many recent months it counts as. */
  earlier: number
  earlierWeight: number
  /** Typical monthly gain, null = unknown. */
  typical: number | null
  /** What is still missing, more than 0. */
  remaining: number
  /** Number of random steps in which the rest is gained: items one by one, a metric smoothly. */
  steps: number
  /** True for a level: an assessment is a whole number, so the progress beyond it is unknown. */
  isWhole: boolean
  /** What-if: factor on the present pace. */
  factor: number
}

/**
 * How many months the typical pace counts as: the time it takes to gain a step, within bounds; 0 without a typical
 * pace.
 */
export function typicalWeight(typical: number | null): number {
  return typical === null || typical <= 0
    ? 0
    : Math.min(MOST_PRIOR_MONTHS, Math.max(LEAST_PRIOR_MONTHS, PRIOR_STEP / typical))
}

/**
 * Mean monthly gain in one sample: blocks of the past, drawn with replacement, combined with the earlier and the
 * typical pace.
 */
function sampleMean(pace: Pace, draws: Draws): number {
  const { gains, observations } = pace
  const months = gains.length
  let sum = 0
  let count = 0
  for (let place = 0; count < months; place += 1) {
    const from = Math.floor((draws.paceBlocks[place] ?? 0) * months)
    for (let step = 0; step < BLOCK_MONTHS && count < months; step += 1, count += 1)
      sum += gains[(from + step) % months] ?? 0
  }
  const sure = observations + SURE
  const own = ((sum + pace.earlier * pace.earlierWeight) * gammaOf(sure, draws.pace)) / sure
  const prior = typicalWeight(pace.typical)
  const typical = (pace.typical ?? 0) * Math.exp(PRIOR_SPREAD * draws.life.person)
  const weight = months + pace.earlierWeight + prior
  return weight === 0 ? 0 : (own + prior * typical) / weight
}

/** The past month that stands for a future one: the year in its order, or its blocks in any order. */
function monthAt(draws: Draws, month: number, months: number): number {
  if (months === 12 && draws.repeats < 0.5) return month % 12
  const from = Math.floor((draws.pathBlocks[Math.floor(month / BLOCK_MONTHS)] ?? 0) * months)
  return (from + (month % BLOCK_MONTHS)) % months
}

/** The past months, mixed with the earlier and the typical pace by their weights. */
function shapedMonths({ gains, earlier, earlierWeight, typical }: Pace): number[] {
  const prior = typicalWeight(typical)
  const beside = earlier * earlierWeight + prior * (typical ?? 0)
  return gains.map((own) => (own * gains.length + beside) / (gains.length + earlierWeight + prior))
}

/** Months after the end of the sampled path: the pace continues at its mean. */
function waitBeyond(lacking: number, gain: number): number {
  const wait = PATH_MONTHS + Math.max(0, lacking) / gain
  return gain > 0 && wait < LIMIT_MONTHS ? wait : Number.POSITIVE_INFINITY
}

/** Months until one sample has gained what is missing; Infinity = not within 40 years. */
function sampleWait(pace: Pace, shaped: readonly number[], draws: Draws): number {
  const { remaining, steps, isWhole, factor } = pace
  const mean = sampleMean(pace, draws)
  const lacking = isWhole ? remaining - 1 + draws.place : remaining
  const wanted = ((gammaOf(steps, draws.step) / steps) * lacking) / factor
  let life = 1
  let turn = 0
  let reached = 0
  for (let month = 0; month < PATH_MONTHS; month += 1) {
    const next = draws.life.turns[turn]
    if (next !== undefined && month >= next.month) {
      life *= next.factor
      turn += 1
    }
    const like = shaped.length === 0 ? mean : (shaped[monthAt(draws, month, shaped.length)] ?? 0)
    const gain = life * ((1 - SHAPE) * mean + SHAPE * like)
    if (gain > 0 && reached + gain >= wanted) return month + Math.max(0, wanted - reached) / gain
    reached += gain
  }
  const like = shaped.length === 0 ? mean : shaped.reduce((sum, gain) => sum + gain, 0) / shaped.length
  return waitBeyond(wanted - reached, life * ((1 - SHAPE) * mean + SHAPE * like))
}

/** Months until what is missing is gained, one per sample. */
export function sampleWaits(pace: Pace, draws: readonly Draws[]): Float64Array {
  const shaped = shapedMonths(pace)
  return Float64Array.from(draws, (one) => sampleWait(pace, shaped, one))
}
