import { BLOCK_MONTHS, type Draws, gammaOf, LIMIT_MONTHS, PATH_MONTHS } from './draws.ts'

/**
 * The typical pace counts as the months it takes to bring 0.7 of an item or a level, beside the months of one's own: a month without
 * a thing that comes once a year says little.
 */
const PRIOR_STEP = 0.7
const LEAST_PRIOR_MONTHS = 3
const MOST_PRIOR_MONTHS = 9

/** How much a month before the last twelve counts, beside one of them. */
export const EARLIER_SHARE = 0.3

/** How far a typical pace of a template is from anybody's own: sigma of the logarithm. */
const PRIOR_SPREAD = 0.55

/** Observations the pace is taken to rest on beside those there are. */
const SURE = 1.5

/** How much of the months' own shape the coming months keep; the rest is their mean. */
const SHAPE = 0.5

/** What the waits of a requirement are sampled from. */
export interface Pace {
  /** Gains of the past months, oldest first. */
  gains: readonly number[]
  observations: number
  /** Mean gain of the months before those, and how many months of now it counts as. */
  earlier: number
  earlierWeight: number
  /** Typical gain of a month, null = none is known. */
  typical: number | null
  /** What is still lacking, more than 0. */
  remaining: number
  /** In how many steps of luck what is lacking comes: items one by one, a metric smoothly. */
  steps: number
  /** True for a level: a rating is a whole number, and how far beyond it one is nobody sees. */
  isWhole: boolean
  /** What-if: times the pace of now. */
  factor: number
}

/** How many months the typical pace counts as: as many as it takes to bring a step, within bounds; 0 without one. */
export function typicalWeight(typical: number | null): number {
  return typical === null || typical <= 0
    ? 0
    : Math.min(MOST_PRIOR_MONTHS, Math.max(LEAST_PRIOR_MONTHS, PRIOR_STEP / typical))
}

/** Mean gain of a month in one sample: blocks of the past, drawn with putting back, and what stands beside them. */
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

/** Which month of the past stands for one to come: the year as it was, or its blocks in any order. */
function monthAt(draws: Draws, month: number, months: number): number {
  if (months === 12 && draws.repeats < 0.5) return month % 12
  const from = Math.floor((draws.pathBlocks[Math.floor(month / BLOCK_MONTHS)] ?? 0) * months)
  return (from + (month % BLOCK_MONTHS)) % months
}

/** The past months with the months before and the typical pace mixed in, as much as they count. */
function shapedMonths({ gains, earlier, earlierWeight, typical }: Pace): number[] {
  const prior = typicalWeight(typical)
  const beside = earlier * earlierWeight + prior * (typical ?? 0)
  return gains.map((own) => (own * gains.length + beside) / (gains.length + earlierWeight + prior))
}

/** Months from the end of the path on: it goes on at its mean, as no month so far away has a shape. */
function waitBeyond(lacking: number, gain: number): number {
  const wait = PATH_MONTHS + Math.max(0, lacking) / gain
  return gain > 0 && wait < LIMIT_MONTHS ? wait : Number.POSITIVE_INFINITY
}

/** Months until one sample has gained what is lacking; Infinity = not within 40 years. */
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

/** Months until what is lacking is there, one for each sample. */
export function sampleWaits(pace: Pace, draws: readonly Draws[]): Float64Array {
  const shaped = shapedMonths(pace)
  return Float64Array.from(draws, (one) => sampleWait(pace, shaped, one))
}
