import { differenceInDays } from '#shared/domain/calendar/calendar.ts'
import { createRandom, type Random } from '#shared/domain/chance/random.ts'
import { forecastPlan } from '#shared/domain/forecast/forecast-plan.ts'
import { type DayRange, forecastRequirement } from '#shared/domain/forecast/forecast-requirement.ts'
import { MONTH_DAYS } from '#shared/domain/forecast/gains.ts'
import type { ForecastFacts, ForecastStage } from '#shared/model/forecast.ts'
import { type Case, KINDS, type Kind, makeCase, TODAY } from './cases.ts'
import { makePace, SHAPES, type Shape } from './people.ts'

/** What one forecast came to; months. */
export interface Outcome {
  shape: Shape
  kind: Kind
  months: number
  /** Null: no date was given. */
  held: boolean | null
  width: number | null
  below: boolean | null
  never: boolean
  /** Months between what was said and what came, of the forecast and of the two naive ones. */
  error: number
  sinceStart: number
  lastMonth: number
}

/** An error is counted to this many months: a date of never is wrong, and not without end. */
const MOST = 120

const errorOf = (said: number, truth: number) => Math.min(MOST, Math.abs(said - truth))

/** The rate since the start goes on; a milestone comes on its planned day. */
function sinceStart({ requirement, allGains, remaining }: Case): number {
  if (requirement.kind === 'milestone') return remaining
  const rate = allGains.reduce((all, gain) => all + gain, 0) / Math.max(1, allGains.length)
  return rate > 0 ? remaining / rate : Number.POSITIVE_INFINITY
}

/** The last month goes on; a milestone is as late as the last one that was done. */
function lastMonth({ requirement, allGains, remaining, slowness, startDay }: Case): number {
  if (requirement.kind !== 'milestone') {
    const rate = allGains.at(-1) ?? 0
    return rate > 0 ? remaining / rate : Number.POSITIVE_INFINITY
  }
  const days = differenceInDays(requirement.plannedDay ?? TODAY, startDay)
  const age = differenceInDays(TODAY, startDay)
  return Math.max(0, days * (slowness.at(-1) ?? 1) - age) / MONTH_DAYS
}

const monthsTo = (day: string) => differenceInDays(day, TODAY) / MONTH_DAYS

const facts = ({ startDay, slowness, milestones }: Case): ForecastFacts => ({
  milestones,
  today: TODAY,
  startDay,
  stages: [],
  slowness,
  hoursPerWeek: null,
})

const stage = ({ typicalDays }: Case): ForecastStage => ({
  uid: 'stage',
  title: '',
  plannedEnd: TODAY,
  passedOn: null,
  typicalDays,
  typicalStart: 0,
  requirements: [],
})

type Judged = Pick<Outcome, 'held' | 'width' | 'below' | 'never' | 'error'>

const NO_DATE: Judged = { held: null, width: null, below: null, never: false, error: 0 }

/** Whether a range held the true day; a day more or less is the same day. */
function judgeRange({ early, median, late }: DayRange, truth: number): Judged {
  const [from, to] = [monthsTo(early), late === null ? Number.POSITIVE_INFINITY : monthsTo(late)]
  const held = truth >= from - 1 / MONTH_DAYS && truth <= to + 1 / MONTH_DAYS
  return { held, width: to - from, below: truth < from, never: false, error: errorOf(monthsTo(median), truth) }
}

/** Forecasts one case and compares with what came. */
export function judgeCase(made: Case): Omit<Outcome, 'shape' | 'kind' | 'months'> {
  const { answer } = forecastRequirement(made.requirement, stage(made), facts(made))
  const naive = { sinceStart: errorOf(sinceStart(made), made.truth), lastMonth: errorOf(lastMonth(made), made.truth) }
  if (answer.kind === 'noData' || answer.kind === 'reached') return { ...NO_DATE, ...naive }
  if (answer.kind === 'never') return { held: false, width: null, below: false, never: true, error: MOST, ...naive }
  return { ...judgeRange(answer.range, made.truth), ...naive }
}

/** Runs so many lives, the shapes and kinds in turn. */
export function runBacktest(runs: number, seed: number): Outcome[] {
  const random = createRandom(seed)
  const outcomes: Outcome[] = []
  for (let run = 0; outcomes.length < runs; run += 1) {
    const shape = SHAPES[outcomes.length % SHAPES.length] ?? 'steady'
    const kind = KINDS[Math.floor(outcomes.length / SHAPES.length) % KINDS.length] ?? 'items'
    const months = random.integer(3, 60)
    const made = makeCase(kind, { uid: `run-${seed}-${run}`, pace: makePace(shape, random), months, random })
    if (made !== null) outcomes.push({ shape, kind, months, ...judgeCase(made) })
  }
  return outcomes
}

/** What of one life a gate asks: three to eight requirements of any kind. */
function makeGate(shape: Shape, run: string, random: Random): Case[] {
  const life = { pace: makePace(shape, random), months: random.integer(3, 60), random }
  const wanted = random.integer(3, 8)
  const cases: Case[] = []
  for (let place = 0; place < wanted; place += 1) {
    const made = makeCase(random.pick(KINDS), { ...life, uid: `${run}-${place}` })
    if (made !== null) cases.push(made)
  }
  return cases
}

/** Whole gates: the truth is the day of the last requirement. Naive: the last of the naive days. */
export function runGates(runs: number, seed: number): Outcome[] {
  const random = createRandom(seed)
  const outcomes: Outcome[] = []
  for (let run = 0; outcomes.length < runs; run += 1) {
    const shape = SHAPES[outcomes.length % SHAPES.length] ?? 'steady'
    const cases = makeGate(shape, `gate-${seed}-${run}`, random)
    const [first] = cases
    if (first === undefined) continue
    const truth = Math.max(...cases.map((one) => one.truth))
    const slowness = cases.flatMap((one) => one.slowness)
    const asked = { ...stage(first), requirements: cases.map(({ requirement }) => requirement) }
    const ticked = cases.find(({ requirement }) => requirement.kind === 'milestone') ?? first
    const [gate] = forecastPlan({ ...facts(ticked), slowness, stages: [asked] })
    const months = first.allGains.length
    const last = (naive: (one: Case) => number) => errorOf(Math.max(...cases.map(naive)), truth)
    const judged = gate?.state === 'dated' && gate.range !== null ? judgeRange(gate.range, truth) : NO_DATE
    outcomes.push({
      shape,
      kind: 'milestone',
      months,
      ...judged,
      sinceStart: last(sinceStart),
      lastMonth: last(lastMonth),
    })
  }
  return outcomes
}

export interface Row {
  name: string
  runs: number
  dated: number
  coverage: number
  tooEarly: number
  never: number
  width: number
  error: number
  sinceStart: number
  lastMonth: number
}

const medianOf = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

/** One line of the table: how often the range held the truth, and the median errors of those that were given a date. */
export function summarise(name: string, outcomes: Outcome[]): Row {
  const dated = outcomes.filter(({ held }) => held !== null)
  const share = (fits: (one: Outcome) => boolean) => dated.filter(fits).length / Math.max(1, dated.length)
  return {
    name,
    runs: outcomes.length,
    dated: dated.length,
    coverage: share(({ held }) => held === true),
    tooEarly: share(({ below }) => below === true),
    never: share(({ never }) => never),
    width: medianOf(dated.flatMap(({ width }) => (width === null ? [] : [width]))),
    error: medianOf(dated.map(({ error }) => error)),
    sinceStart: medianOf(dated.map((one) => one.sinceStart)),
    lastMonth: medianOf(dated.map((one) => one.lastMonth)),
  }
}

/** All, by shape, by kind, by length of the history. */
export function tableOf(outcomes: Outcome[]): Row[] {
  const of = (name: string, fits: (one: Outcome) => boolean) => summarise(name, outcomes.filter(fits))
  return [
    of('all', () => true),
    ...SHAPES.map((shape) => of(shape, (one) => one.shape === shape)),
    ...KINDS.map((kind) => of(kind, (one) => one.kind === kind)),
    of('history of 3-6 months', ({ months }) => months <= 6),
    of('history of 7-12 months', ({ months }) => months > 6 && months <= 12),
    of('history of 13-60 months', ({ months }) => months > 12),
  ]
}
