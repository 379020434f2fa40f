import { describe, expect, it } from 'vitest'
import type { PlanYear, ReviewLine } from '#shared/contract/reviews.ts'
import { nextReviewStep, rowState, toReviewRows } from './review-rows.ts'

const line = (uid: string, over: Partial<ReviewLine> = {}): ReviewLine => ({
  uid,
  createdAt: 1,
  updatedAt: 1,
  periodStart: '2025-01-01',
  periodEnd: '2025-12-31',
  status: 'signed',
  revision: 1,
  replacesUid: null,
  replacedByUid: null,
  signedAt: 1,
  totals: null,
  ...over,
})

const year = (number: number, review: PlanYear['review'] = null, ended = true): PlanYear => ({
  number,
  periodStart: `${2024 + number}-01-01`,
  periodEnd: `${2024 + number}-12-31`,
  ended,
  review,
})

const second = line('b', { revision: 2, replacesUid: 'a', status: 'draft', signedAt: null })
const first = line('a', { replacedByUid: 'b' })
const quarter = line('q', { periodStart: '2025-04-01', periodEnd: '2025-06-30' })

describe('toReviewRows', () => {
  it('puts the revisions of a review into one row of its year, the newest first', () => {
    const rows = toReviewRows([second, first, quarter], [year(1, { uid: 'b', status: 'draft', revision: 2 })])
    expect(rows.years.map(({ revisions }) => revisions)).toEqual([[second, first]])
    expect(rows.others.map(({ revisions }) => revisions)).toEqual([[quarter]])
  })

  it('shows the period that was reviewed, or the whole year before', () => {
    const early = line('e', { periodEnd: '2025-11-30' })
    const rows = toReviewRows([early], [year(2), year(1, { uid: 'e', status: 'signed', revision: 1 })])
    expect(rows.years.map(({ periodEnd }) => periodEnd)).toEqual(['2026-12-31', '2025-11-30'])
  })

  it('keeps a revision whose predecessor is gone', () => {
    expect(toReviewRows([second], []).others.map(({ revisions }) => revisions)).toEqual([[second]])
  })
})

describe('rowState and nextReviewStep', () => {
  const rows = (lines: ReviewLine[], years: PlanYear[]) => toReviewRows(lines, years)
  it('finishes a draft first', () => {
    const next = nextReviewStep(rows([second, first], [year(2), year(1, { uid: 'b', status: 'draft', revision: 2 })]))
    expect(next?.revisions[0]?.uid).toBe('b')
  })
  it('then takes the oldest year without a review', () => {
    expect(nextReviewStep(rows([], [year(3, null, false), year(2), year(1)]))?.year?.number).toBe(1)
  })
  it('then waits for the running year', () => {
    const all = rows([quarter], [year(2, null, false), year(1, { uid: 'q', status: 'signed', revision: 1 })])
    const next = nextReviewStep(all)
    expect(next?.year?.number).toBe(2)
    expect(next && rowState(next)).toBe('running')
    expect(all.years.map(rowState)).toEqual(['running', 'signed'])
  })
  it('has nothing to say before the first year', () => {
    expect(nextReviewStep(rows([], []))).toBeNull()
  })
})
