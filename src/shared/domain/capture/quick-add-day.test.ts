import { describe, expect, test } from 'vitest'
import { parseQuickAdd } from './quick-add.ts'
import type { QuickAddContext } from './quick-add-reading.ts'

/** A Thursday. */
const TODAY = '2026-03-05'
const CONTEXT: QuickAddContext = { today: TODAY, words: [], kinds: null, skills: [], people: [], weekStartsOn: 1 }

const parse = (line: string, changes: Partial<QuickAddContext> = {}) => parseQuickAdd(line, { ...CONTEXT, ...changes })
const tokens = (line: string) => parse(line).tokens.map(({ type }) => type)

describe('date', () => {
  test.each([
    ['сегодня', '2026-03-05'],
    ['Вчера', '2026-03-04'],
    ['позавчера', '2026-03-03'],
    ['today', '2026-03-05'],
    ['yesterday', '2026-03-04'],
    ['day before yesterday', '2026-03-03'],
    ['the day before yesterday', '2026-03-03'],
    ['за вчера', '2026-03-04'],
    ['3 дня назад', '2026-03-02'],
    ['3 days ago', '2026-03-02'],
    ['три дня назад', '2026-03-02'],
    ['день назад', '2026-03-04'],
    ['неделю назад', '2026-02-26'],
    ['two weeks ago', '2026-02-19'],
    ['a month ago', '2026-02-05'],
    ['год назад', '2025-03-05'],
    ['2026-03-01', '2026-03-01'],
    ['2026-3-1', '2026-03-01'],
    ['on 2026-03-01', '2026-03-01'],
    ['05.03.2026', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['05.03.2026г.', '2026-03-05'],
    ['05.03.25', '2025-03-05'],
    ['05.03', '2026-03-05'],
    ['06.03', '2025-03-06'],
    ['29.02', '2024-02-29'],
    ['5 марта', '2026-03-05'],
    ['6 марта', '2025-03-06'],
    ['5-го марта', '2026-03-05'],
    ['5 мар.', '2026-03-05'],
    ['31 дек', '2025-12-31'],
    ['5 марта 2025', '2025-03-05'],
    ['5 марта 2025 г.', '2025-03-05'],
    ['5 марта 2025 года', '2025-03-05'],
    ['March 5', '2026-03-05'],
    ['March 5th, 2025', '2025-03-05'],
    ['on March 6', '2025-03-06'],
    ['5 Mar', '2026-03-05'],
    ['5 Mar 2024', '2024-03-05'],
    ['the 5th of March', '2026-03-05'],
    ['29 февраля', '2024-02-29'],
    ['четверг', '2026-03-05'],
    ['пт', '2026-02-27'],
    ['в пятницу', '2026-02-27'],
    ['во вторник', '2026-03-03'],
    ['в среду', '2026-03-04'],
    ['on Friday', '2026-02-27'],
    ['Mon', '2026-03-02'],
    ['on Sat', '2026-02-28'],
    ['last Tuesday', '2026-02-24'],
    ['в прошлый вторник', '2026-02-24'],
    ['прошлую пятницу', '2026-02-27'],
    ['this Monday', '2026-03-02'],
    ['2027-01-01', '2027-01-01'],
    ['last night', '2026-03-04'],
    ['прошлой ночью', '2026-03-04'],
    ['this morning', '2026-03-05'],
    ['сегодня утром', '2026-03-05'],
    ['вчера вечером', '2026-03-04'],
    ['yesterday evening', '2026-03-04'],
    ['позавчера вечером', '2026-03-03'],
    ['в субботу утром', '2026-02-28'],
    ['on Saturday morning', '2026-02-28'],
    ['утром в субботу', '2026-02-28'],
    ['на прошлой неделе', '2026-02-26'],
    ['last week', '2026-02-26'],
    ['пару дней назад', '2026-03-03'],
    ['дня три назад', '2026-03-02'],
    ['a couple of days ago', '2026-03-03'],
    ['25/11', '2025-11-25'],
    ['11/25', '2025-11-25'],
    ['05/03', '2026-03-05'],
    ['24 числа', '2026-02-24'],
    ['24-го', '2026-02-24'],
    ['on the 24th', '2026-02-24'],
  ])('%s -> %s', (text, day) => {
    expect(parse(`OTUS ${text}`)).toMatchObject({ title: 'OTUS', day, problems: [] })
    expect(parse(`${text} OTUS`)).toMatchObject({ title: 'OTUS', day })
    expect(tokens(`OTUS ${text}`)).toEqual(['date'])
  })

  test.each([
    'план на пятницу',
    'prep for Friday',
    'отчёт от 05.03.2025',
    'подготовка к 8 марта',
    'deadline by March 1',
    'планы до вчера',
    'notes from yesterday',
    'next Friday',
    'в следующую пятницу',
    'каждую пятницу',
    'настроил среду разработки',
    'Sun Microsystems',
    'sat with the team',
    'Python 3.12',
    'Ubuntu 24.04',
    'время 16.45',
    'версия 10.12',
    '192.168.10.11',
    'вчерашний день',
    '«Вчера»',
    '`today`',
    'may 2025',
    'март 2025',
    '10 недель',
    'never deploy on Friday',
    'распродажа на чёрную пятницу',
    'capacity for Black Friday',
    'booked the exam, March 20',
    'записался на экзамен 20 марта',
    'завтрашний доклад',
    'слайды на завтра',
    'глава 10/12',
  ])('no date in: %s', (line) => expect(parse(line)).toMatchObject({ day: TODAY, title: line, problems: [] }))

  test('a day of the week with another meaning counts after another part', () => {
    expect(parse('OTUS 2ч среда')).toMatchObject({ day: '2026-03-04', title: 'OTUS' })
    expect(parse('coffee 1h sat')).toMatchObject({ day: '2026-02-28', title: 'coffee' })
    expect(parse('настроил среду 2ч')).toMatchObject({ day: TODAY, title: 'настроил среду' })
  })

  test('a short day of the week heads a line', () => {
    expect(parse('Sat: workshop')).toMatchObject({ day: '2026-02-28', title: 'workshop' })
    expect(parse('Sun - long run')).toMatchObject({ day: '2026-03-01', title: 'long run' })
    expect(parse('среда: ретро')).toMatchObject({ day: '2026-03-04', title: 'ретро' })
  })

  test('what is booked for a day to come is no past day; what was done on one is', () => {
    expect(parse('booked the exam yesterday').day).toBe('2026-03-04')
    expect(parse('записал подкаст 12 декабря').day).toBe('2025-12-12')
  })

  test('last Friday is the one of the week before, by the first day of the week', () => {
    const sunday = { today: '2026-03-08' }
    expect(parse('OTUS last Friday', { ...sunday, weekStartsOn: 1 }).day).toBe('2026-02-27')
    expect(parse('OTUS last Friday', { ...sunday, weekStartsOn: 0 }).day).toBe('2026-03-06')
    expect(parse('OTUS Friday', { ...sunday, weekStartsOn: 1 }).day).toBe('2026-03-06')
  })

  test('the first date counts; one that is a subject does not', () => {
    expect(parse('вчера отчёт от 05.03.2025')).toMatchObject({ day: '2026-03-04', title: 'отчёт от 05.03.2025' })
    expect(parse('Отчёт от 05.03.2025 вчера')).toMatchObject({ day: '2026-03-04', title: 'Отчёт от 05.03.2025' })
    expect(parse('вчера и сегодня')).toMatchObject({ day: '2026-03-04', title: 'и сегодня' })
  })

  test.each([
    '31.02',
    '31.02.2026',
    '2026-02-31',
    '2026-13-01',
    '29.02.2026',
    '31 апреля',
    'Feb 30',
    '45 марта',
    '01.01.3000',
    '99999 дней назад',
  ])('%s is impossible', (text) => {
    const line = `курс ${text}`
    expect(parse(line)).toMatchObject({
      title: 'курс',
      day: TODAY,
      problems: [{ code: 'day.invalid', start: 5, end: line.length }],
    })
  })

  test('today may be any day of the calendar', () => {
    expect(parse('вчера', { today: '1900-01-01' }).problems).toMatchObject([{ code: 'day.invalid' }])
    expect(parse('31 дек', { today: '1900-01-01' }).problems).toMatchObject([{ code: 'day.invalid' }])
    expect(parse('29 фев', { today: '2104-02-28' }).day).toBe('2096-02-29')
  })
})
