import { describe, expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import { type DayTotal, paceStart, weekPace } from './week-pace.ts'

const day = (day: string, minutes: number): DayTotal => ({ day, minutes, activities: 1 })

describe('weekPace', () => {
  // Thursday of ISO week 1 of 2027, which begins on Monday 4 January; the week before is 53 of 2026.
  const today = '2027-01-07'

  test('holds the running week against the twelve before it, across the new year', () => {
    const days = [
      day('2026-10-11', 999), // the Sunday before the first of the twelve weeks
      day('2026-10-12', 60),
      day('2027-01-03', 120),
      day('2027-01-04', 30),
      day('2027-01-07', 15),
      day('2027-01-11', 999), // next week
    ]
    const pace = weekPace(days.slice(1), '2025-01-01', today, 1)
    expect(paceStart(today, 1)).toBe('2026-10-12')
    expect(pace).toMatchObject({ start: '2027-01-04', minutes: 45, activities: 2, paceWeeks: 12, paceMinutes: 15 })
    expect(pace.weeks).toHaveLength(12)
    expect(pace.weeks[0]).toEqual({ start: '2026-10-12', minutes: 60 })
    expect(pace.weeks[11]).toEqual({ start: '2026-12-28', minutes: 120 })
    expect(weekPace(days, '2025-01-01', today, 1).paceMinutes).toBe(15)
  })

  test('a week can begin on Sunday', () => {
    const pace = weekPace([day('2027-01-03', 120)], '2025-01-01', today, 0)
    expect(pace).toMatchObject({ start: '2027-01-03', minutes: 120, paceMinutes: 0 })
  })

  test('an empty past before the first activity does not slow the pace', () => {
    // The journal began on a Thursday, so that week may have only four days of entries; the pace comes from the week
    // after it.
    const days = [day('2026-12-24', 60), day('2026-12-28', 120)]
    expect(weekPace(days, '2026-12-24', today, 1)).toMatchObject({ paceWeeks: 1, paceMinutes: 120 })
    expect(weekPace(days, '2026-12-21', today, 1)).toMatchObject({ paceWeeks: 2, paceMinutes: 90 })
  })

  test('a journal begun on the last day of a week has no pace on the next day', () => {
    expect(weekPace([day('2027-01-03', 60)], '2027-01-03', '2027-01-04', 1).paceMinutes).toBeNull()
    expect(weekPace([day('2027-01-02', 60)], '2027-01-02', '2027-01-03', 0).paceMinutes).toBeNull()
    expect(weekPace([day('2027-01-03', 60)], '2027-01-03', '2027-01-10', 0).paceMinutes).toBe(60)
  })

  test('without a full week there is no pace', () => {
    expect(weekPace([day('2027-01-05', 60)], '2027-01-05', today, 1)).toMatchObject({ paceWeeks: 0, paceMinutes: null })
    expect(weekPace([], null, today, 1)).toMatchObject({ minutes: 0, paceWeeks: 0, paceMinutes: null })
    expect(weekPace([], addDays(today, 30), today, 1)).toMatchObject({ paceWeeks: 0, paceMinutes: null })
  })
})
