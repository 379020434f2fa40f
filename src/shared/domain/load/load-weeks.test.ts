import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/calendar.ts'
import { weekDays } from '../calendar/journal-days.ts'
import { addWeeks, daysOfWeek, mondayOf } from '../calendar/monday-weeks.ts'
import { countLooked, offeredWeek, sumByWeek } from './load-weeks.ts'

const PRESENT = '2026-11-23'
/** Weeks, given as how many weeks ago they were. */
const ago = (...weeks: number[]) => new Set(weeks.map((count) => addWeeks(PRESENT, -count)))

describe('hours by week', () => {
  it('go to the week of the user’s calendar, which is known by its Monday', () => {
    const sunday = [{ day: '2026-11-22', minutes: 30 }]
    expect(sumByWeek(sunday, 1)).toEqual([{ week: '2026-11-16', minutes: 30 }])
    expect(sumByWeek(sunday, 0)).toEqual([{ week: '2026-11-23', minutes: 30 }])
  })

  it('are the sum of the days that the week opens in the journal', () => {
    const days = fc.array(
      fc.record({ day: fc.integer({ min: -60, max: 60 }).map((by) => addDays(PRESENT, by)), minutes: fc.nat(600) }),
    )
    fc.assert(
      fc.property(days, fc.constantFrom(0 as const, 1 as const), (lines, weekStartsOn) => {
        for (const { week, minutes } of sumByWeek(lines, weekStartsOn)) {
          const { from, to } = weekDays(daysOfWeek(week, weekStartsOn).start)
          const within = lines.filter(({ day }) => from <= day && day <= to)
          expect(within.reduce((sum, line) => sum + line.minutes, 0)).toBe(minutes)
          expect(within.every(({ day }) => mondayOf(day, weekStartsOn) === week)).toBe(true)
        }
      }),
    )
  })
})

it('the last week comes first while nobody looked at it, but not before the first of all', () => {
  expect(offeredWeek(ago(), PRESENT)).toBe(PRESENT)
  expect(offeredWeek(ago(2), PRESENT)).toBe(addWeeks(PRESENT, -1))
  expect(offeredWeek(ago(0, 2), PRESENT)).toBe(addWeeks(PRESENT, -1))
  expect(offeredWeek(ago(1), PRESENT)).toBe(PRESENT)
})

describe('weeks looked at', () => {
  it.each([
    ['none', ago(), { looked: 0, of: 0, row: 0 }],
    ['the present one alone', ago(0), { looked: 1, of: 1, row: 1 }],
    ['the present one not yet', ago(1, 2), { looked: 2, of: 2, row: 2 }],
    ['some skipped', ago(0, 1, 3, 4, 6, 20), { looked: 5, of: 8, row: 2 }],
    ['the last one skipped', ago(2, 3), { looked: 2, of: 3, row: 0 }],
    ['a long row', ago(...Array.from({ length: 20 }, (_, index) => index)), { looked: 8, of: 8, row: 20 }],
    ['one of the future alone', ago(-1), { looked: 0, of: 0, row: 0 }],
  ])('%s', (_name, looked, expected) => {
    expect(countLooked(looked, PRESENT)).toEqual(expected)
  })
})
