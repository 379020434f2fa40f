import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import quickAddWords from '#resources/plan/quick-add.json' with { type: 'json' }
import { PlanTemplate } from '#shared/model/template.ts'
import { addDays, dayFromNumber, dayNumber } from './calendar.ts'
import { parseQuickAdd, type QuickAddContext } from './quick-add.ts'

/** A Thursday. */
const TODAY = '2026-03-05'
const CONTEXT: QuickAddContext = {
  today: TODAY,
  words: PlanTemplate.shape.quickAdd.parse(quickAddWords),
  skills: [
    { uid: 'architecture', aliases: ['архитектура', 'architecture', 'arch'] },
    { uid: 'org', aliases: ['оргдизайн', 'orgdesign'] },
    { uid: 'reliability', aliases: ['надежность', 'sre'] },
    { uid: 'decisions', aliases: ['decision-making'] },
    { uid: 'dotnet', aliases: ['c#'] },
  ],
  people: [
    { uid: 'ivan', name: 'Иван Петров' },
    { uid: 'anna-s', name: 'Анна Смирнова' },
    { uid: 'anna-k', name: 'Анна Королёва' },
    { uid: 'bob', name: 'Bob' },
  ],
  weekStartsOn: 1,
}

const parse = (line: string, changes: Partial<QuickAddContext> = {}) => parseQuickAdd(line, { ...CONTEXT, ...changes })
/** What the line says, without the places. */
const read = (line: string) => {
  const { tokens, problems, ...said } = parse(line)
  return { ...said, problems: problems.map(({ code }) => code), types: tokens.map(({ type }) => type) }
}
const said = (line: string, changes: Partial<QuickAddContext> = {}) =>
  parse(line, changes).tokens.map(({ type, start, end }) => `${type}:${line.slice(start, end)}`)

describe('whole lines', () => {
  test('the Russian example', () => {
    expect(read('курс OTUS CTO 2ч вчера #архитектура @Иван')).toEqual({
      title: 'курс OTUS CTO',
      kind: 'study',
      minutes: 120,
      day: '2026-03-04',
      skillUids: ['architecture'],
      newTags: [],
      people: [{ uid: 'ivan' }],
      inbox: false,
      problems: [],
      types: ['kind', 'duration', 'date', 'skill', 'person'],
    })
  })

  test('the English example', () => {
    expect(read('book Team Topologies 45m yesterday #orgdesign')).toMatchObject({
      title: 'book Team Topologies',
      kind: 'reading',
      minutes: 45,
      day: '2026-03-04',
      skillUids: ['org'],
    })
  })

  test('a title alone goes to the inbox, today', () => {
    expect(read('  Подумать   о найме ')).toEqual({
      title: 'Подумать о найме',
      kind: null,
      minutes: null,
      day: TODAY,
      skillUids: [],
      newTags: [],
      people: [],
      inbox: true,
      problems: [],
      types: [],
    })
  })

  test.each(['Подумать 30м', 'Подумать вчера', 'Подумать #срочно', 'Подумать @Bob', 'книга'])('%s is sorted', (line) =>
    expect(parse(line).inbox).toBe(false),
  )

  test.each(['', '   ', '\n\t'])('a blank line is nothing', (line) => {
    expect(read(line)).toMatchObject({ title: '', inbox: false, types: [] })
  })

  test('parts in any order, glued by commas', () => {
    expect(read('вчера,2ч,#sre: разбор инцидента')).toMatchObject({
      title: 'разбор инцидента',
      minutes: 120,
      day: '2026-03-04',
      skillUids: ['reliability'],
    })
  })

  test('places are those of the line', () => {
    expect(said('Курс  OTUS, 1 ч 30 мин. в прошлую пятницу (#arch) @"Иван Петров"')).toEqual([
      'kind:Курс',
      'duration:1 ч 30 мин',
      'date:в прошлую пятницу',
      'skill:#arch',
      'person:@"Иван Петров"',
    ])
  })
})

describe('title', () => {
  test.each([
    ['встреча с @Иван про бюджет 1ч', 'встреча про бюджет'],
    ['1:1 with @Bob yesterday', '1:1'],
    ['Обсудили с @Иван и @Bob переезд', 'Обсудили переезд'],
    ['Обсудили переезд с @Иван, @Bob', 'Обсудили переезд'],
    ['Прочитал «Team Topologies» (45м, вчера).', 'Прочитал «Team Topologies».'],
    ['Прочитал главу 45 мин.', 'Прочитал главу'],
    ['Прочитал главу вчера. Понял про команды', 'Прочитал главу. Понял про команды'],
    ['2 ч. OTUS', 'OTUS'],
    ['OTUS — 2ч — вчера', 'OTUS'],
    ['Встреча – 2ч – обсудили план', 'Встреча – обсудили план'],
    ['вчера: OTUS', 'OTUS'],
    ['встреча (вчера с @Иван на кухне)', 'встреча (на кухне)'],
    ['доклад про #архитектура 30м', 'доклад'],
    ['Что : где', 'Что : где'],
    ['- пункт списка -', '- пункт списка -'],
  ])('%s', (line, title) => expect(parse(line).title).toBe(title))

  test.each([
    ['книга: Team Topologies', 'Team Topologies', 'reading'],
    ['2ч Курс: OTUS', 'OTUS', 'study'],
    ['Обсудили курс: дорого', 'Обсудили курс: дорого', 'study'],
    ['код-ревью: платежи', 'платежи', 'workProject'],
    ['курс: 2ч', 'курс', 'study'],
    ['встреча', 'встреча', 'meeting'],
  ])('a kind word is cut only as a label: %s', (line, title, kind) =>
    expect(parse(line)).toMatchObject({ title, kind }),
  )

  test.each([
    ['2ч вчера #архитектура @Иван', 'архитектура, Иван'],
    ['2ч   вчера', '2ч вчера'],
    ['#заметка', 'заметка'],
    ['@"Пётр Ильин"', 'Пётр Ильин'],
  ])('is never empty: %s', (line, title) => expect(parse(line).title).toBe(title))

  test('an over-long title is a problem, not a loss', () => {
    const long = 'слово '.repeat(50).trim()
    const found = parse(`${long} 2ч`)
    expect(found).toMatchObject({ title: long, minutes: 120, problems: [{ code: 'title.tooLong' }] })
  })
})

describe('kind', () => {
  test.each([
    ['КНИГА про найм', 'reading'],
    ['занятие по книге', 'study'],
    ['meeting about a book', 'meeting'],
    ['пет проект: бот', 'petProject'],
    ['pet-project bot', 'petProject'],
    ['Pet project bot', 'petProject'],
    ['one on one', 'meeting'],
    ['думал про джаз', null],
    ['«Книга» джунглей', null],
    ['#книга', null],
    ['https://example.org/ книга', 'reading'],
    ['записки: https://book.example.org/book', null],
    ['bookshelf', null],
  ])('%s -> %s', (line, kind) => expect(parse(line).kind).toBe(kind))

  test('the first word that names a kind wins, and the longest phrase there', () => {
    const words = [
      { kind: 'reading' as const, ru: ['код', 'чтение'], en: ['code', 'reading'] },
      { kind: 'practice' as const, ru: ['код-ревью', 'ещё'], en: ['code review', 'kata'] },
    ]
    expect(parse('код ревью чтение', { words }).kind).toBe('practice')
    expect(parse('код, ревью', { words }).kind).toBe('reading')
    expect(parse('Еще раз', { words }).kind).toBe('practice')
    expect(said('reading a code review', { words })).toEqual(['kind:reading'])
  })
})

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
    expect(said(`OTUS ${text}`)).toHaveLength(1)
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
  ])('%s -> %s', (text, day) => {
    expect(parse(`OTUS ${text}`)).toMatchObject({ title: 'OTUS', day, problems: [] })
    expect(parse(`${text} OTUS`)).toMatchObject({ title: 'OTUS', day })
    expect(said(`OTUS ${text}`)).toHaveLength(1)
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
  ])('no date in: %s', (line) => expect(parse(line)).toMatchObject({ day: TODAY, title: line, problems: [] }))

  test('a day of the week with another meaning counts after another part', () => {
    expect(parse('OTUS 2ч среда')).toMatchObject({ day: '2026-03-04', title: 'OTUS' })
    expect(parse('coffee 1h sat')).toMatchObject({ day: '2026-02-28', title: 'coffee' })
    expect(parse('настроил среду 2ч')).toMatchObject({ day: TODAY, title: 'настроил среду' })
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

describe('skills and tags', () => {
  test.each([
    ['#АРХИТЕКТУРА', ['architecture']],
    ['#надёжность', ['reliability']],
    ['#decision_making', ['decisions']],
    ['#decisionmaking', ['decisions']],
    ['#arch #architecture', ['architecture']],
    ['#arch, #sre.', ['architecture', 'reliability']],
    ['#C#', ['dotnet']],
  ])('%s', (text, skillUids) => expect(parse(`OTUS ${text}`)).toMatchObject({ skillUids, newTags: [], title: 'OTUS' }))

  test('a word that no skill knows becomes a tag, in lower case, once', () => {
    expect(parse('OTUS #Срочно #срочно #team_topologies #C++ #.net')).toMatchObject({
      newTags: ['срочно', 'team_topologies', 'c++', '.net'],
      title: 'OTUS',
      skillUids: [],
    })
  })

  test.each([
    'ticket #1',
    'задача #12345',
    'C# и F#',
    '# заголовок',
    '## заголовок',
    'https://example.org/page#part',
    'см. www.example.org/#arch',
    'example.org/page#arch',
    '`#include`',
    '"#arch"',
    '#',
    'a#b',
    '#-',
  ])('no tag in: %s', (line) => {
    expect(parse(line)).toMatchObject({ newTags: [], skillUids: [], title: line })
  })

  test('a tag of over 50 characters is a problem', () => {
    const line = `OTUS #${'я'.repeat(51)}`
    expect(parse(line)).toMatchObject({
      newTags: [],
      title: 'OTUS',
      problems: [{ code: 'tag.tooLong', start: 5, end: 57 }],
    })
  })
})

describe('people', () => {
  test.each([
    ['@Иван', { uid: 'ivan' }],
    ['@иван_петров', { uid: 'ivan' }],
    ['@Петров', { uid: 'ivan' }],
    ['@"Иван Петров"', { uid: 'ivan' }],
    ['@«иван петров»', { uid: 'ivan' }],
    ['@“Иван Петров”', { uid: 'ivan' }],
    ['@"Анна Королева"', { uid: 'anna-k' }],
    ["@Bob's", { uid: 'bob' }],
    ['@bob.', { uid: 'bob' }],
    ['@Ив', { newName: 'Ив' }],
    ['@Пётр_Ильин', { newName: 'Пётр Ильин' }],
    ['@"Mary-Ann O\'Neil"', { newName: "Mary-Ann O'Neil" }],
    ["@O'Neil", { newName: "O'Neil" }],
  ])('%s', (text, person) =>
    expect(parse(`OTUS ${text}`)).toMatchObject({ people: [person], title: 'OTUS', problems: [] }),
  )

  test('a name that several people have is asked about', () => {
    expect(parse('OTUS @Анна')).toMatchObject({
      people: [{ newName: 'Анна' }],
      problems: [{ code: 'person.ambiguous', start: 5, end: 10 }],
    })
  })

  test('an exact name is preferred to a longer one', () => {
    const people = [...CONTEXT.people, { uid: 'anna', name: 'анна' }]
    expect(parse('OTUS @Анна', { people })).toMatchObject({ people: [{ uid: 'anna' }], problems: [] })
  })

  test('everybody once', () => {
    expect(parse('OTUS @Иван @Петров @Пётр @петр').people).toEqual([{ uid: 'ivan' }, { newName: 'Пётр' }])
  })

  test.each([
    'письмо на ivan@example.org',
    'a@b',
    '@types/react',
    '@tanstack/query',
    '@user@example.org',
    'icon@2x',
    '@2x',
    '@',
    '@ Иван',
    '@_x',
    '"@Иван"',
    '@""',
    'https://example.org/@ivan',
  ])('nobody in: %s', (line) => expect(parse(line)).toMatchObject({ people: [], title: line }))
})

describe('any line', () => {
  const pieces = fc.constantFrom(
    ...'курс книга: 2ч 1,5 часа в во за назад вчера сегодня 31.02 05.03 5 марта March 2025 пт last on the #a #arch # ## @ @Иван @"И П" " « » ( ) ( , . : — - и and https://a.b/#c a@b 1:30 25ч день 3 half an hour 🙂 \u0301 \0'.split(
      ' ',
    ),
  )
  const anyLine = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc
      .tuple(fc.array(pieces, { maxLength: 25 }), fc.constantFrom(' ', '', ', ', '\n'))
      .map(([parts, glue]) => parts.join(glue)),
  )
  const anyToday = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayFromNumber)

  test('never throws; tokens are in order, inside, apart; the title is empty only for a blank line', () => {
    fc.assert(
      fc.property(anyLine, anyToday, fc.constantFrom(0 as const, 1 as const), (line, today, weekStartsOn) => {
        const found = parseQuickAdd(line, { ...CONTEXT, today, weekStartsOn })
        let end = 0
        for (const token of found.tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          end = token.end
        }
        expect(end).toBeLessThanOrEqual(line.length)
        expect(found.title === '').toBe(line.trim() === '')
        expect(found.title).toBe(found.title.trim())
        expect(found.inbox).toBe(found.title !== '' && found.tokens.length === 0)
        if (found.minutes !== null) expect(found.minutes >= 0 && found.minutes <= 1440).toBe(true)
        expect(found.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        for (const problem of found.problems) expect(problem.end <= line.length).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('long pastes are read at once', () => {
    const started = performance.now()
    for (const piece of [
      '#a ',
      '@b ',
      '"',
      '«',
      'a',
      '1',
      '2ч ',
      'вчера ',
      '1:30 ',
      'книга ',
      ',',
      ' ',
      '(',
      'е\u0301',
    ])
      parse(piece.repeat(100_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('a line made of known parts reads back', () => {
    const words = ['OTUS', 'Team', 'Topologies', 'платежи', 'роадмап', 'C#', 'сервис', '«Вчера»', 'бюджет']
    const title = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))
    const kind = fc.option(
      fc
        .constantFrom(...CONTEXT.words)
        .chain(({ kind, ru, en }) => fc.constantFrom(...ru, ...en).map((word) => ({ kind, word }))),
    )
    const minutes = fc.option(fc.integer({ min: 1, max: 1440 }))
    const back = fc.option(fc.integer({ min: 0, max: 20_000 }))
    const form = fc.nat(3)
    fc.assert(
      fc.property(
        kind,
        title,
        minutes,
        back,
        form,
        fc.boolean(),
        fc.boolean(),
        (first, name, length, daysBack, style, skill, person) => {
          const day = daysBack === null ? null : addDays(TODAY, -daysBack)
          const line = [
            ...(first ? [first.word] : []),
            name,
            ...(length === null ? [] : [formatMinutes(length, style)]),
            ...(day === null ? [] : [formatDay(day, style)]),
            ...(skill ? ['#architecture'] : []),
            ...(person ? ['@"Иван Петров"'] : []),
          ].join(' ')
          expect(parse(line)).toMatchObject({
            title: first ? `${first.word} ${name}` : name,
            kind: first?.kind ?? null,
            minutes: length,
            day: day ?? TODAY,
            skillUids: skill ? ['architecture'] : [],
            people: person ? [{ uid: 'ivan' }] : [],
            newTags: [],
            problems: [],
          })
        },
      ),
      { numRuns: 2000 },
    )
  })
})

function formatMinutes(minutes: number, style: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (style === 0 || hours === 0) return `${minutes} мин`
  if (style === 1) return `${hours}h ${rest}m`
  if (style === 2) return `${hours}ч${rest}м`
  return `${hours} часов ${rest} минут`
}

function formatDay(day: string, style: number): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const names = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
  if (style === 0) return day
  if (style === 1) return `${dayOfMonth}.${month}.${year}`
  return `${Number(dayOfMonth)} ${names[Number(month) - 1]} ${year}`
}
