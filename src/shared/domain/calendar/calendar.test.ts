import * as dateFns from 'date-fns'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  dayFromNumber,
  dayNumber,
  dayParts,
  daysInMonth,
  differenceInDays,
  isoWeekKey,
  localDay,
  makeDay,
  monthsOf,
  type WeekStart,
  weekdayOf,
  weekStart,
  yearHeatmap,
} from './calendar.ts'

/** Zones with their offset in January 2026, minutes west of UTC. */
const ZONES = { UTC: 0, 'Asia/Kathmandu': -345, 'Pacific/Apia': -780, 'America/St_Johns': 210 }
type Zone = keyof typeof ZONES

/** Any day of 1902-2197, so that steps of two years stay in range. */
const anyDay = fc.integer({ min: dayNumber('1902-01-01'), max: dayNumber('2197-12-31') }).map(dayFromNumber)
const weekStartsOn = fc.constantFrom<WeekStart>(0, 1)

/** Switches the time zone of this process and checks that the switch took effect. */
function inZone(zone: Zone) {
  vi.stubEnv('TZ', zone)
  expect(new Date(Date.UTC(2026, 0, 15)).getTimezoneOffset()).toBe(ZONES[zone])
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe.each(Object.keys(ZONES) as Zone[])('under %s', (zone) => {
  test('days step one by one through whole years, none missing, none twice', () => {
    inZone(zone)
    let day = '2011-01-01'
    for (let step = 0; step < 731; step++) {
      const next = addDays(day, 1)
      expect(next > day).toBe(true)
      expect(differenceInDays(next, day)).toBe(1)
      day = next
    }
    expect(day).toBe('2013-01-01')
  })

  test('the day that Samoa skipped is a day like any other', () => {
    inZone(zone)
    expect(addDays('2011-12-29', 1)).toBe('2011-12-30')
    expect(weekdayOf('2011-12-30')).toBe(5)
    expect(yearHeatmap(2011, 1).flat()).toContain('2011-12-30')
  })

  test('29 February', () => {
    inZone(zone)
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  })

  test('ISO weeks at the turn of a year', () => {
    inZone(zone)
    expect(isoWeekKey('2020-12-31')).toBe('2020-W53')
    expect(isoWeekKey('2021-01-03')).toBe('2020-W53')
    expect(isoWeekKey('2021-01-04')).toBe('2021-W01')
    expect(isoWeekKey('2018-12-31')).toBe('2019-W01')
    expect(isoWeekKey('2026-12-31')).toBe('2026-W53')
    expect(isoWeekKey('2027-01-03')).toBe('2026-W53')
  })
})

test('the local day is the one on the wall clock', () => {
  const instant = Date.UTC(2026, 2, 5, 18, 30)
  inZone('UTC')
  expect(localDay(instant)).toBe('2026-03-05')
  inZone('Asia/Kathmandu')
  expect(localDay(instant)).toBe('2026-03-06')
  inZone('Pacific/Apia')
  expect(localDay(instant)).toBe('2026-03-06')
  inZone('America/St_Johns')
  expect(localDay(Date.UTC(2026, 2, 5, 3, 29))).toBe('2026-03-04')
})

describe('equal to date-fns under UTC', () => {
  const utc = (day: string) => dateFns.parseISO(day)
  const text = (date: Date) => dateFns.format(date, 'yyyy-MM-dd')
  const check = (property: fc.IPropertyWithHooks<[string, number]> | fc.IProperty<[string, number]>) => {
    inZone('UTC')
    fc.assert(property, { numRuns: 1000 })
  }

  test('addDays and differenceInDays', () =>
    check(
      fc.property(anyDay, fc.integer({ min: -700, max: 700 }), (day, amount) => {
        expect(addDays(day, amount)).toBe(text(dateFns.addDays(utc(day), amount)))
        expect(differenceInDays(addDays(day, amount), day)).toBe(amount)
      }),
    ))

  test('addMonths and addYears', () =>
    check(
      fc.property(anyDay, fc.integer({ min: -24, max: 24 }), (day, amount) => {
        expect(addMonths(day, amount)).toBe(text(dateFns.addMonths(utc(day), amount)))
        const years = Math.trunc(amount / 12)
        expect(addYears(day, years)).toBe(text(dateFns.addYears(utc(day), years)))
      }),
    ))

  test('weekdayOf, isoWeekKey, weekStart', () =>
    check(
      fc.property(anyDay, weekStartsOn, (day, start) => {
        expect(weekdayOf(day)).toBe(dateFns.getDay(utc(day)))
        expect(isoWeekKey(day)).toBe(dateFns.format(utc(day), "RRRR-'W'II"))
        expect(weekStart(day, start as WeekStart)).toBe(
          text(dateFns.startOfWeek(utc(day), { weekStartsOn: start as WeekStart })),
        )
      }),
    ))
})

test('day numbers round-trip and count from 1970', () => {
  expect(dayNumber('1970-01-01')).toBe(0)
  expect(dayNumber('1969-12-31')).toBe(-1)
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayFromNumber(dayNumber(day))).toBe(day)
      const { year, month, day: dayOfMonth } = dayParts(day)
      expect(makeDay(year, month, dayOfMonth)).toBe(day)
    }),
  )
})

test('impossible days are refused, not shifted', () => {
  expect(makeDay(2026, 2, 29)).toBeNull()
  expect(makeDay(2026, 2, 31)).toBeNull()
  expect(makeDay(2026, 13, 1)).toBeNull()
  expect(makeDay(1899, 12, 31)).toBeNull()
  expect(makeDay(2026.5, 1, 1)).toBeNull()
  expect(() => addDays('2026-02-31', 1)).toThrow(RangeError)
  expect(() => addDays('2199-12-31', 1)).toThrow(RangeError)
  expect(() => addMonths('1900-01-15', -1)).toThrow(RangeError)
  expect(() => localDay(Number.NaN)).toThrow(RangeError)
})

test('months of a year touch each other', () => {
  const months = monthsOf(2024)
  expect(months).toHaveLength(12)
  expect(months[1]).toEqual({ key: '2024-02', start: '2024-02-01', end: '2024-02-29' })
  expect(months[11]).toEqual({ key: '2024-12', start: '2024-12-01', end: '2024-12-31' })
  for (const [index, month] of months.slice(1).entries()) {
    expect(differenceInDays(month.start, months[index]?.end ?? '')).toBe(1)
  }
  expect(daysInMonth(2023, 2)).toBe(28)
})

describe('year heatmap', () => {
  test('every year from 1900 to 2199 holds each of its days once, in weeks of seven', () => {
    for (let year = 1900; year <= 2199; year++) {
      for (const start of [0, 1] as const) {
        const weeks = yearHeatmap(year, start)
        const days = weeks.flat().filter((day) => day !== null)
        expect(weeks.every((week) => week.length === 7)).toBe(true)
        expect([53, 54]).toContain(weeks.length)
        expect(days).toHaveLength(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365)
        expect(days[0]).toBe(`${year}-01-01`)
        expect(days.at(-1)).toBe(`${year}-12-31`)
      }
    }
  })

  test('rows are days of the week', () => {
    const weeks = yearHeatmap(2026, 1)
    expect(weeks[0]).toEqual([null, null, null, '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'])
    expect(weeks.flatMap((week) => week[0] ?? []).every((day) => weekdayOf(day) === 1)).toBe(true)
  })

  test('a leap year that starts on the last day of a week needs 54 weeks', () => {
    expect(yearHeatmap(2028, 0)).toHaveLength(54)
    expect(yearHeatmap(2028, 1)).toHaveLength(53)
  })
})
