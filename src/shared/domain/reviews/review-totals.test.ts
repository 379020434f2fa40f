import { describe, expect, test } from 'vitest'
import { minutesByMonth, minutesByWeek, periodTotals } from './review-totals.ts'

const day = (day: string, minutes: number, activities = 1) => ({ day, minutes, activities })

describe('periodTotals', () => {
  test('adds up minutes, activities, days and ISO weeks', () =>
    expect(periodTotals([day('2027-01-01', 30), day('2027-01-03', 15, 2), day('2027-01-04', 0)])).toEqual({
      minutes: 45,
      activities: 4,
      activeDays: 3,
      activeWeeks: 2, // 1 and 3 January 2027 belong to week 53 of 2026
    }))

  test('of nothing is zero', () =>
    expect(periodTotals([])).toEqual({ minutes: 0, activities: 0, activeDays: 0, activeWeeks: 0 }))
})

describe('minutesByMonth', () => {
  test('names every month the period touches, over the new year', () =>
    expect(
      minutesByMonth({ start: '2026-11-15', end: '2027-02-14' }, [day('2026-11-15', 5), day('2027-01-31', 7)]),
    ).toEqual([
      { month: '2026-11', minutes: 5 },
      { month: '2026-12', minutes: 0 },
      { month: '2027-01', minutes: 7 },
      { month: '2027-02', minutes: 0 },
    ]))

  test('a plan year that starts within a month touches thirteen', () =>
    expect(minutesByMonth({ start: '2026-03-15', end: '2027-03-14' }, [])).toHaveLength(13))

  test('29 February counts where it exists', () =>
    expect(minutesByMonth({ start: '2028-02-01', end: '2028-02-29' }, [day('2028-02-29', 9)])).toEqual([
      { month: '2028-02', minutes: 9 },
    ]))
})

describe('minutesByWeek', () => {
  test.each([
    ['2026-01-01', '2026-12-31', 53, '2026-W01', '2026-W53'],
    ['2027-01-01', '2027-12-31', 53, '2026-W53', '2027-W52'],
    ['2024-01-01', '2024-12-31', 53, '2024-W01', '2025-W01'],
    ['2026-12-28', '2027-01-03', 1, '2026-W53', '2026-W53'],
  ])('%s to %s touches %d weeks', (start, end, count, first, last) => {
    const weeks = minutesByWeek({ start, end }, [])
    expect(weeks).toHaveLength(count)
    expect([weeks[0]?.week, weeks.at(-1)?.week]).toEqual([first, last])
  })

  test('puts the first days of January into the week of their Thursday', () =>
    expect(
      minutesByWeek({ start: '2026-12-28', end: '2027-01-10' }, [
        day('2026-12-31', 1),
        day('2027-01-03', 2),
        day('2027-01-04', 4),
      ]),
    ).toEqual([
      { week: '2026-W53', minutes: 3 },
      { week: '2027-W01', minutes: 4 },
    ]))
})
