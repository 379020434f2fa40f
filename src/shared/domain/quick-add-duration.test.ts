import { describe, expect, test } from 'vitest'
import { parseQuickAdd, type QuickAddContext } from './quick-add.ts'

const CONTEXT: QuickAddContext = { today: '2026-03-05', words: [], skills: [], people: [], weekStartsOn: 1 }

const parse = (line: string) => parseQuickAdd(line, CONTEXT)
const tokens = (line: string) => parse(line).tokens.map(({ type }) => type)

describe('duration', () => {
  test.each<[string, number]>([
    ['2ч', 120],
    ['2 ч', 120],
    ['2 Ч.', 120],
    ['1,5ч', 90],
    ['1.5h', 90],
    ['1,5 часа', 90],
    ['0.33h', 20],
    ['45м', 45],
    ['45 мин', 45],
    ['45 минут', 45],
    ['45m', 45],
    ['90min', 90],
    ['90 mins', 90],
    ['1ч30м', 90],
    ['1ч30', 90],
    ['1ч 30м', 90],
    ['1h 30m', 90],
    ['1h30', 90],
    ['1 час и 30 минут', 90],
    ['2ч и 45м', 165],
    ['2 hours and 15 minutes', 135],
    ['два часа', 120],
    ['two hours', 120],
    ['полчаса', 30],
    ['пол часа', 30],
    ['полтора часа', 90],
    ['час', 60],
    ['час 20 минут', 80],
    ['час с половиной', 90],
    ['четверть часа', 15],
    ['half an hour', 30],
    ['half-hour', 30],
    ['an hour', 60],
    ['an hour and a half', 90],
    ['one hour', 60],
    ['за 2 часа', 120],
    ['for 45 minutes', 45],
    ['~2ч', 120],
    ['1:30', 90],
    ['0:45', 45],
    ['24ч', 1440],
    ['0ч', 0],
  ])('%s', (text, minutes) => {
    expect(parse(`OTUS ${text}`)).toMatchObject({ title: 'OTUS', minutes, problems: [] })
    expect(parse(`${text} OTUS`)).toMatchObject({ title: 'OTUS', minutes })
    expect(tokens(`OTUS ${text}`)).toEqual(['duration'])
  })

  test.each([
    'встреча в 2 часа',
    'call at 2 h',
    'созвон через час',
    'созвон 2 часа назад',
    'sync 2 hours ago',
    'спорт 2 часа в неделю',
    'gym 2h a week',
    'каждый час',
    'час пик',
    'забег 45 м',
    'выручка 5M',
    'созвон 14:30',
    'созвон 09:30',
    'созвон в 1:30',
    'call 1:30 pm',
    'формат 1:1',
    'экран 16:9',
    'счёт 10 человек',
    'часа не хватило',
    'h m ч м',
    '2ч/нед',
    '2-3ч',
    'C2h5',
  ])('no duration in: %s', (line) => expect(parse(line)).toMatchObject({ minutes: null, title: line, problems: [] }))

  test('the first duration counts, the rest is title', () => {
    expect(parse('лекция 2ч, практика 45м')).toMatchObject({ minutes: 120, title: 'лекция, практика 45м' })
  })

  test('1:30 gives way to a clear duration', () => {
    expect(parse('созвон 1:30 вчера')).toMatchObject({ minutes: 90, title: 'созвон' })
    expect(parse('созвон 1:30 45м')).toMatchObject({ minutes: 45, title: 'созвон 1:30' })
  })

  test.each(['25ч', '1441м', '99999999999999999999ч', '1000 часов', '24ч1м'])('%s is absurd', (text) => {
    const line = `курс ${text}`
    expect(parse(line)).toMatchObject({
      title: 'курс',
      minutes: null,
      problems: [{ code: 'minutes.invalid', start: 5, end: line.length }],
    })
  })
})
