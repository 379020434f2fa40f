import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metricChange } from './metric-change.ts'

const change = (metricBaseline: number | null, metricResult: number | null, myShare: number | null = null) =>
  metricChange({ metricBaseline, metricResult, myShare })

describe('metricChange', () => {
  test.each([
    ['NPS 20 -> 50, 40 % mine', 20, 50, 40, { absolute: 30, relative: 1.5, mine: 12 }],
    ['lead time 20 -> 5 days', 20, 5, 100, { absolute: -15, relative: -0.75, mine: -15 }],
    ['share not stated', 10, 15, null, { absolute: 5, relative: 0.5, mine: null }],
    ['none of it mine', 10, 15, 0, { absolute: 5, relative: 0.5, mine: 0 }],
    ['from zero there is no percentage', 0, 15, 50, { absolute: 15, relative: null, mine: 7.5 }],
    ['from zero to zero', 0, 0, 50, { absolute: 0, relative: null, mine: 0 }],
    ['from below zero', -20, -10, null, { absolute: 10, relative: 0.5, mine: null }],
    ['through zero', -20, 20, null, { absolute: 40, relative: 2, mine: null }],
    ['to zero', 8, 0, null, { absolute: -8, relative: -1, mine: null }],
  ])('%s', (_, baseline, result, share, expected) => expect(change(baseline, result, share)).toEqual(expected))

  test('half a story is no change', () => {
    expect(change(null, 5)).toBeNull()
    expect(change(5, null)).toBeNull()
    expect(change(null, null, 50)).toBeNull()
  })

  test('numbers are finite, signs agree, my part is within the whole', () => {
    // Values of up to a quadrillion, in steps that a person could type.
    const value = fc.integer({ min: -1e15, max: 1e15 }).map((number) => number / 1000)
    fc.assert(
      fc.property(value, value, fc.integer({ min: 0, max: 100 }), (baseline, result, share) => {
        const found = change(baseline, result, share)
        expect(Math.sign(found?.absolute ?? Number.NaN)).toBe(Math.sign(result - baseline))
        expect(Math.abs(found?.mine ?? Number.NaN)).toBeLessThanOrEqual(Math.abs(found?.absolute ?? 0))
        if (baseline === 0) expect(found?.relative).toBeNull()
        else expect(Math.sign(found?.relative ?? Number.NaN)).toBe(Math.sign(result - baseline))
      }),
    )
  })
})
