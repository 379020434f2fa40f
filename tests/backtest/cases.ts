import { addDays, addMonths, differenceInDays } from '#shared/domain/calendar/calendar.ts'
import { drawNormal, type Random } from '#shared/domain/chance/random.ts'
import { TYPICAL_LEAD } from '#shared/domain/forecast/forecast-requirement.ts'
import { MONTH_DAYS, paceGains } from '#shared/domain/forecast/gains.ts'
import { slownessOf } from '#shared/domain/forecast/milestone-waits.ts'
import { EARLIER_MONTHS, FORECAST_MONTHS, type ForecastRequirement, type PaceHistory } from '#shared/model/forecast.ts'
import { blankForecast } from '../fixtures/blank-requirement.ts'
import { between, LIFE, poisson } from './people.ts'

export const KINDS = ['items', 'level', 'metric', 'milestone'] as const
export type Kind = (typeof KINDS)[number]

/** The day everything is forecast on; histories lie before it. */
export const TODAY = '2026-11-27'

/** What a forecaster may know on that day, and what nobody knew. */
export interface Case {
  requirement: ForecastRequirement
  typicalDays: number | null
  startDay: string
  slowness: number[]
  milestones: { doneLately: number; overdue: number }
  /** Gains of all months since the start, oldest first, for the naive forecasts. */
  allGains: number[]
  remaining: number
  /** Months from today to the true day; Infinity = not in a life. */
  truth: number
}

/** What a case is made from: a person, watched for so many months. */
export interface Life {
  uid: string
  pace: readonly number[]
  months: number
  random: Random
}

const NO_MILESTONES = { doneLately: 0, overdue: 0 }

const startOf = (months: number) => addMonths(TODAY, -months)

/** Days the template gives, in the light of what this person truly needs: right in the middle, for nobody alone. */
const typicalOf = (wholeMonths: number, random: Random): number | null =>
  random.chance(0.5)
    ? Math.max(1, Math.round(((wholeMonths * MONTH_DAYS) / TYPICAL_LEAD) * Math.exp(0.5 * drawNormal(random))))
    : null

/** Month and part of it after `from` in which the sums reach `wanted`. */
function crossing(steps: readonly number[], from: number, wanted: number): number {
  let sum = 0
  for (let month = from; month < steps.length; month += 1) {
    const step = steps[month] ?? 0
    if (sum + step >= wanted) return month - from + (step > 0 ? (wanted - sum) / step : 0)
    sum += step
  }
  return Number.POSITIVE_INFINITY
}

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)

function itemHistory(counts: readonly number[]): PaceHistory {
  const gains = counts.slice(-FORECAST_MONTHS)
  const earlier = counts.slice(0, -FORECAST_MONTHS).slice(-EARLIER_MONTHS)
  return { gains, observations: sum(gains), earlierGain: sum(earlier), earlierMonths: earlier.length, start: 0 }
}

/** Items that come one by one: courses, achievements, mentoring hours. */
function itemsCase({ uid, pace, months, random }: Life): Case {
  const rate = Math.exp(between(random, Math.log(0.2), Math.log(4)))
  const counts = pace.map((now) => poisson(random, rate * now))
  const known = counts.slice(0, months)
  const remaining = Math.max(1, Math.round(rate * between(random, 2, 36)))
  const current = sum(known)
  const target = current + remaining
  const wait = crossing(counts, months, remaining)
  return {
    requirement: {
      ...blankForecast,
      uid,
      kind: 'evidence',
      evidenceKind: 'learning',
      current,
      target,
      remaining,
      history: itemHistory(known),
    },
    typicalDays: typicalOf(target / rate, random),
    startDay: startOf(months),
    slowness: [],
    milestones: NO_MILESTONES,
    allGains: known,
    remaining,
    truth: wait,
  }
}

/** A level that grows without being seen, and is rated every few months as the whole number one believes in. */
function levelCase({ uid, pace, months, random }: Life): Case {
  const rate = Math.exp(between(random, Math.log(0.03), Math.log(0.12)))
  const steps = pace.map((now) => rate * now * Math.exp(0.3 * drawNormal(random)))
  let ability = between(random, 0, 2)
  const first = Math.floor(ability)
  const every = random.integer(3, 12)
  const ratings: { day: string; value: number }[] = []
  for (let month = 0; month <= months; month += 1) {
    if (month > 0) ability += steps[month - 1] ?? 0
    if (month % every === 0 || month === months - random.integer(0, 2))
      ratings.push({
        day: addMonths(startOf(months), month),
        value: Math.max(first, Math.floor(ability + 0.2 * drawNormal(random))),
      })
  }
  const current = ratings.at(-1)?.value ?? 0
  const target = current + random.integer(1, 2)
  const history = paceGains(ratings, TODAY, 'up')
  return {
    requirement: {
      ...blankForecast,
      uid,
      kind: 'skill',
      current,
      target,
      remaining: target - current,
      history: { ...history, start: first },
    },
    typicalDays: typicalOf((target - first) / rate, random),
    startDay: startOf(months),
    slowness: [],
    milestones: NO_MILESTONES,
    allGains: linear(ratings, months),
    remaining: target - current,
    truth: crossing(steps, months, target - ability),
  }
}

/** Month by month the straight line from the first value to the last, for the naive forecasts. */
function linear(values: readonly { value: number }[], months: number): number[] {
  const whole = (values.at(-1)?.value ?? 0) - (values[0]?.value ?? 0)
  return Array.from({ length: months }, () => whole / months)
}

/** A number of the business: it grows with the work, wavers, and is written down every month or quarter with an error. */
function metricCase({ uid, pace, months, random }: Life): Case {
  const rate = Math.exp(between(random, Math.log(0.3), Math.log(3)))
  const steps = pace.map((now) => rate * now + 0.5 * rate * drawNormal(random))
  let value = between(random, 0, 20)
  const first = value
  const every = random.pick([1, 3])
  const points: { day: string; value: number }[] = []
  for (let month = 0; month <= months; month += 1) {
    if (month > 0) value += steps[month - 1] ?? 0
    if ((months - month) % every === 0)
      points.push({ day: addMonths(startOf(months), month), value: value + 0.7 * rate * drawNormal(random) })
  }
  const current = points.at(-1)?.value ?? value
  const target = Math.max(value, current) + rate * between(random, 2, 36)
  const history = paceGains(points, TODAY, 'up')
  return {
    requirement: {
      ...blankForecast,
      uid,
      kind: 'metric',
      current,
      target,
      remaining: target - current,
      history: { ...history, start: first },
    },
    typicalDays: typicalOf(Math.max(1, (target - first) / rate), random),
    startDay: startOf(months),
    slowness: [],
    milestones: NO_MILESTONES,
    allGains: points.slice(1).map((point, index) => (point.value - (points[index]?.value ?? 0)) / every),
    remaining: target - current,
    truth: crossing(steps, months, target - value),
  }
}

/** The month in which work planned for `planned` months is done by somebody of this slowness. */
const doneIn = (pace: readonly number[], planned: number, slow: number) => crossing(pace, 0, planned * slow)

/** Milestones planned over the years: those done by today say how late this person is, the next one is asked about. */
function milestoneCase({ uid, pace, months, random }: Life): Case {
  const slow = Math.exp(0.1 + 0.35 * drawNormal(random))
  const all = Array.from({ length: 14 }, () => {
    const planned = between(random, 1, months + 24)
    return { planned, done: doneIn(pace, planned, slow * Math.exp(0.25 * drawNormal(random))) }
  })
  const open = all.filter(({ done }) => done > months)
  const asked =
    open.length > 0 ? random.pick(open) : { planned: months + 6, done: doneIn(pace, months + 6, Math.max(1, slow)) }
  const start = startOf(months)
  const age = differenceInDays(TODAY, start)
  return {
    requirement: {
      ...blankForecast,
      uid,
      kind: 'milestone',
      current: 0,
      target: 1,
      remaining: null,
      history: null,
      plannedDay: addDays(start, Math.round(asked.planned * MONTH_DAYS)),
    },
    typicalDays: null,
    startDay: start,
    milestones: {
      doneLately: all.filter(({ done }) => done <= months && done > months - 12).length,
      overdue: all.filter(({ done, planned }) => planned < months && done > months).length,
    },
    slowness: all
      .filter(({ done, planned }) => done <= months || planned < months)
      .map(({ done, planned }) => slownessOf(Math.min(done, months) * MONTH_DAYS, planned * MONTH_DAYS)),
    allGains: [],
    remaining: Math.max(0, asked.planned - age / MONTH_DAYS),
    truth: Math.max(0, asked.done - months),
  }
}

const MAKERS = { items: itemsCase, level: levelCase, metric: metricCase, milestone: milestoneCase }

/** One requirement of a kind in a life. A truth that is behind already is no question: it is asked again of another life. */
export function makeCase(kind: Kind, life: Life): Case | null {
  const made = MAKERS[kind](life)
  return made.truth > 0 && made.truth < LIFE - life.months && made.remaining >= 0 ? made : null
}
