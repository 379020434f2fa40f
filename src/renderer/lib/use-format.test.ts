import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayFromNumber, dayNumber, type WeekStart } from '#shared/domain/calendar/calendar.ts'
import { readDayText } from '#shared/domain/reading/read-day.ts'
import { readDurationText } from '#shared/domain/reading/read-duration.ts'
import { readMoney } from '#shared/domain/reading/read-money.ts'
import { readNumber } from '#shared/domain/reading/read-number.ts'
import { resources } from '#shared/locales/resources.ts'
import { createTexts } from '#shared/locales/texts.ts'
import type { Language } from '#shared/model/common.ts'
import { createFormat } from './use-format.ts'

const LANGUAGES = ['ru', 'en'] as const
const TODAY = '2026-03-05'

const formatIn = (language: Language, weekStartsOn?: WeekStart) =>
  createFormat(language, createTexts(language, resources).getFixedT(language, ['common', 'load']), weekStartsOn)

/** A number as it is shown with this many decimals. */
const rounded = (value: number, digits: number) => {
  const shown = Number(value.toFixed(digits))
  return shown === 0 ? 0 : shown
}

/** Quarters are exact in binary, so rounding gives the same result everywhere. */
const figures = fc.integer({ min: -4e9, max: 4e9 }).map((quarters) => quarters / 4)
const shares = fc.integer({ min: -500, max: 500 }).map((percent) => percent / 100)
const spans = fc.integer({ min: 1, max: 6000 })
const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayFromNumber)

describe.each(LANGUAGES)('what is shown in %s reads back in a field', (shownIn) => {
  describe.each(LANGUAGES)('on a page in %s', (language) => {
    const format = formatIn(shownIn)

    /** In the other language a group of thousands may be read as decimals; then both readings are reported. */
    const expectNumber = (text: string, value: number, units: string[] = []) => {
      const reading = readNumber(text, { language, units })
      if (shownIn === language) expect(reading?.value).toBe(value)
      else expect([reading?.value, reading?.other]).toContain(value)
    }

    test('numbers, with signs and percent', async () => {
      const { number, signed, percent, signedPercent } = format
      fc.assert(
        fc.property(figures, (value) => {
          expectNumber(number(value, 2), value)
          expectNumber(signed(value), value)
          expectNumber(number(Math.round(value), 0), rounded(Math.round(value), 0))
        }),
      )
      fc.assert(
        fc.property(shares, (share) => {
          expectNumber(percent(share), rounded(share * 100, 0), ['%'])
          expectNumber(signedPercent(share), rounded(share * 100, 0), ['%'])
        }),
      )
    })

    test('money', async () => {
      const { money } = format
      const currencies = fc.constantFrom('RUB', 'USD', 'EUR', 'GBP', 'KZT', 'CHF')
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 1e12 }), currencies, (minor, currency) => {
          const reading = readMoney(money({ minor, currency }), { language, currency: 'RUB' })
          expect([reading?.money, reading?.other]).toContainEqual({ minor, currency })
        }),
        { numRuns: 100 },
      )
    })

    test('time', async () => {
      const { minutes, hours } = format
      fc.assert(
        fc.property(spans, (span) => {
          for (const bare of ['minutes', 'hours'] as const)
            expect(readDurationText(minutes(span), { language, bare })).toBe(span)
          expect(readDurationText(hours(span * 6), { language, bare: 'minutes' })).toBe(span * 6)
        }),
      )
    })

    test('days', async () => {
      const { day, shortDay, weekDay, relativeDay } = format
      const context = { today: TODAY, weekStartsOn: 1 } as const
      fc.assert(
        fc.property(days, (each) => {
          expect(readDayText(day(each), context)).toBe(each)
        }),
      )
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 364 }), (back) => {
          const each = addDays(TODAY, -back)
          for (const text of [shortDay(each), weekDay(each)]) expect(readDayText(text, context)).toBe(each)
        }),
      )
      fc.assert(
        fc.property(fc.integer({ min: -27, max: 27 }), (distance) => {
          const each = addDays(TODAY, distance)
          expect(readDayText(relativeDay(each, TODAY), context)).toBe(each)
        }),
      )
    })
  })
})

test('a review is called by its days as the language writes them, and nothing else is', () => {
  const title = '2026-01-01 – 2026-12-31'
  expect(formatIn('en').title({ type: 'review', title, day: null })).toBe('1 January 2026 – 31 December 2026')
  expect(formatIn('ru').title({ type: 'review', title, day: null })).toBe('1 января 2026 — 31 декабря 2026')
  expect(formatIn('en').title({ type: 'activity', title, day: null })).toBe(title)
})

test.each(LANGUAGES)('a week is called by the first day of the user’s week, in %s', (language) => {
  const titleOf = (weekStartsOn: 0 | 1) =>
    formatIn(language, weekStartsOn).title({
      type: 'loadEntry',
      title: 'However it is called where it is kept',
      day: '2027-11-01',
    })
  expect([titleOf(1), titleOf(0)]).toEqual(
    language === 'ru'
      ? ['Неделя с 1 ноября 2027', 'Неделя с 31 октября 2027']
      : ['Week of 1 November 2027', 'Week of 31 October 2027'],
  )
})
