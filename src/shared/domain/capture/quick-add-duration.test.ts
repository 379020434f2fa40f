import { describe, expect, test } from 'vitest'
import { parseQuickAdd } from './quick-add.ts'
import type { QuickAddContext } from './quick-add-reading.ts'

const CONTEXT: QuickAddContext = {
  today: '2026-03-05',
  words: [],
  kinds: null,
  skills: [],
  people: [],
  weekStartsOn: 1,
}

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
    [',5h', 30],
    [',5 ч', 30],
    ['.5h', 30],
    ['.5 ч', 30],
    ['~,5ч', 30],
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
    ['2 ч 30', 150],
    ['2 ч. 30', 150],
    ['2ч 05', 125],
    ['1 h 30', 90],
    ['1h 30', 90],
    ['два часа 15', 135],
    ['час 20', 80],
    ['1 ч. 30 мин.', 90],
    ['1ч. 30м.', 90],
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
    ['пару часов', 120],
    ['a couple of hours', 120],
    ['сорок минут', 40],
    ['двадцать пять минут', 25],
    ['twenty minutes', 20],
    ['forty-five minutes', 45],
    ['1ч 30 🙂', 90],
    ['час десять', 70],
    ['два часа сорок', 160],
    ['часа два', 120],
    ['минут сорок', 40],
    ['около часа', 60],
    ['почти 2 часа', 120],
    ['about an hour', 60],
    ['на 40 минут', 40],
    ['часик', 60],
    ['2-3 часа', 150],
    ['2-3ч', 150],
    ['40-50 мин', 45],
    ['10-15 минут', 15],
    ['10:00-11:30', 90],
    ['10:00 – 11:30', 90],
    ['в 10:00-11:30', 90],
    ['с 10 до 11:30', 90],
    ['с 10 до 11', 60],
    ['from 10 to 11', 60],
    ['from 11 to 1pm', 120],
    ['2-3pm', 60],
    ['с 22:00 до 00:30', 150],
    ['9am-10pm', 780],
    ['from 11pm to 1am', 120],
    ['с 9 утра до 10 вечера', 780],
    ['с 10:00 до 00:00', 840],
    ['с 08:00 до 00:00', 960],
    ['10:00-2:00', 240],
    ['5-10 часов', 450],
    ['0-5 ч', 150],
    ['2-hour', 120],
    ['30-минутный', 30],
    ['двухчасовой', 120],
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
    'C2h5',
    'вырос с 10 до 12 человек',
    'from 3.11 to 3.12',
    'отпуск с 10 до 15 июня',
    'ratio 3-5',
    'встреча перенеслась на час',
    'опоздал на 2 часа',
  ])('no duration in: %s', (line) => expect(parse(line)).toMatchObject({ minutes: null, title: line, problems: [] }))

  test.each([
    ['2 ч 30 страниц', 120, '30 страниц'],
    ['читал 1h 30 pages', 60, 'читал 30 pages'],
    ['1,5 ч 30', 90, '30'],
    ['2 ч 75', 120, '75'],
    ['2 ч 30 #облако', 150, '2 ч 30 #облако'],
    ['2 ч 30, созвон', 150, 'созвон'],
    ['2 ч 30 «Вчера»', 150, '«Вчера»'],
    ['созвон 2 ч 30 вчера', 150, 'созвон'],
    ['созвон 2 ч 5 марта', 120, 'созвон'],
    ['call 2h 5 March', 120, 'call'],
    ['1ч 30 читал', 90, 'читал'],
    ['1ч 30 созвон с командой', 90, 'созвон с командой'],
    ['1h 30 standup', 90, 'standup'],
    ['2h 30 with Ann', 150, 'with Ann'],
    ['3,5 балла', null, '3,5 балла'],
    ['счёт 2,5', null, 'счёт 2,5'],
    ['раз, 5 ч', 300, 'раз'],
    ['раз,5 ч', 300, 'раз'],
  ])('a number after the hours is minutes where it counts nothing: %s', (line, minutes, title) =>
    expect(parse(line)).toMatchObject({ minutes, title: title.startsWith('2 ч') ? 'облако' : title }),
  )

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
