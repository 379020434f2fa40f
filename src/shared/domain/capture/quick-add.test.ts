import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import quickAddWords from '#resources/plan/quick-add.json' with { type: 'json' }
import { KindWords } from '#shared/model/template.ts'
import { shippedModel } from '../../../../tests/fixtures/capture/shipped-kinds.ts'
import { addDays, dayFromNumber, dayNumber } from '../calendar/calendar.ts'
import { createKindScorer } from './kind-model.ts'
import { parseQuickAdd } from './quick-add.ts'
import type { QuickAddContext } from './quick-add-reading.ts'

/** A Thursday. */
const TODAY = '2026-03-05'
const CONTEXT: QuickAddContext = {
  today: TODAY,
  words: KindWords.array().parse(quickAddWords),
  kinds: createKindScorer(shippedModel),
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
/** The reading of a line, without places. */
const read = (line: string) => {
  const { tokens, problems, reasons: _reasons, suggested: _suggested, ...said } = parse(line)
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
      itemUids: [],
      inbox: false,
      problems: [],
      types: ['kind', 'kind', 'duration', 'date', 'skill', 'person'],
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
      itemUids: [],
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
      'kind:OTUS',
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
    ['Q1 review w/ @Bob_Smith & @Ann: 1h', 'Q1 review'],
    ['Обсудили переезд с @Иван, @Bob', 'Обсудили переезд'],
    ['Прочитал «Team Topologies» (45м, вчера).', 'Прочитал «Team Topologies».'],
    ['Прочитал главу 45 мин.', 'Прочитал главу'],
    ['Прочитал главу вчера. Понял про команды', 'Прочитал главу. Понял про команды'],
    ['2 ч. OTUS', 'OTUS'],
    ['OTUS — 2ч — вчера', 'OTUS'],
    ['OTUS 2ч —', 'OTUS'],
    ['Встреча – 2ч – обсудили план', 'Встреча – обсудили план'],
    ['вчера: OTUS', 'OTUS'],
    ['встреча (вчера с @Иван на кухне)', 'встреча (на кухне)'],
    ['доклад про #архитектура 30м', 'доклад про архитектура'],
    ['читал про #архитектуру событийных систем', 'читал про архитектуру событийных систем'],
    ['изучил #архитектуру событийных систем 1ч', 'изучил архитектуру событийных систем'],
    ['а что если #микрофронты', 'а что если микрофронты'],
    ['курс OTUS #arch с практикой', 'курс OTUS с практикой'],
    ['#arch курс OTUS', 'курс OTUS'],
    ['лекция 2ч #arch', 'лекция'],
    ["commented on @Bob's post", "commented on Bob's post"],
    ['выкатили вместе с @Иван поиск', 'выкатили поиск'],
    ['sprint planning 1h30 😴', 'sprint planning'],
    ['тренинг 3 часа 🙂 #arch', 'тренинг'],
    ['сдал PMP!!! 🎉', 'сдал PMP'],
    ['сдал PMP! 🎉', 'сдал PMP!'],
    ['🎉🎉🎉🎉 сдал PMP', '🎉🎉🎉🎉 сдал PMP'],
    ['прочитал Team Topologies™', 'прочитал Team Topologies™'],
    ['ура!', 'ура!'],
    ['🎉', '🎉'],
    ['мало дизайна. 15 min', 'мало дизайна'],
    ['курсы и т.д. 2ч', 'курсы и т.д.'],
    ['Что : где', 'Что : где'],
    ['- пункт списка -', '- пункт списка -'],
  ])('%s', (line, title) => expect(parse(line).title).toBe(title))

  test.each([
    ['книга: Team Topologies', 'Team Topologies', 'reading'],
    ['2ч Курс: OTUS', 'OTUS', 'study'],
    ['Обсудили курс: дорого', 'Обсудили курс: дорого', 'meeting'],
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
    ['https://example.org/ книга', 'reading'],
    ['записки: https://book.example.org/book', null],
    ['bookshelf', null],
  ])('%s -> %s', (line, kind) => expect(parse(line).kind).toBe(kind))

  test.each([
    ['созвон с моим ментором', 'mentoringReceived'],
    ['studied for the PMP exam', 'certification'],
    ['написал статью на Хабр', 'visibility'],
    ['прочитал статью на Хабре', 'reading'],
    ['recorded a podcast', 'visibility'],
    ['listened to a podcast about scaling', 'study'],
    ['курс доллара', null],
    ['lesson learned', null],
    ['of course', null],
    ['exam tomorrow', null],
    ['завтра экзамен', null],
  ])('the telling word wins over the first: %s -> %s', (line, kind) => expect(parse(line).kind).toBe(kind))

  test('the words that tell the kind are named, strongest first', () => {
    const { reasons } = parse('вчера созвон с моим ментором 1ч')
    expect(reasons.map(({ text }) => text)).toContain('ментором')
    expect(reasons.map(({ weight }) => weight)).toEqual(reasons.map(({ weight }) => weight).toSorted((a, b) => b - a))
  })

  test('what is ahead is suggested; with a duration it is planned for its day', () => {
    expect(parse('завтра экзамен PMP')).toMatchObject({
      kind: null,
      day: TODAY,
      inbox: true,
      title: 'завтра экзамен PMP',
      suggested: { kind: 'certification' },
    })
    expect(parse('завтра созвон с заказчиком 1ч')).toMatchObject({ kind: null, minutes: 60, day: '2026-03-06' })
    expect(parse('договорились созвониться завтра 20м')).toMatchObject({ day: TODAY, minutes: 20 })
    expect(parse('слайды на завтра, 2ч')).toMatchObject({ day: TODAY, minutes: 120 })
  })

  test('what one tells oneself to do is only suggested, unless time was spent', () => {
    const post = 'publish a post on hiring'
    expect(parse(post)).toMatchObject({ kind: null, suggested: { kind: 'visibility' } })
    expect(parse(`${post} 20m`)).toMatchObject({ kind: 'visibility', minutes: 20 })
    expect(parse('прочитать главу Клеппмана')).toMatchObject({ kind: null, suggested: { kind: 'reading' } })
    expect(parse('надо прочитать Клеппмана').kind).toBeNull()
    expect(parse('пять задач на графы').kind).toBe('practice')
  })

  test('without the learned model only a label tells a kind', () => {
    expect(parse('встреча с командой', { kinds: null })).toMatchObject({ kind: null, inbox: true })
    expect(parse('встреча: команда', { kinds: null })).toMatchObject({ kind: 'meeting', title: 'команда' })
  })
})

describe('a bare number at the end', () => {
  test.each([
    ['weekly sync w/ leads 30', 30, 'weekly sync w/ leads'],
    ['созвон с командой, 45 #arch', 45, 'созвон с командой'],
    ['читал доки по сетям 40 вчера', 40, 'читал доки по сетям'],
  ])('is minutes where that is sure: %s', (line, minutes, title) =>
    expect(parse(line)).toMatchObject({ minutes, title, suggested: { minutes: null } }),
  )

  test.each([
    ['read about Java 25', 25],
    ['курс евро 95', 95],
    ['созвон с командой 37', 37],
  ])('is offered where it may be: %s', (line, value) =>
    expect(parse(line)).toMatchObject({ minutes: null, title: line, suggested: { minutes: { value } } }),
  )

  test.each(['читал главу 10', 'post office before 6', 'sprint 45', 'встреча 2ч 30 человек', 'bug 120', 'итоги 2025'])(
    'is nothing of the kind: %s',
    (line) => expect(parse(line).suggested.minutes).toBeNull(),
  )
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
        expect(found.inbox).toBe(found.title !== '' && found.kind === null && found.tokens.length === 0)
        if (found.minutes !== null) expect(found.minutes >= 0 && found.minutes <= 1440).toBe(true)
        expect(found.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        for (const problem of found.problems) expect(problem.end <= line.length).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('long pastes are read at once', () => {
    // Processor time, so that other load on the machine does not matter.
    const started = process.cpuUsage()
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
      '🎉',
      '!',
      '-',
      '🎉 ',
    ])
      for (const end of ['', ' x', ' x 2ч']) parse(piece.repeat(100_000 / piece.length) + end)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000)
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
            ...(first ? [`${first.word}:`] : []),
            name,
            ...(length === null ? [] : [formatMinutes(length, style)]),
            ...(day === null ? [] : [formatDay(day, style)]),
            ...(skill ? ['#architecture'] : []),
            ...(person ? ['@"Иван Петров"'] : []),
          ].join(' ')
          expect(parse(line)).toMatchObject({
            title: name,
            ...(first ? { kind: first.kind } : {}),
            minutes: length,
            day: day ?? TODAY,
            skillUids: skill ? ['architecture'] : [],
            people: person ? [{ uid: 'ivan' }] : [],
            newTags: [],
            problems: [],
          })
        },
      ),
      { numRuns: 1000 },
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
