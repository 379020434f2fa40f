import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, nextSteps, restingKeys, skillGain } from './next-steps.ts'

const candidate = (key: string, minutes: number, gain: number, more: Partial<Candidate> = {}): Candidate => ({
  key,
  minutes,
  isDivisible: false,
  gainsOf: (part) => [{ requirementUid: `of ${key}`, gain: (gain * part) / minutes }],
  ...more,
})

describe('skillGain', () => {
  it.each([
    // From 1 to 2 takes 40 hours, and is half of a target of 2.
    [1, 2, 40 * 60, 0.5],
    [1, 2, 20 * 60, 0.25],
    // 20 hours to level 1, then half of the way to 2.
    [0, 4, 40 * 60, 1.5 / 4],
    // At most what is missing.
    [1, 2, 10_000 * 60, 0.5],
    [3, 3, 600, 0],
    [0, 3, 0, 0],
  ])('from level %d to %d by %d minutes brings %d', (level, target, minutes, gain) =>
    expect(skillGain(level, target, minutes)).toBeCloseTo(gain, 10),
  )

  it('brings more with more time, and never more than is lacking', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(100_000),
        fc.nat(100_000),
        (level, target, minutes, more) => {
          const [less, gain] = [skillGain(level, target, minutes), skillGain(level, target, minutes + more)]
          expect(gain).toBeGreaterThanOrEqual(less)
          expect(gain).toBeLessThanOrEqual(Math.max(0, target - level) / target + 1e-9)
        },
      ),
    )
  })
})

describe('nextSteps', () => {
  it('puts what brings most for an hour first', () => {
    const found = nextSteps([candidate('slow', 200, 0.02), candidate('quick', 20, 0.01)], 'evening', 3)
    expect(found.map(({ key, partMinutes }) => [key, partMinutes])).toEqual([
      ['quick', 20],
      ['slow', 200],
    ])
  })

  it('offers only what fits, and of what can be divided as much as fits, with its part of the gain', () => {
    const course = candidate('course', 2400, 0.1, { isDivisible: true })
    const [part, ...others] = nextSteps([course, candidate('day', 480, 0.5)], 'evening', 3)
    expect(others).toEqual([])
    expect(part).toMatchObject({ key: 'course', partMinutes: 240 })
    expect([part?.gain, part?.wholeGain]).toEqual([expect.closeTo(0.01, 10), expect.closeTo(0.1, 10)])
    expect(nextSteps([course, candidate('day', 480, 0.5)], 'month', 3).map(({ key }) => key)).toEqual(['day', 'course'])
  })

  it('offers one thing for each requirement, and nothing that brings nothing', () => {
    const gainsOf = () => [{ requirementUid: 'skill', gain: 0.01 }]
    const found = nextSteps(
      [
        candidate('a', 30, 0, { gainsOf }),
        candidate('b', 40, 0, { gainsOf }),
        candidate('c', 30, 0),
        candidate('d', 30, Number.NaN),
      ],
      'short',
      3,
    )
    expect(found.map(({ key }) => key)).toEqual(['a'])
  })

  it('names the requirement it is for most, and how many it is for as well', () => {
    const gainsOf = () => [
      { requirementUid: 'less', gain: 0.01 },
      { requirementUid: 'most', gain: 0.02 },
      { requirementUid: 'none', gain: 0 },
    ]
    const [found] = nextSteps([candidate('a', 30, 0, { gainsOf })], 'short', 3)
    expect(found).toMatchObject({ requirementUid: 'most', others: 1, gain: 0.03 })
  })

  it('is in one order, whatever order the candidates are in', () => {
    const any = fc.record({
      key: fc.string(),
      minutes: fc.integer({ min: 1, max: 3000 }),
      gain: fc.integer({ min: 0, max: 9 }),
    })
    const list = fc.uniqueArray(any, { selector: ({ key }) => key, maxLength: 8 })
    fc.assert(
      fc.property(list, (made) => {
        const candidates = made.map(({ key, minutes, gain }) =>
          candidate(key, minutes, gain / 100, { isDivisible: true }),
        )
        expect(nextSteps(candidates.toReversed(), 'evening', 3)).toEqual(nextSteps(candidates, 'evening', 3))
      }),
    )
  })
})

it('lets rest what is planned, was just done, or is not wanted', () => {
  const step = (status: 'planned' | 'done' | 'dropped' | 'declined', week: string, endDay: string | null = null) => ({
    suggestedBy: `${status} ${week}`,
    status,
    week,
    endDay,
  })
  const steps = [
    step('planned', '2026-01-05'),
    step('done', '2026-11-09', '2026-11-20'),
    step('done', '2026-10-05', '2026-10-06'),
    step('dropped', '2026-11-02'),
    step('dropped', '2026-10-26'),
    step('declined', '2026-06-08'),
    step('declined', '2026-05-25'),
    { ...step('planned', '2026-11-23'), suggestedBy: null },
  ]
  expect([...restingKeys(steps, '2026-11-28')]).toEqual([
    'planned 2026-01-05',
    'done 2026-11-09',
    'dropped 2026-11-02',
    'declined 2026-06-08',
  ])
})
