import type { Day } from '#shared/model/common.ts'
import {
  FORECAST_MONTHS,
  type ForecastFacts,
  type ForecastRequirement,
  type ForecastStage,
  type PaceHistory,
} from '#shared/model/forecast.ts'
import { addDays, addMonths, differenceInDays } from '../calendar/calendar.ts'
import { createDraws, type DrawsOf } from './draws.ts'
import { MONTH_DAYS } from './gains.ts'
import { sampleMilestoneWaits } from './milestone-waits.ts'
import { EARLIER_SHARE, type Pace, sampleWaits, typicalWeight } from './pace-waits.ts'

/**
 * Months without a gain after which standing still is treated as a pace and not as missing data. For levels there are
 * more, because they move in whole steps.
 */
const STILL_MONTHS = 6
const STILL_LEVEL_MONTHS = 9

const stillMonths = (kind: ForecastRequirement['kind']) => (kind === 'skill' ? STILL_LEVEL_MONTHS : STILL_MONTHS)

/** Months of own data required for a pace if the template has no typical one. */
export const OWN_MONTHS = 3

/**
 * The day of a forecast: in half of the samples by `median`, in a tenth by `early`, in nine tenths by `late` (null =
 * after 40 years).
 */
export interface DayRange {
  early: Day
  median: Day
  late: Day | null
}

/** What would be needed for a date. */
export type Lack =
  /** Time: three months of history. */
  | { kind: 'time'; day: Day }
  /** A first item that counts, or enough months without one. */
  | { kind: 'item'; day: Day }
  /** The skill was never assessed. */
  | { kind: 'rating' }
  /** Too few assessments for a pace, or the newest is too old. */
  | { kind: 'ratingAgain' }
  | { kind: 'value' }
  | { kind: 'valueAgain' }
  /** A date of the previous gate: the requirement waits for its stage. */
  | { kind: 'gate' }

export type Answer =
  | { kind: 'reached' }
  | { kind: 'dated'; range: DayRange }
  /** `still`: no gain in the months counted; `back`: it went backwards; `far`: not within 40 years. */
  | { kind: 'never'; why: 'still' | 'back' | 'far' }
  | { kind: 'noData'; lack: Lack }

/** True if there is no date only because the previous gate has none. */
export const waitsForGate = (answer: Answer) => answer.kind === 'noData' && answer.lack.kind === 'gate'

/** The basis of the answer, for the explanation. */
export interface Reason {
  /** Months of own data, and the mean monthly gain in them. */
  months: number
  monthly: number
  observations: number
  /** Mean monthly gain before those, and its share in the pace. */
  earlier: number
  earlierShare: number
  /** Monthly gain by the template, null = it has none; and its share in the pace, 0-1. */
  typical: number | null
  typicalShare: number
  /** What is still missing for this pace; `isOutside`: the pace of items visible outside the company only. */
  remaining: number
  isOutside: boolean
}

export interface RequirementForecast {
  uid: string
  answer: Answer
  /** Null for a milestone, and for a met requirement. */
  reason: Reason | null
  /** Months from today, one per sample; null without a date. */
  waits: Float64Array | null
}

/** The day by which this share of the samples is done; null = not within 40 years. */
function dayAt(today: Day, sorted: Float64Array, share: number): Day | null {
  const months = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.POSITIVE_INFINITY
  if (!Number.isFinite(months) || Number(today.slice(0, 4)) + months / 12 > 2198) return null
  return addDays(today, Math.ceil(months * MONTH_DAYS))
}

/** The range of the samples; null if half of them are never done. */
export function rangeOf(today: Day, waits: Float64Array): DayRange | null {
  const sorted = waits.toSorted()
  const [early, median, late] = [0.1, 0.5, 0.9].map((share) => dayAt(today, sorted, share))
  return early == null || median == null ? null : { early, median, late: late ?? null }
}

/**
 * The last requirement decides when a gate opens, so the others are met earlier: a single requirement gets this share
 * of the template's time for the gate.
 */
export const TYPICAL_LEAD = 0.7

/**
 * Monthly gain if the template's time is kept: the whole target, divided by the months from the start of the plan to
 * the gate, or from the beginning of the stage if only items done in it count.
 */
function typicalGain(
  requirement: ForecastRequirement,
  { start }: PaceHistory,
  { typicalDays, typicalStart }: ForecastStage,
): number | null {
  if (typicalDays === null || requirement.target === null || start === null) return null
  const whole = Math.abs(requirement.target - start)
  const days = requirement.since === 'stage' ? Math.max(1, typicalDays - typicalStart) : typicalDays
  return whole === 0 ? null : (whole * MONTH_DAYS) / (days * TYPICAL_LEAD)
}

function reasonOf(
  { gains, observations, earlierGain, earlierMonths }: PaceHistory,
  typical: number | null,
): Omit<Reason, 'remaining' | 'isOutside'> {
  const months = gains.length
  const weight = earlierMonths * EARLIER_SHARE
  const prior = typicalWeight(typical)
  const whole = Math.max(1, months + weight + prior)
  return {
    months,
    monthly: months === 0 ? 0 : gains.reduce((all, gain) => all + gain, 0) / months,
    observations,
    earlier: earlierMonths === 0 ? 0 : earlierGain / earlierMonths,
    earlierShare: weight / whole,
    typical,
    typicalShare: prior / whole,
  }
}

/** Months that show standing still; months before anything could count are left out. */
const stoodMonths = ({ idleMonths }: ForecastRequirement, months: number) => Math.min(months, idleMonths ?? months)

/** What is missing for a date, null = nothing. */
function lackOf(requirement: ForecastRequirement, reason: Reason, today: Day): Lack | null {
  const { kind, current } = requirement
  const { months, monthly, typical } = reason
  if (kind === 'skill' && current === null && typical === null) return { kind: 'rating' }
  if (kind === 'metric' && current === null && typical === null) return { kind: 'value' }
  if (typical !== null) return null
  const stood = stoodMonths(requirement, months)
  const isStill = monthly === 0 && stood < stillMonths(kind)
  if (kind === 'skill' || kind === 'metric') {
    // Their months end with the newest assessment or value, so passing time adds none.
    if (months >= OWN_MONTHS && !isStill) return null
    return { kind: kind === 'skill' ? 'ratingAgain' : 'valueAgain' }
  }
  if (months < OWN_MONTHS) return { kind: 'time', day: addMonths(today, OWN_MONTHS - months) }
  return isStill ? { kind: 'item', day: addMonths(today, stillMonths(kind) - stood) } : null
}

/**
 * Items come in clusters of this size rather than one by one: three courses of one programme, two talks in one autumn.
 */
const CLUSTER = 2

/** Number of random steps in which the rest is gained: counted items in few steps, levels and metrics more smoothly. */
function stepsOf({ kind }: ForecastRequirement, remaining: number): number {
  return kind === 'skill' ? 1 + 2 * remaining : kind === 'metric' ? 20 : remaining / CLUSTER
}

/**
 * Whether nothing was gained for so long that this is the pace. A level moves in whole steps, often a year apart, so
 * for levels the earlier months must show the same. If the template expects steps less often, standing still begins
 * only after one was due.
 */
function standsStill(requirement: ForecastRequirement, { months, monthly, earlier, typical }: Reason): boolean {
  const { kind } = requirement
  const stood = stoodMonths(requirement, months)
  const due = typical === null ? 0 : Math.min(FORECAST_MONTHS, 1 / typical)
  if (monthly === 0 && stood < due) return false
  return stood >= stillMonths(kind) && monthly <= 0 && (kind !== 'skill' || earlier <= 0)
}

interface Asked {
  today: Day
  factor: number
  drawsOf: DrawsOf
}

function forecastPace(
  requirement: ForecastRequirement,
  { history, isOutside }: { history: PaceHistory; isOutside: boolean },
  stage: ForecastStage,
  { today, factor, drawsOf }: Asked,
): RequirementForecast {
  const { uid, kind } = requirement
  const remaining = requirement.remaining ?? Math.abs((requirement.target ?? 0) - (history.start ?? 0))
  const reason = { ...reasonOf(history, typicalGain(requirement, history, stage)), remaining, isOutside }
  const lack = lackOf(requirement, reason, today)
  if (lack !== null) return { uid, answer: { kind: 'noData', lack }, reason, waits: null }
  if (standsStill(requirement, reason)) {
    const why = reason.monthly < 0 ? 'back' : 'still'
    return { uid, answer: { kind: 'never', why }, reason, waits: null }
  }
  const pace: Pace = {
    gains: history.gains,
    observations: history.observations,
    earlier: reason.earlier,
    earlierWeight: history.earlierMonths * EARLIER_SHARE,
    typical: reason.typical,
    remaining,
    steps: stepsOf(requirement, remaining),
    isWhole: kind === 'skill',
    factor: kind === 'metric' ? 1 : factor,
  }
  return dated(uid, sampleWaits(pace, drawsOf(uid)), reason, today)
}

function dated(uid: string, waits: Float64Array, reason: Reason | null, today: Day): RequirementForecast {
  const range = rangeOf(today, waits)
  const why = reason !== null && reason.monthly < 0 ? 'back' : 'far'
  if (range === null) return { uid, answer: { kind: 'never', why }, reason, waits: null }
  return { uid, answer: { kind: 'dated', range }, reason, waits }
}

/**
 * A milestone: as late as other milestones. If none was done lately although some are overdue, standing still is the
 * pace.
 */
function forecastMilestone(
  { uid, plannedDay }: ForecastRequirement,
  { startDay, slowness, milestones }: ForecastFacts,
  { today, factor, drawsOf }: Asked,
): RequirementForecast {
  const start = startDay ?? today
  const age = differenceInDays(today, start)
  if (age >= STILL_MONTHS * MONTH_DAYS && milestones.doneLately === 0 && milestones.overdue > 1)
    return { uid, answer: { kind: 'never', why: 'still' }, reason: null, waits: null }
  const wait = { age, planned: differenceInDays(plannedDay ?? today, start), slowness, factor }
  return dated(uid, sampleMilestoneWaits(wait, drawsOf(uid), MONTH_DAYS), null, today)
}

/** The paces a requirement depends on: of all counting items, and of those that must be visible outside the company. */
function forecastPaces(
  requirement: ForecastRequirement,
  history: PaceHistory,
  stage: ForecastStage,
  asked: Asked,
): RequirementForecast {
  const { outsidePace, minOutside, remaining } = requirement
  const all = () => forecastPace(requirement, { history, isOutside: false }, stage, asked)
  if (outsidePace === null || outsidePace.remaining === 0) return all()
  const ofOutside = { ...requirement, target: minOutside, remaining: outsidePace.remaining }
  const outside = forecastPace(ofOutside, { history: outsidePace.history, isOutside: true }, stage, asked)
  if (remaining === 0) return outside
  return laterForecast(all(), outside, asked.today)
}

/**
 * The forecast of two paces that must both be reached: without a date if one has none, else the later of the two,
 * sample by sample.
 */
function laterForecast(one: RequirementForecast, other: RequirementForecast, today: Day): RequirementForecast {
  if (one.waits === null || one.answer.kind !== 'dated') return one
  if (other.waits === null || other.answer.kind !== 'dated') return other
  const reason = one.answer.range.median > other.answer.range.median ? one.reason : other.reason
  return dated(one.uid, laterOf(one.waits, other.waits), reason, today)
}

/** The later of two waits, sample by sample. */
export function laterOf(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((wait, sample) => Math.max(wait, other[sample] ?? 0))
}

/** Moves what a lack of items asks for behind the opening of the previous gate, because nothing counts before it. */
function afterOpening(answer: Answer, opening: Float64Array, today: Day): Answer {
  const opens = rangeOf(today, opening)
  if (answer.kind !== 'noData' || answer.lack.kind !== 'item' || opens === null) return answer
  const day = addDays(answer.lack.day, differenceInDays(opens.median, today))
  return { kind: 'noData', lack: { kind: 'item', day } }
}

/**
 * When one requirement is met at this pace. If the rules of readiness say it is met, the answer is `reached`. `factor`
 * is the what-if, a factor on the present hours. It affects what depends on hours: items, levels, the delay of
 * milestones; a metric is not only the person's own work. `opening` is when the previous gate opens, one wait per
 * sample: a requirement that waits for its stage counts from then on. If it is null, that gate has no date, and neither
 * has such a requirement.
 */
export function forecastRequirement(
  requirement: ForecastRequirement,
  stage: ForecastStage,
  facts: ForecastFacts,
  factor = 1,
  drawsOf: DrawsOf = createDraws(),
  opening: Float64Array | null = null,
): RequirementForecast {
  const { uid, value, history, waitsForStage } = requirement
  if (value >= 1) return { uid, answer: { kind: 'reached' }, reason: null, waits: null }
  if (waitsForStage && opening === null)
    return { uid, answer: { kind: 'noData', lack: { kind: 'gate' } }, reason: null, waits: null }
  const asked = { today: facts.today, factor, drawsOf }
  if (history === null) return forecastMilestone(requirement, facts, asked)
  const found = forecastPaces(requirement, history, stage, asked)
  if (!waitsForStage || opening === null) return found
  if (found.waits === null) return { ...found, answer: afterOpening(found.answer, opening, facts.today) }
  const waits = found.waits.map((wait, sample) => wait + (opening[sample] ?? 0))
  return dated(uid, waits, found.reason, facts.today)
}
