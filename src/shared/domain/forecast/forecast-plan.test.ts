import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ForecastFacts, ForecastRequirement, ForecastStage } from '#shared/model/forecast.ts'
import { blankForecast } from '../../../../tests/fixtures/blank-requirement.ts'
import { addDays, differenceInDays } from '../calendar/calendar.ts'
import { createDraws, gammaOf } from './draws.ts'
import { AS_IT_IS, forecastPlan } from './forecast-plan.ts'
import { type Answer, type DayRange, forecastRequirement } from './forecast-requirement.ts'

const TODAY = '2026-11-27'

type Kind = 'skill' | 'evidence' | 'metric'

/** A requirement with these gains in the past. */
function requirement(uid: string, kind: Kind, gains: number[], remaining: number): ForecastRequirement {
  const sum = Math.max(0, Math.round(gains.reduce((all, gain) => all + gain, 0)))
  const history = { gains, observations: kind === 'evidence' ? sum : 2, earlierGain: 0, earlierMonths: 0, start: 0 }
  return { ...blankForecast, uid, kind, current: sum, target: sum + remaining, remaining, history }
}

const milestone = (uid: string, plannedDay: string, done = false): ForecastRequirement => ({
  ...blankForecast,
  uid,
  kind: 'milestone',
  value: done ? 1 : 0,
  current: done ? 1 : 0,
  target: 1,
  remaining: null,
  history: null,
  plannedDay,
})

const stage = (uid: string, requirements: ForecastRequirement[], more: Partial<ForecastStage> = {}): ForecastStage => ({
  uid,
  title: uid,
  plannedEnd: '2027-06-01',
  passedOn: null,
  typicalDays: null,
  typicalStart: 0,
  requirements,
  ...more,
})

const facts = (...stages: ForecastStage[]): ForecastFacts => ({
  today: TODAY,
  startDay: '2025-01-01',
  stages,
  slowness: [1.2, 0.9, 1.6],
  milestones: { doneLately: 2, overdue: 1 },
  hoursPerWeek: 5,
})

const answerOf = (one: ForecastRequirement, typicalDays: number | null = null, factor = 1): Answer =>
  forecastRequirement(one, stage('s', [], { typicalDays }), facts(), factor).answer

/** Days as numbers that can be compared; "never" is after every day. */
const ends = (answer: Answer): [string, string, string] => {
  if (answer.kind === 'reached') return ['', '', '']
  if (answer.kind !== 'dated') return ['9999', '9999', '9999']
  const { early, median, late } = answer.range
  return [early, median, late ?? '9999']
}
const rangeEnds = (range: DayRange | null) =>
  ends(range === null ? { kind: 'never', why: 'far' } : { kind: 'dated', range })

function expectNotLater(one: [string, string, string], other: [string, string, string]) {
  for (const [index, day] of one.entries()) expect(day <= (other[index] ?? '')).toBe(true)
}

const kind = fc.constantFrom<Kind>('skill', 'evidence', 'metric')
const gains = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 12 })
const remaining = fc.integer({ min: 1, max: 40 })
const typical = fc.option(fc.integer({ min: 60, max: 3000 }), { nil: null })
const uid = fc.uuid()

describe('a requirement', () => {
  it('that is met is reached, whatever its history', () => {
    fc.assert(
      fc.property(uid, kind, gains, (name, which, history) => {
        expect(answerOf({ ...requirement(name, which, history, 3), value: 1 })).toEqual({ kind: 'reached' })
      }),
    )
  })

  it('without data and without a typical pace has no date', () => {
    fc.assert(
      fc.property(uid, kind, remaining, (name, which, rest) => {
        const none = { ...requirement(name, which, [], rest), current: which === 'evidence' ? 0 : null }
        expect(answerOf(none).kind).toBe('noData')
      }),
    )
  })

  it('has the same answer for the same data, whoever asks and in whatever order', () => {
    const one = requirement('one', 'evidence', [1, 0, 2, 1, 0, 0, 3, 1, 0, 1, 2, 1], 12)
    expect(answerOf(one)).toEqual(answerOf(one))
    const drawsOf = createDraws()
    drawsOf('other')
    expect(forecastRequirement(one, stage('s', []), facts(), 1, drawsOf).answer).toEqual(answerOf(one))
    // Pinned: another stream of numbers would change every forecast overnight.
    expect(answerOf(one)).toEqual({
      kind: 'dated',
      range: { early: '2027-06-07', median: '2027-10-22', late: '2028-09-14' },
    })
  })

  it('is never later with more hours', () => {
    const factor = fc.double({ min: 1, max: 5, noNaN: true })
    fc.assert(
      fc.property(uid, kind, gains, remaining, typical, factor, (name, which, history, rest, days, times) => {
        const one = requirement(name, which, history, rest)
        expectNotLater(ends(answerOf(one, days, times)), ends(answerOf(one, days)))
      }),
      { numRuns: 25 },
    )
  })

  // Nearly always: for counts, a sample that drew nothing from that month may come a day later, so the runs use a fixed
  // seed.
  it('is never later with more done in some month', () => {
    fc.assert(
      fc.property(uid, kind, gains, remaining, typical, fc.nat(11), (name, which, history, rest, days, month) => {
        const more = history.map((gain, index) => (index === month % history.length ? gain + 1 : gain))
        const one = requirement(name, which, history, rest)
        const better = { ...requirement(name, which, more, rest), target: one.target }
        expectNotLater(ends(answerOf(better, days)), ends(answerOf(one, days)))
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  it('is never later when less is lacking', () => {
    fc.assert(
      fc.property(uid, kind, gains, remaining, (name, which, history, rest) => {
        const one = requirement(name, which, history, rest + 1)
        expectNotLater(ends(answerOf({ ...one, remaining: rest })), ends(answerOf(one)))
      }),
      { numRuns: 25 },
    )
  })

  it('that has not moved for half a year never comes at this pace; a level is given longer', () => {
    const still = (which: Kind, months: number) =>
      answerOf(
        requirement(
          'r',
          which,
          Array.from({ length: months }, () => 0),
          2,
        ),
      )
    expect(still('evidence', 6)).toEqual({ kind: 'never', why: 'still' })
    expect(still('evidence', 5)).toEqual({ kind: 'noData', lack: { kind: 'item', day: '2026-12-27' } })
    // The passing of time alone does not add a month to a skill's data.
    expect(still('skill', 8)).toEqual({ kind: 'noData', lack: { kind: 'ratingAgain' } })
    expect(still('skill', 9)).toEqual({ kind: 'never', why: 'still' })
    expect(answerOf(requirement('r', 'metric', [1, -2, -1, 0, -1, 0, 0], 5))).toEqual({ kind: 'never', why: 'back' })
  })

  it('says what would be enough', () => {
    expect(answerOf(requirement('r', 'evidence', [1, 1], 2))).toEqual({
      kind: 'noData',
      lack: { kind: 'time', day: '2026-12-27' },
    })
    const unknownOf = (which: Kind) => ({ ...requirement('r', which, [], 2), current: null })
    const unknown = (which: Kind) => answerOf(unknownOf(which))
    expect(unknown('skill')).toEqual({ kind: 'noData', lack: { kind: 'rating' } })
    expect(unknown('metric')).toEqual({ kind: 'noData', lack: { kind: 'value' } })
    expect(answerOf(requirement('r', 'skill', [], 2))).toEqual({ kind: 'noData', lack: { kind: 'ratingAgain' } })
  })

  it('of a new plan goes by the typical pace, which fades as months come', () => {
    // Twelve in two years are the template's pace; six in half a year are the person's own.
    const median = (months: number) => {
      const one = requirement(
        'r',
        'evidence',
        Array.from({ length: months }, () => 1),
        12,
      )
      const answer = answerOf({ ...one, target: 12 }, 730)
      return answer.kind === 'dated' ? answer.range.median : ''
    }
    const days = [0, 1, 3, 12].map(median)
    expect(days).toEqual(days.toSorted().reverse())
    expect(days[0]?.slice(0, 4)).toBe('2028')
    expect(days[3]?.slice(0, 4)).toBe('2027')
  })
})

describe('a milestone', () => {
  it('is as late as milestones are, and more hours never bring it before its planned day', () => {
    const one = milestone('m', '2027-11-01')
    const [early, median, late] = ends(answerOf(one))
    expect(early < median && median < late).toBe(true)
    const many = ends(answerOf(one, null, 1e6))
    expectNotLater(many, [early, median, late])
    expect(['2027-11-01', '2027-11-02']).toContain(many[2])
  })

  it('that is overdue lies ahead of today', () => {
    const [early] = ends(answerOf(milestone('m', '2025-03-01')))
    expect(early > TODAY).toBe(true)
  })
})

describe('milestones', () => {
  it('never come at this pace when none was ticked in a year and some are due', () => {
    const when = (doneLately: number, overdue: number) =>
      forecastRequirement(milestone('m', '2027-11-01'), stage('s', []), {
        ...facts(),
        milestones: { doneLately, overdue },
      }).answer.kind
    expect([when(0, 2), when(0, 1), when(1, 5)]).toEqual(['never', 'dated', 'dated'])
  })
})

describe('a gate', () => {
  const a = requirement('a', 'evidence', [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0], 4)
  const b = requirement('b', 'metric', [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], 30)
  const still = requirement('still', 'evidence', [0, 0, 0, 0, 0, 0], 1)

  it('opens with the last of its requirements, sample by sample', () => {
    const [gate] = forecastPlan(facts(stage('s', [a, b])))
    const single = [a, b].map((one) => ends(answerOf(one)))
    for (const one of single) expectNotLater(one, rangeEnds(gate?.range ?? null))
    expect(gate?.state).toBe('dated')
    expect(gate?.last).toBe('b')
    expect(gate?.lateMonths).toBeGreaterThan(6)
  })

  it('names what has no date, and gives the range of the others', () => {
    const [gate, next] = forecastPlan(facts(stage('s', [a, still]), stage('t', [b])))
    expect(gate).toMatchObject({ state: 'partly', never: ['still'], noData: [] })
    expect(rangeEnds(gate?.range ?? null)).toEqual(ends(answerOf(a)))
    // A gate behind one without a date has no date either.
    expect(next?.state).toBe('partly')
  })

  it('is passed, ready, dated or without anything to go by', () => {
    const met = { ...a, value: 1 }
    const states = (...stages: ForecastStage[]) => forecastPlan(facts(...stages)).map(({ state }) => state)
    expect(states(stage('s', [a], { passedOn: '2026-01-01' }), stage('t', [met]), stage('u', [b]))).toEqual([
      'passed',
      'ready',
      'dated',
    ])
    expect(states(stage('s', []), stage('t', [still]))).toEqual(['none', 'none'])
  })

  it('never opens before the gate in front of it', () => {
    const [first, second] = forecastPlan(facts(stage('s', [b]), stage('t', [a])))
    expectNotLater(rangeEnds(first?.range ?? null), rangeEnds(second?.range ?? null))
  })

  const some = fc
    .array(fc.record({ kind, gains, remaining }), { minLength: 2, maxLength: 5 })
    .map((list) => list.map((one, index) => requirement(`r${index}`, one.kind, one.gains, one.remaining)))

  it('is never later without one of its requirements', () => {
    fc.assert(
      fc.property(some, fc.nat(), (list, pick) => {
        const dropped = [`r${pick % list.length}`]
        const [before] = forecastPlan(facts(stage('s', list)))
        const [after] = forecastPlan(facts(stage('s', list)), { ...AS_IT_IS, dropped })
        // If nothing with a date is left, nothing can be later.
        if (after?.state !== 'none') expectNotLater(rangeEnds(after?.range ?? null), rangeEnds(before?.range ?? null))
      }),
      { numRuns: 15 },
    )
  })

  it('that puts a requirement off is never later, and the plan opens no earlier than without it', () => {
    fc.assert(
      fc.property(some, (list) => {
        const both = facts(stage('s', list), stage('t', [b]))
        const postponed = forecastPlan(both, { ...AS_IT_IS, postponed: ['r0'] })
        const dropped = forecastPlan(both, { ...AS_IT_IS, dropped: ['r0'] })
        expect(postponed[0]).toEqual(dropped[0])
        expectNotLater(rangeEnds(dropped[1]?.range ?? null), rangeEnds(postponed[1]?.range ?? null))
        expect(postponed[1]?.requirements.map((one) => one.uid)).toEqual(['b', 'r0'])
      }),
      { numRuns: 15 },
    )
  })
})

describe('gammaOf', () => {
  it('has the mean and the spread of a gamma variable', () => {
    const [draws] = [createDraws(4000)('x')]
    for (const shape of [1, 4, 30]) {
      const values = draws.map(({ pace }) => gammaOf(shape, pace))
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
      expect(mean / shape).toBeCloseTo(1, 1)
      expect(Math.abs(variance / shape - 1)).toBeLessThan(0.12)
    }
  })
})

describe('what counts only in its stage', () => {
  const gains = [1, 0, 2, 1, 0, 1, 1, 1, 0, 1, 2, 1]
  const first = requirement('first', 'evidence', gains, 6)
  const second = requirement('second', 'evidence', gains, 6)
  const medianOf = (other: ForecastRequirement) =>
    forecastPlan(facts(stage('a', [first]), stage('b', [other])))[1]?.range?.median ?? ''

  it('begins when the gate in front opens', () => {
    const [gate] = forecastPlan(facts(stage('a', [first])))
    const waiting = medianOf({ ...second, waitsForStage: true })
    expect(waiting > medianOf(second)).toBe(true)
    expect(waiting > (gate?.range?.median ?? '9999')).toBe(true)
  })

  it('does not stand still before its stage, nor in the first months of it', () => {
    const none = { ...requirement('r', 'evidence', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3), since: 'stage' as const }
    const answer = (idleMonths: number | null, typicalDays: number | null) =>
      answerOf({ ...none, idleMonths }, typicalDays)
    const kinds = [0, 5, 6, null].map((idleMonths) => answer(idleMonths, 640).kind)
    expect(kinds).toEqual(['dated', 'dated', 'never', 'never'])
    expect(answer(2, null)).toEqual({ kind: 'noData', lack: { kind: 'item', day: '2027-03-27' } })
  })

  it('says what would be enough from the day its stage begins', () => {
    const none = { ...requirement('r', 'evidence', [0, 0, 0, 0, 0, 0, 0], 3), waitsForStage: true, idleMonths: 0 }
    const [gate, waiting] = forecastPlan(facts(stage('a', [first]), stage('b', [none])))
    const [without] = forecastPlan(facts(stage('b', [{ ...none, waitsForStage: false }])))
    const dayOf = (one = waiting) => {
      const answer = one?.requirements[0]?.answer
      return answer?.kind === 'noData' && answer.lack.kind === 'item' ? answer.lack.day : null
    }
    expect(dayOf(without)).toBe('2027-05-27')
    const wait = differenceInDays(gate?.range?.median ?? '', TODAY)
    expect(dayOf()).toBe(addDays('2027-05-27', wait))
  })

  it('has no date while the gate in front has none', () => {
    const still = requirement('still', 'evidence', [0, 0, 0, 0, 0, 0], 1)
    const waiting = { ...second, waitsForStage: true }
    const [, gate, last] = forecastPlan(facts(stage('a', [first, still]), stage('b', [waiting]), stage('c', [first])))
    expect(gate?.requirements[0]?.answer).toEqual({ kind: 'noData', lack: { kind: 'gate' } })
    expect(gate).toMatchObject({ state: 'none', range: null, never: [], noData: [], waiting: ['second'] })
    expect(last?.state).toBe('partly')
  })

  it('begins anew at the gate it is put off to', () => {
    const outsidePace = {
      history: second.history ?? { gains: [], observations: 0, earlierGain: 0, earlierMonths: 0, start: 0 },
      remaining: 0,
    }
    const asked = {
      ...first,
      uid: 'moved',
      since: 'stage',
      value: 0.5,
      remaining: 1,
      minOutside: 3,
      outside: 3,
      outsidePace,
    } as const
    const anew = { ...asked, value: 0, waitsForStage: true, idleMonths: 0, remaining: asked.target }
    const there = { ...anew, outsidePace: { ...outsidePace, remaining: 3 } }
    const [, tried] = forecastPlan(facts(stage('a', [first, asked]), stage('b', [])), {
      ...AS_IT_IS,
      postponed: ['moved'],
    })
    const [, moved] = forecastPlan(facts(stage('a', [first]), stage('b', [there])))
    expect(tried).toEqual(moved)
    // A requirement that counts from the start of the plan keeps its items.
    const kept = { ...asked, since: 'plan' } as const
    const [, plain] = forecastPlan(facts(stage('a', [first, kept]), stage('b', [])), {
      ...AS_IT_IS,
      postponed: ['moved'],
    })
    expect(rangeEnds(plain?.range ?? null)[1] < rangeEnds(tried?.range ?? null)[1]).toBe(true)
  })

  it('waits for what must be seen outside too, at the pace of that alone', () => {
    const history = { ...(second.history ?? { earlierGain: 0, earlierMonths: 0, start: 0 }), observations: 2 }
    const rare = { ...history, gains: [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0] }
    const asked = { ...second, minOutside: 2, outside: 0, outsidePace: { history: rare, remaining: 2 } }
    const [alone, both] = [answerOf({ ...asked, remaining: 0 }), answerOf(asked)]
    // The reason belongs to the pace that decides.
    const { reason } = forecastRequirement({ ...asked, remaining: 0 }, stage('s', []), facts())
    expect(reason).toMatchObject({ remaining: 2, isOutside: true, observations: 2 })
    expect(forecastRequirement(second, stage('s', []), facts()).reason).toMatchObject({
      remaining: 6,
      isOutside: false,
    })
    expectNotLater(ends(answerOf(second)), ends(both))
    expectNotLater(ends(alone), ends(both))
    const never = { ...rare, gains: rare.gains.map(() => 0), observations: 0 }
    expect(answerOf({ ...asked, outsidePace: { history: never, remaining: 2 } }).kind).toBe('never')
  })
})
