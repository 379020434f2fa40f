import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCalendarDay } from './common.ts'

const pad = (value: number, length: number) => String(value).padStart(length, '0')

describe('isCalendarDay', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2026-04-30'])('knows %s', (day) => {
    expect(isCalendarDay(day)).toBe(true)
  })

  test.each([
    '2026-02-31',
    '2025-02-29',
    '2100-02-29',
    '1899-12-31',
    '2200-01-01',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '',
  ])('refuses “%s”', (day) => {
    expect(isCalendarDay(day)).toBe(false)
  })

  test('agrees with the calendar of Date on every combination of numbers', () => {
    const numbers = [
      fc.integer({ min: 1890, max: 2210 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    ]
    fc.assert(
      fc.property(fc.tuple(...numbers), ([year = 0, month = 0, day = 0]) => {
        const date = new Date(Date.UTC(year, month - 1, day))
        const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
        expect(isCalendarDay(text)).toBe(isReal && year >= 1900 && year <= 2199)
      }),
      { numRuns: 3000 },
    )
  })
})
