import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gateReadiness, presentStage, type RequirementFacts, requirementReadiness } from './readiness.ts'

const empty = { level: null, count: null, minOutside: null, metricValue: null }
const skill = (level: number) => ({ ...empty, kind: 'skill' as const, level })
const evidence = (count: number) => ({ ...empty, kind: 'evidence' as const, count })
const certification = (count: number) => ({ ...empty, kind: 'certification' as const, count })
const metric = (metricValue: number) => ({ ...empty, kind: 'metric' as const, metricValue })
const milestone = { ...empty, kind: 'milestone' as const }

/** Facts of a metric that moved from baseline to current. */
const way = (direction: 'up' | 'down', baseline: number | null, current: number | null): RequirementFacts => ({
  kind: 'metric',
  baseline,
  current,
  direction,
})

const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true })
const direction = fc.constantFrom('up' as const, 'down' as const)

describe('requirementReadiness', () => {
  test('skill: current level of target level', () => {
    expect(requirementReadiness(skill(4), { kind: 'skill', level: 3 })).toEqual({ value: 0.75, current: 3, target: 4 })
    expect(requirementReadiness(skill(3), { kind: 'skill', level: 5 }).value).toBe(1)
    expect(requirementReadiness(skill(4), { kind: 'skill', level: 0 }).value).toBe(0)
    expect(requirementReadiness(skill(0), { kind: 'skill', level: 0 }).value).toBe(1)
  })

  test('a skill that was never rated counts nothing', () => {
    expect(requirementReadiness(skill(2), { kind: 'skill', level: null })).toEqual({
      value: 0,
      current: null,
      target: 2,
    })
  })

  test('evidence and certifications are counted', () => {
    expect(requirementReadiness(evidence(4), { kind: 'evidence', count: 1, outside: 0 }).value).toBe(0.25)
    expect(requirementReadiness(evidence(4), { kind: 'evidence', count: 9, outside: 0 })).toEqual({
      value: 1,
      current: 9,
      target: 4,
    })
    expect(requirementReadiness(certification(1), { kind: 'certification', count: 0 }).value).toBe(0)
    expect(requirementReadiness(certification(1), { kind: 'certification', count: 1 }).value).toBe(1)
  })

  test('places kept for outside the company are not filled from within', () => {
    const asked = { ...evidence(6), minOutside: 2 }
    const current = (count: number, outside: number) =>
      requirementReadiness(asked, { kind: 'evidence', count, outside }).current
    expect([current(3, 0), current(6, 0), current(9, 1), current(6, 2), current(9, 2)]).toEqual([3, 4, 5, 6, 9])
  })

  test('one more never lowers it, wherever it was seen', () => {
    const count = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), count, count, count, (wanted, kept, inside, outside) => {
        const asked = { ...evidence(wanted), minOutside: Math.min(kept, wanted) }
        const value = (more: number, seen: number) =>
          requirementReadiness(asked, { kind: 'evidence', count: inside + outside + more, outside: outside + seen })
            .value
        expect(value(1, 0)).toBeGreaterThanOrEqual(value(0, 0))
        expect(value(1, 1)).toBeGreaterThanOrEqual(value(1, 0))
        expect(value(0, 0) === 1).toBe(inside + outside >= wanted && outside >= asked.minOutside)
      }),
    )
  })

  test('a milestone is done or not', () => {
    expect(requirementReadiness(milestone, { kind: 'milestone', done: true })).toEqual({
      value: 1,
      current: 1,
      target: 1,
    })
    expect(requirementReadiness(milestone, { kind: 'milestone', done: false })).toEqual({
      value: 0,
      current: 0,
      target: 1,
    })
  })

  test.each([
    ['people led 10 -> 30 of 50', 50, way('up', 10, 30), 0.5],
    ['people led, first value unknown', 50, way('up', null, 12), 0.24],
    ['fell below where it began', 50, way('up', 10, 5), 0],
    ['no value yet', 50, way('up', null, null), 0],
    ['lead time 20 -> 8 days, wanted 4', 4, way('down', 20, 8), 0.75],
    ['lead time, first value unknown', 4, way('down', null, 8), 0.5],
    ['recovery time reached zero', 0, way('down', 10, 0), 1],
    ['wanted zero, baseline unknown', 0, way('down', null, 3), 0],
    ['the baseline was better than the target and was lost', 50, way('up', 60, 40), 0.8],
    ['better than the target all along', 50, way('up', 60, 55), 1],
    ['NPS from below zero', 20, way('up', -20, 0), 0.5],
    ['target below zero, baseline unknown', -10, way('up', null, -30), 0],
    ['target equal to baseline and lost', 10, way('up', 10, 5), 0.5],
  ])('metric: %s', (_, target, facts, value) => {
    expect(requirementReadiness(metric(target), facts).value).toBeCloseTo(value, 12)
  })

  test('facts of another kind are a mistake of the caller', () => {
    expect(() => requirementReadiness(milestone, { kind: 'skill', level: 3 })).toThrow(TypeError)
  })

  test('a requirement that lost its target is never met', () => {
    expect(requirementReadiness({ ...empty, kind: 'metric' }, way('up', 0, 5)).value).toBe(0)
    expect(requirementReadiness({ ...empty, kind: 'skill' }, { kind: 'skill', level: 5 }).value).toBe(0)
  })

  test('counts: within 0-1, monotone, 1 exactly when reached', () => {
    const count = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), count, count, (wanted, one, other) => {
        const value = (have: number) =>
          requirementReadiness(evidence(wanted), { kind: 'evidence', count: have, outside: 0 }).value
        expect(value(Math.min(one, other))).toBeLessThanOrEqual(value(Math.max(one, other)))
        expect(value(one) >= 0 && value(one) <= 1).toBe(true)
        expect(value(one) === 1).toBe(one >= wanted)
      }),
    )
  })

  test('metrics: within 0-1, 1 when reached, and a better value never lowers readiness', () => {
    fc.assert(
      fc.property(direction, fc.option(amount), amount, amount, amount, (which, baseline, target, one, other) => {
        const value = (current: number) => requirementReadiness(metric(target), way(which, baseline, current)).value
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const [worse, better] = which === 'up' ? [low, high] : [high, low]
        expect(value(worse)).toBeLessThanOrEqual(value(better))
        expect(value(one) >= 0 && value(one) <= 1).toBe(true)
        if (which === 'up' ? one >= target : one <= target) expect(value(one)).toBe(1)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('gateReadiness', () => {
  const parts = fc.array(
    fc.record({
      uid: fc.uuid(),
      weight: fc.integer({ min: 1, max: 10 }),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 12 },
  )

  test('is the weighted mean, and shows its parts', () => {
    expect(
      gateReadiness([
        { uid: 'a', weight: 3, value: 1 },
        { uid: 'b', weight: 1, value: 0.5 },
        { uid: 'c', weight: 4, value: 0 },
      ]),
    ).toEqual({
      value: 0.4375,
      totalWeight: 8,
      parts: [
        { uid: 'a', weight: 3, value: 1, contribution: 0.375 },
        { uid: 'b', weight: 1, value: 0.5, contribution: 0.0625 },
        { uid: 'c', weight: 4, value: 0, contribution: 0 },
      ],
    })
  })

  test('an empty gate has no readiness', () => {
    expect(gateReadiness([])).toEqual({ value: null, parts: [], totalWeight: 0 })
  })

  test('lies between its worst and its best part; contributions add up', () => {
    fc.assert(
      fc.property(parts, (requirements) => {
        const gate = gateReadiness(requirements)
        const values = requirements.map(({ value }) => value)
        expect(gate.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12)
        expect(gate.value).toBeLessThanOrEqual(Math.max(...values) + 1e-12)
        expect(gate.parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(gate.value ?? -1, 10)
      }),
    )
  })

  test('is 1 exactly when every requirement is met', () => {
    fc.assert(
      fc.property(parts, (requirements) => {
        expect(gateReadiness(requirements.map((part) => ({ ...part, value: 1 }))).value).toBe(1)
        const [first, ...rest] = requirements
        if (first) expect(gateReadiness([{ ...first, value: 0.99 }, ...rest]).value).toBeLessThan(1)
      }),
    )
  })

  test('progress in one requirement never lowers the gate', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (requirements, pick, progress) => {
        const index = pick % requirements.length
        const better = requirements.map((part, at) =>
          at === index ? { ...part, value: part.value + (1 - part.value) * progress } : part,
        )
        expect(gateReadiness(better).value).toBeGreaterThanOrEqual((gateReadiness(requirements).value ?? 2) - 1e-12)
      }),
    )
  })
})

test('the present stage is the first whose gate is not passed', () => {
  const stage = (uid: string, passedOn: string | null) => ({ uid, passedOn })
  expect(presentStage([stage('a', '2026-05-01'), stage('b', null), stage('c', null)])?.uid).toBe('b')
  expect(presentStage([stage('a', null), stage('b', '2026-05-01')])?.uid).toBe('a')
  expect(presentStage([stage('a', '2026-05-01')])).toBeNull()
  expect(presentStage([])).toBeNull()
})
