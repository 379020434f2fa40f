import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, differenceInDays } from './calendar.ts'
import { coversYear, isWholeYear, periodBefore, planYears, sharedDays } from './plan-years.ts'

const spans = (planStart: string, today: string) =>
  planYears(planStart, today).map(({ number, start, end, ended }) => `${number} ${start}..${end}${ended ? '' : ' …'}`)

describe('planYears', () => {
  test.each([
    ['2026-03-15', '2026-03-14', []],
    ['2026-03-15', '2026-03-15', ['1 2026-03-15..2027-03-14 …']],
    ['2026-03-15', '2027-03-14', ['1 2026-03-15..2027-03-14 …']],
    ['2026-03-15', '2027-03-15', ['2 2027-03-15..2028-03-14 …', '1 2026-03-15..2027-03-14']],
    ['2026-01-01', '2026-12-31', ['1 2026-01-01..2026-12-31 …']],
    [
      '2024-02-29',
      '2026-03-01',
      ['3 2026-02-28..2027-02-27 …', '2 2025-02-28..2026-02-27', '1 2024-02-29..2025-02-27'],
    ],
  ])('of %s on %s', (planStart, today, expected) => expect(spans(planStart, today)).toEqual(expected))

  test('leave no day out and share none', () => {
    const someDay = fc.integer({ min: 0, max: 40_000 }).map((number) => addDays('1960-01-01', number))
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 4000 }), (planStart, later) => {
        const years = planYears(planStart, addDays(planStart, later))
        expect(years.at(-1)?.start).toBe(planStart)
        for (const [index, year] of years.entries()) {
          const next = years[index - 1]
          if (next !== undefined) expect(next.start).toBe(addDays(year.end, 1))
          expect([364, 365]).toContain(differenceInDays(year.end, year.start))
        }
      }),
    )
  })
})

test('sharedDays counts both ends', () => {
  const year = { start: '2026-01-01', end: '2026-12-31' }
  expect(sharedDays(year, year)).toBe(365)
  expect(sharedDays(year, { start: '2026-12-31', end: '2027-12-30' })).toBe(1)
  expect(sharedDays(year, { start: '2027-01-01', end: '2027-12-31' })).toBe(0)
})

test('coversYear needs more than half of it', () => {
  const year = { start: '2026-01-01', end: '2026-12-31' }
  expect(coversYear({ start: '2025-09-01', end: '2026-07-01' }, year)).toBe(false)
  expect(coversYear({ start: '2025-09-01', end: '2026-07-02' }, year)).toBe(true)
})

test.each([
  [
    { start: '2026-01-01', end: '2026-12-31' },
    { start: '2025-01-01', end: '2025-12-31' },
  ],
  [
    { start: '2025-01-01', end: '2025-12-31' },
    { start: '2024-01-01', end: '2024-12-31' },
  ],
  [
    { start: '2026-03-15', end: '2027-03-14' },
    { start: '2025-03-15', end: '2026-03-14' },
  ],
  [
    { start: '2026-01-01', end: '2026-01-31' },
    { start: '2025-12-01', end: '2025-12-31' },
  ],
  [
    { start: '2026-05-05', end: '2026-05-05' },
    { start: '2026-05-04', end: '2026-05-04' },
  ],
])('the period before %o', (period, expected) => expect(periodBefore(period)).toEqual(expected))

describe('isWholeYear', () => {
  test('is true from any day, over a leap day too', () => {
    expect(isWholeYear({ start: '2026-01-01', end: '2026-12-31' })).toBe(true)
    expect(isWholeYear({ start: '2023-09-15', end: '2024-09-14' })).toBe(true)
    expect(isWholeYear({ start: '2024-02-29', end: '2025-02-27' })).toBe(true)
    expect(isWholeYear({ start: '2026-01-01', end: '2026-12-30' })).toBe(false)
    expect(isWholeYear({ start: '2026-01-01', end: '2027-12-31' })).toBe(false)
  })
})
