import { describe, expect, test } from 'vitest'
import { emptyAchievement } from '#shared/model/achievement.ts'
import { measuredIn } from './figures-in-text.ts'
import { coachStar, type StarFields, type StarPoint } from './star-coach.ts'

const open = (fields: Partial<StarFields>, people = 0): StarPoint[] =>
  Object.entries(coachStar({ ...emptyAchievement, ...fields }, people)).flatMap(([point, state]) =>
    state === 'clear' ? [] : [point as StarPoint],
  )
const stateOf = (point: StarPoint, fields: Partial<StarFields>, people = 0) =>
  coachStar({ ...emptyAchievement, ...fields }, people)[point]

describe('a number with its unit', () => {
  test.each([
    'Lead time fell from 40 to 25 days',
    'NPS up by 12 %',
    'Saved $1.2M a year',
    'Deployments 3x as often',
    'Halved the lead time',
    '25-30 days less',
    'Срок поставки: с 40 до 25 дней',
    'Экономия 2,5 млн ₽ в год',
    'Отток 3%',
    'Вдвое меньше инцидентов',
    'Сократили в 3 раза',
    'Окупилось за 3 года',
    'Обработали 12 000 заявок',
    'Saved 2000 hours',
    'Обработали 2000 заявок',
    'Срок поставки 40/25 дней',
    'A tenfold rise, now tripled',
    'Удвоили выручку',
    'Выпуски утроились',
  ])('is found: %s', (text) => expect(measuredIn(text)).toBe('measured'))

  test.each(['NPS went from 40 to 52', 'CSAT 4.6', 'Стало 12, было 40', 'Рейтинг вырос с 3 до 4'])(
    'is a bare number: %s',
    (text) => expect(measuredIn(text)).toBe('noUnit'),
  )

  test.each([
    'The team works better now',
    'Moved to Kubernetes v1.29 in Q3',
    'Since 2025 we release on our own',
    'Done on 12.03.2026, 15 March and 2026-03-12',
    'Команда работает лучше',
    'Запустили в 2025 году, 15 марта 2026 г.',
    'Приказ № 5, поддержка 24/7',
    'Round-the-clock 24/7 support',
    'In 2026 customers came back',
    'Certified to ISO 27001 and ISO/IEC 27001:2022',
    'Moved to Windows 11',
    'Прошли COVID-19 без потерь',
    'По ГОСТ 34.602-89 и ГОСТ Р 57580.1-2017',
    'Отчёт готов утром',
    'Built a scaffold',
  ])('is none: %s', (text) => expect(measuredIn(text)).toBe('noNumber'))
})

describe('what an achievement leaves open', () => {
  test('everything of an empty one', () => expect(open({})).toEqual(['why', 'done', 'share', 'measure', 'confirm']))

  test('nothing of a whole one', () => {
    expect(
      open({
        situation: 'Releases took six weeks, and customers went elsewhere.',
        task: 'I answered for the pipeline.',
        action: 'Rebuilt the pipeline and moved four teams to it.',
        result: 'Lead time fell from 40 to 25 days; Anna Baker can confirm it.',
      }),
    ).toEqual([])
    expect(
      open({
        situation: 'Релизы выходили раз в шесть недель, клиенты уходили.',
        action: 'Перестроил конвейер и перевёл на него четыре команды.',
        result: 'Срок поставки — с 40 до 25 дней, подтвердит Анна.',
      }),
    ).toEqual([])
  })

  test('why it mattered, until stakes are named', () => {
    expect(stateOf('why', { situation: 'Слияние двух отделов' })).toBe('missing')
    expect(stateOf('why', { situation: 'A merger of two departments' })).toBe('missing')
    expect(stateOf('why', { situation: 'Слияние двух отделов, из-за него вставали поставки' })).toBe('clear')
    expect(stateOf('why', { situation: 'A merger of two departments', result: 'So customers no longer wait' })).toBe(
      'clear',
    )
    expect(stateOf('why', { situation: 'Сделки стояли по 6 недель' })).toBe('clear')
    expect(stateOf('why', { situation: 'Серверы простаивали по ночам' })).toBe('clear')
    expect(stateOf('why', { situation: 'The teams were blocked by us' })).toBe('clear')
    for (const situation of ['Простая схема работы', 'A blockchain pilot began', 'Stakeholder map was drawn'])
      expect(stateOf('why', { situation })).toBe('missing')
  })

  test('one’s own share, where only “we” is told', () => {
    expect(stateOf('share', { action: 'Мы перевели на него команды' })).toBe('missing')
    expect(stateOf('share', { action: 'We moved the teams' })).toBe('missing')
    expect(stateOf('share', { action: 'Отдел перевёл на него команды' })).toBe('missing')
    expect(stateOf('share', { action: 'Команда всё сделала', task: 'Я отвечал за архитектуру' })).toBe('clear')
    expect(stateOf('share', { action: 'The team did it; I’ve led the design' })).toBe('clear')
    expect(stateOf('share', { action: '- Провела переговоры с тремя командами' })).toBe('clear')
    expect(stateOf('share', { action: 'We moved the teams', myShare: 40 })).toBe('clear')
    expect(stateOf('share', { action: 'The team did it, and so did I.' })).toBe('clear')
  })

  test.each([
    'Михаил перевёл команды',
    'Павел и Анна перевели команды',
    'Рамил собрал команду',
    'Fred moved the teams',
    'Квартал закрыли вовремя',
    'They cut I/O, i.e. the disks',
  ])('nor where somebody else is told: %s', (action) => expect(stateOf('share', { action })).toBe('missing'))

  test('nothing by a number that cannot be read, or a share of nothing', () => {
    const typed = 'forty' as unknown as number
    expect(stateOf('share', { myShare: 0 })).toBe('missing')
    expect(stateOf('share', { myShare: typed })).toBe('missing')
    expect(stateOf('measure', { metricResult: typed, metricUnit: 'days' })).toBe('missing')
    expect(stateOf('measure', { metricResult: 0, metricUnit: 'days' })).toBe('clear')
  })

  test('the unit of a number, in the text or beside the metric', () => {
    expect(stateOf('measure', { metricResult: 25 })).toBe('noUnit')
    expect(stateOf('measure', { metricResult: 25, metricUnit: 'дней' })).toBe('clear')
    expect(stateOf('measure', { metricResult: 25, metricName: 'NPS' })).toBe('clear')
    expect(stateOf('measure', { metricUnit: 'days' })).toBe('missing')
    expect(stateOf('measure', { title: 'Сократили срок поставки вдвое' })).toBe('clear')
    expect(stateOf('measure', { result: 'NPS went from 40 to 52' })).toBe('noUnit')
  })

  test('who can confirm it, unless a person is linked or named', () => {
    expect(stateOf('confirm', { result: 'Стало быстрее' })).toBe('missing')
    expect(stateOf('confirm', { result: 'Стало быстрее' }, 1)).toBe('clear')
    expect(stateOf('confirm', { result: 'Стало быстрее, спросите @Иван' })).toBe('clear')
    expect(stateOf('confirm', { result: 'Faster, as the customer survey shows' })).toBe('clear')
    expect(stateOf('confirm', { result: 'mail me at a@b.example' })).toBe('missing')
    expect(stateOf('confirm', { result: 'Внешний аудитор всё принял' })).toBe('clear')
    for (const result of [
      'Аудитория выросла на 20 %',
      'Команда принялась за работу',
      'Быстрее благодаря кэшу',
      'Faster thanks to a cache',
    ])
      expect(stateOf('confirm', { result })).toBe('missing')
  })
})

test.each([
  ['words', 'слово '],
  ['digits', '1'],
  ['dots', '.'],
  ['bullets', '- \n'],
  ['letters', 'a'],
  ['groups of digits', '111 '],
  ['fractions', '1/1'],
])('a very long text is read in no time: %s', (_, piece) => {
  const long = piece.repeat(16_000)
  const fields = { ...emptyAchievement, situation: long, task: long, action: long, result: long }
  // The first reading prepares the patterns.
  open({ situation: 'a b c', action: 'a b c' })
  const before = performance.now()
  coachStar(fields, 0)
  expect(performance.now() - before).toBeLessThan(100)
})
