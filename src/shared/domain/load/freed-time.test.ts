import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/calendar.ts'
import { addWeeks } from '../calendar/monday-weeks.ts'
import { freedTime } from './freed-time.ts'

const PRESENT = '2026-11-23'
const NOW = { present: PRESENT, weekStartsOn: 1 } as const
const ago = (weeks: number) => addWeeks(PRESENT, -weeks)
const hours = (from: number, to: number, each: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => ({ week: ago(from - index), minutes: each * 60 }))

describe('freed time', () => {
  it('is laid beside the hours of the journal before and since', () => {
    const journal = { firstDay: ago(10), weeks: [...hours(10, 6, 2), ...hours(5, 1, 4), ...hours(0, 0, 40)] }
    const entries = [
      { week: ago(8), freedMinutes: 0 },
      { week: ago(7), freedMinutes: null },
      { week: ago(5), freedMinutes: 120 },
      { week: ago(3), freedMinutes: null },
      { week: ago(1), freedMinutes: 240 },
    ]
    expect(freedTime(entries, journal, NOW)).toEqual({
      kind: 'found',
      since: ago(5),
      freedMinutes: 180,
      before: { first: ago(10), last: ago(6), weeks: 5, minutes: 120 },
      after: { first: ago(5), last: ago(1), weeks: 5, minutes: 240 },
    })
  })

  it('counts weeks without entries, and looks back half a year', () => {
    const journal = { firstDay: ago(60), weeks: hours(60, 50, 9) }
    const found = freedTime([{ week: ago(8), freedMinutes: 60 }], journal, NOW)
    expect(found).toMatchObject({ before: { weeks: 26, minutes: 0 }, after: { weeks: 8, minutes: 0 } })
  })

  it('says what is missing where there is too little on a side', () => {
    const journal = { firstDay: ago(6), weeks: hours(6, 1, 2) }
    expect(freedTime([{ week: ago(4), freedMinutes: 60 }], journal, NOW)).toEqual({
      kind: 'early',
      since: ago(4),
      before: 2,
      after: 4,
    })
    expect(freedTime([{ week: ago(2), freedMinutes: 60 }], { firstDay: null, weeks: [] }, NOW)).toMatchObject({
      kind: 'early',
      before: 0,
      after: 0,
    })
    expect(freedTime([{ week: ago(4), freedMinutes: 0 }], journal, NOW)).toEqual({ kind: 'none' })
  })

  it('has sides that do not overlap and end before the present week', () => {
    const anyWeek = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(
        fc.array(fc.record({ week: anyWeek.map(ago), freedMinutes: fc.option(fc.nat(600)) }), { minLength: 1 }),
        fc.array(fc.record({ week: anyWeek.map(ago), minutes: fc.nat(600) })),
        anyWeek,
        (entries, weeks, first) => {
          const found = freedTime(entries, { firstDay: ago(first), weeks }, NOW)
          if (found.kind !== 'found') return
          expect(found.before.last < found.after.first).toBe(true)
          expect(found.after.last).toBe(ago(1))
          expect(found.freedMinutes).toBeGreaterThan(0)
        },
      ),
    )
  })
})

it('freed time of the first week of the calendar, or of a journal that began there, is told as any', () => {
  const journal = { firstDay: '1900-01-01', weeks: [] }
  const found = (week: string) => freedTime([{ week, freedMinutes: 60 }], journal, NOW)
  expect(found('1900-01-01')).toMatchObject({ kind: 'early', before: 0 })
  expect(found('1900-01-15')).toMatchObject({ kind: 'early', before: 2 })
})

it('a week of which the journal has a part is no full week', () => {
  const journal = { firstDay: addDays(ago(8), 1), weeks: [] }
  expect(freedTime([{ week: ago(4), freedMinutes: 60 }], journal, NOW)).toMatchObject({
    kind: 'early',
    before: 3,
    after: 4,
  })
})
