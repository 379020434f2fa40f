import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFromNumber, dayNumber } from '../calendar/calendar.ts'
import { parseQuickAdd } from '../capture/quick-add.ts'
import { readDayText } from './read-day.ts'

/** A Thursday. */
const TODAY = '2026-03-05'
const BACK = { today: TODAY, weekStartsOn: 1 } as const
const PLANNED = { ...BACK, planned: true }

describe('the same in every field', () => {
  test.each([
    ['2026-11-01', '2026-11-01'],
    ['2026-1-5', '2026-01-05'],
    ['2026/11/01', '2026-11-01'],
    ['2026.11.01', '2026-11-01'],
    ['01.11.2026', '2026-11-01'],
    ['1.11.2026', '2026-11-01'],
    ['01/11/2026', '2026-11-01'],
    ['01-11-2026', '2026-11-01'],
    ['01.11.2026 г.', '2026-11-01'],
    ['01.11.2026г', '2026-11-01'],
    ['01112026', '2026-11-01'],
    ['20261101', '2026-11-01'],
    ['20112026', '2026-11-20'],
    ['29.02.24', '2024-02-29'],
    ['1/3/26', '2026-03-01'],
    ['01.01.99', '2099-01-01'],
    ['29 Feb 2024', '2024-02-29'],
    ['29 feb. 2024', '2024-02-29'],
    ['Feb 29, 2024', '2024-02-29'],
    ['February 29th 2024', '2024-02-29'],
    ['29 февраля 2024', '2024-02-29'],
    ['29 февраля 2024 г.', '2024-02-29'],
    ['29 фев 2024', '2024-02-29'],
    ['сегодня', TODAY],
    ['Today', TODAY],
    ['вчера', '2026-03-04'],
    ['позавчера', '2026-03-03'],
    ['the day before yesterday', '2026-03-03'],
    ['3 дня назад', '2026-03-02'],
    ['неделю назад', '2026-02-26'],
    ['завтра', '2026-03-06'],
    ['tomorrow', '2026-03-06'],
    ['послезавтра', '2026-03-07'],
    ['the day after tomorrow', '2026-03-07'],
    ['через неделю', '2026-03-12'],
    ['через 2 месяца', '2026-05-05'],
    ['in 3 days', '2026-03-08'],
    ['in a year', '2027-03-05'],
    ['last Friday', '2026-02-27'],
    ['чт, 5 марта', TODAY],
    ['Thu, 5 March', TODAY],
    ['\u200e５.３.2026\ufeff', TODAY],
    ['  5\u00a0марта\u00a02026  ', TODAY],
  ])('%s', (text, day) => {
    expect(readDayText(text, BACK)).toBe(day)
    expect(readDayText(text, PLANNED)).toBe(day)
  })

  test.each([
    '31.02.2026',
    '29.02.2025',
    '2026-02-31',
    '31/11/2026',
    '11/25/2026',
    '00.01.2026',
    '31022026',
    '30 February',
    '45 марта',
    '31.02',
    'пт, 5 марта 2026',
    '01.01.3000',
    'через 9999 лет',
  ])('%s is impossible', (text) => {
    expect(readDayText(text, BACK)).toBe('impossible')
    expect(readDayText(text, PLANNED)).toBe('impossible')
  })

  test.each([
    '',
    ' ',
    'когда-нибудь',
    '5',
    '2026',
    'март 2026',
    '5 марта вечером',
    'к 5 марта',
    'вчера!',
    '«вчера»',
    '5.3.2026 10:00',
    '5 марта 2026, 21:40',
    '5.3-2026',
    '1.2.3.4',
    '12345678',
    'через 1,5 недели',
    'вчера или позавчера',
  ])('%j is refused', (text) => {
    expect(readDayText(text, BACK)).toBeNull()
    expect(readDayText(text, PLANNED)).toBeNull()
  })
})

test.each([
  ['01.11', '2025-11-01', '2025-11-01'],
  ['1.8', '2025-08-01', '2026-08-01'],
  ['5.3', TODAY, TODAY],
  ['6/3', '2025-03-06', '2026-03-06'],
  ['25/11', '2025-11-25', '2025-11-25'],
  ['6 марта', '2025-03-06', '2026-03-06'],
  ['March 6', '2025-03-06', '2026-03-06'],
  ['29.02', '2024-02-29', '2028-02-29'],
  ['пятница', '2026-02-27', '2026-03-06'],
  ['on Thursday', TODAY, TODAY],
])('without a year %s is %s where it is over, %s where it is planned', (text, over, planned) => {
  expect(readDayText(text, BACK)).toBe(over)
  expect(readDayText(text, PLANNED)).toBe(planned)
})

const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayFromNumber)

describe('properties', () => {
  test('a day in any form of a date reads as itself, whenever it is typed', () => {
    fc.assert(
      fc.property(days, days, fc.boolean(), (day, today, planned) => {
        const [year = '', month = '', date = ''] = day.split('-')
        const context = { today, weekStartsOn: 1, planned } as const
        for (const text of [
          day,
          `${date}.${month}.${year}`,
          `${Number(date)}/${Number(month)}/${year}`,
          `${date}-${month}-${year}`,
          `${date}${month}${year}`,
          `${year}${month}${date}`,
        ])
          expect(readDayText(text, context)).toBe(day)
      }),
      { numRuns: 1000 },
    )
  })

  test('what is typed without a year is never far: half a year at most where it is planned, never ahead where it is over', () => {
    fc.assert(
      fc.property(days, days, (day, today) => {
        const text = `${day.slice(8)}.${day.slice(5, 7)}`
        const over = readDayText(text, { today, weekStartsOn: 1 })
        if (over !== null && over !== 'impossible') expect(over <= today).toBe(true)
        const planned = readDayText(text, { today, weekStartsOn: 1, planned: true })
        if (planned !== null && planned !== 'impossible' && text !== '29.02' && today > '1900-07' && today < '2199-06')
          expect(Math.abs(dayNumber(planned) - dayNumber(today))).toBeLessThanOrEqual(183)
      }),
      { numRuns: 1000 },
    )
  })

  test('where quick add finds a date and nothing else, a field reads the same day', () => {
    const words = fc.constantFrom(
      ...[
        'вчера',
        'в',
        'пятницу',
        'Friday',
        'last',
        '5',
        '05.03',
        '25/11',
        'марта',
        'March',
        '2025',
        '3',
        'days',
        'ago',
      ],
      ...['неделю', 'назад', 'the', 'of', 'on', '29.02.24', '2026-03-01', 'г.', 'a'],
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (parts) => {
        const line = parts.join(' ')
        const { tokens, day, problems } = parseQuickAdd(line, {
          ...BACK,
          words: [],
          kinds: null,
          skills: [],
          people: [],
        })
        const [token] = tokens
        if (token?.type !== 'date' || token.start > 0 || token.end < line.replace(/\.$/, '').length) return
        expect(readDayText(line, BACK)).toBe(problems.length > 0 ? 'impossible' : day)
      }),
      { numRuns: 3000 },
    )
  })

  test('any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), days, (text, today) => {
        const reading = readDayText(text, { today, weekStartsOn: 0, planned: true })
        expect(reading === null || reading === 'impossible' || dayNumber(reading) > -1e6).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
