import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DayOrder,
  dayIndexOf,
  monthsOf,
  nearestDay,
  sumDays,
  toDayOrder,
  toMonths,
  windowOf,
} from './day-order.ts'

const order = (...days: [day: string, lines: number, minutes?: number][]): DayOrder =>
  toDayOrder(toMonths(days.map(([day, lines, minutes = 0]) => ({ day, lines, minutes }))))

const THREE = order(['2026-03-05', 2, 30], ['2026-03-01', 3, 15], ['2024-02-29', 1])

describe('an order of days', () => {
  it('knows where every day begins', () => {
    expect(THREE.count).toBe(6)
    expect(THREE.days.map(({ day, first }) => [day, first])).toEqual([
      ['2026-03-05', 0],
      ['2026-03-01', 2],
      ['2024-02-29', 5],
    ])
    expect([0, 1, 2, 4, 5, 9].map((line) => dayIndexOf(THREE, line))).toEqual([0, 0, 1, 1, 2, 2])
    expect(dayIndexOf(order(), 0)).toBe(-1)
  })

  it('cuts windows that begin and end within days', () => {
    expect(windowOf(THREE, 0, 2)).toEqual({ from: '2026-03-05', to: '2026-03-05', skip: 0, limit: 2 })
    expect(windowOf(THREE, 1, 6)).toEqual({ from: '2024-02-29', to: '2026-03-05', skip: 1, limit: 5 })
    expect(windowOf(THREE, 4, 100)).toEqual({ from: '2024-02-29', to: '2026-03-01', skip: 2, limit: 2 })
    for (const [start, end] of [
      [6, 9],
      [3, 3],
      [4, 2],
    ] as const)
      expect(windowOf(THREE, start, end)).toBeNull()
    expect(windowOf(order(), 0, 50)).toBeNull()
  })

  it('finds the nearest day that holds lines, of two as near the later', () => {
    const nearest = (day: string) => nearestDay(THREE, day)?.day
    expect(['2026-03-05', '2030-01-01', '2026-03-04', '2026-03-03', '2026-03-02', '1999-12-31'].map(nearest)).toEqual([
      '2026-03-05',
      '2026-03-05',
      '2026-03-05',
      '2026-03-05',
      '2026-03-01',
      '2024-02-29',
    ])
    expect(nearestDay(order(), '2026-01-01')).toBeNull()
  })

  it('adds up months, and what is done and planned', () => {
    expect(monthsOf(THREE)).toEqual([
      { month: '2026-03', lines: 5, first: 0 },
      { month: '2024-02', lines: 1, first: 5 },
    ])
    expect(sumDays(THREE, '2026-03-04')).toEqual({
      done: { lines: 4, minutes: 15 },
      planned: { lines: 2, minutes: 30 },
    })
  })

  it('is the same after its way through months', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const entry = fc.record({ day, lines: fc.integer({ min: 1, max: 50 }), minutes: fc.nat(1440) })
    const entries = fc.uniqueArray(entry, { selector: (one) => one.day })
    fc.assert(
      fc.property(entries, (some) => {
        const sorted = some.toSorted((a, b) => b.day.localeCompare(a.day))
        expect(toDayOrder(toMonths(sorted)).days.map(({ first: _first, ...rest }) => rest)).toEqual(sorted)
      }),
    )
  })
})
