import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRequirement } from '#shared/model/plan.ts'
import { emptyReview } from '#shared/model/review.ts'
import { safeFileName } from './file-name.ts'
import { plainMediaType } from './media-type.ts'
import {
  brokenAliases,
  brokenGates,
  brokenPeriods,
  brokenRequirements,
  brokenReviews,
  brokenSuccessors,
  brokenWeeks,
} from './workspace-rules.ts'

const gate = (position: number, passedOn: string | null) => ({ position, passedOn, passNote: '', passReadiness: null })

describe('gates', () => {
  it.each([
    ['none passed', [gate(0, null), gate(1, null)], 0],
    ['passed in order, also on one day', [gate(0, '2026-01-01'), gate(1, '2026-01-01'), gate(2, null)], 0],
    ['listed in any order', [gate(2, null), gate(1, '2026-02-01'), gate(0, '2026-01-01')], 0],
    ['a gap in front', [gate(0, null), gate(1, '2026-01-01')], 1],
    ['days out of order', [gate(0, '2026-02-01'), gate(1, '2026-01-01'), gate(2, '2026-01-15')], 2],
    ['a shared place has no order', [gate(1, null), gate(1, '2026-01-01')], 0],
    ['after a shared place', [gate(1, null), gate(1, '2026-01-01'), gate(2, '2026-01-02')], 1],
    ['a note of an open gate', [{ ...gate(0, null), passNote: 'x' }], 1],
  ])('%s', (_name, stages, count) => {
    expect([...brokenGates(stages)]).toHaveLength(count)
  })
})

it('an alias means one skill, and is one word', () => {
  const skills = (...lists: string[][]) => lists.map((aliases) => ({ aliases }))
  expect([...brokenAliases(skills(['cloud', 'Cloud'], ['облако']))]).toEqual([])
  expect([...brokenAliases(skills(['cloud'], ['x', 'CL-oud']))]).toMatchObject([{ index: 1, field: 'aliases.1' }])
  expect([...brokenAliases(skills(['a b'], ['1'], ['']))].map(({ why }) => why)).toEqual(Array(3).fill('alias.invalid'))
})

it('a week is looked at once', () => {
  const entries = ['2026-11-23', '2026-11-16', '2026-11-23'].map((week) => ({ week }))
  expect([...brokenWeeks(entries)]).toMatchObject([{ index: 2, field: 'week' }])
  expect([...brokenWeeks([{ week: '2026-11-24' }])]).toMatchObject([{ index: 0, why: 'not the Monday of a week' }])
})

it('a review has one successor', () => {
  const list = [{ replacesUid: null }, { replacesUid: 'a' }, { replacesUid: 'b' }, { replacesUid: 'a' }]
  expect([...brokenSuccessors(list)]).toMatchObject([{ index: 3 }])
})

it('a period has one review and its revisions', () => {
  const review = (periodEnd: string, replacesUid: string | null = null) => ({
    periodStart: '2026-01-01',
    periodEnd,
    replacesUid,
  })
  const list = [review('2026-12-31'), review('2026-12-31', 'a'), review('2026-06-30'), review('2026-12-31')]
  expect([...brokenPeriods(list)]).toMatchObject([{ index: 3, field: 'periodStart' }])
  // An archive with two such reviews is accepted.
  expect([...brokenReviews(['a', 'b'].map((uid) => ({ ...emptyReview, ...review('2026-12-31'), uid })))]).toEqual([])
})

it('a requirement has only fields of its kind', () => {
  const evidence = { ...emptyRequirement, evidenceKind: 'activity' as const, activityKind: 'study' as const, count: 3 }
  expect([...brokenRequirements([evidence, { ...emptyRequirement, kind: 'skill', skillUid: 'x', level: 3 }])]).toEqual(
    [],
  )
  const wrong = { ...evidence, minScope: 'company' as const, metricValue: 0, catalogueKeys: ['x'] }
  expect([...brokenRequirements([wrong])].map(({ field }) => field)).toEqual([
    'minScope',
    'catalogueKeys',
    'metricValue',
  ])
})

it('a name or type that was made harmless once is kept as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(safeFileName(safeFileName(text))).toBe(safeFileName(text))
      expect(plainMediaType(plainMediaType(text))).toBe(plainMediaType(text))
    }),
    { numRuns: 2000 },
  )
})
