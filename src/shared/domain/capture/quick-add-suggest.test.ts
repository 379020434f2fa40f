import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuickAdd } from './quick-add.ts'
import type { NamedItem } from './quick-add-items.ts'
import { findOpenMark, indexOffers, isSettled, isUnfinished, offersFor, takeOffer } from './quick-add-suggest.ts'

const INDEX = indexOffers({
  skills: [
    {
      uid: 'architecture',
      title: { ru: 'Архитектура ПО', en: 'Software architecture' },
      titles: ['Архитектура ПО', 'Software architecture'],
      aliases: ['архитектура', 'arch'],
    },
    { uid: 'own', title: 'Публичные выступления', titles: ['Публичные выступления'], aliases: [] },
  ],
  tags: ['важно', 'архив', '2024', 'code review', '1с'],
  people: [
    { uid: 'ivan', name: 'Иван' },
    { uid: 'petrov', name: 'Иван Петров' },
    { uid: 'olga', name: 'Ольга Иванова' },
    { uid: 'ann-1', name: 'Ann Lee' },
    { uid: 'ann-2', name: 'Ann Lee' },
  ],
  items: [
    { uid: 'done', type: 'project', title: 'Курс 2020', isOpen: false },
    { uid: 'kurs', type: 'project', title: 'Курс', isOpen: true },
    { uid: 'topologies', type: 'learning', title: 'Team Topologies', isOpen: true },
  ],
})

/** `|` is the caret. */
function open(typed: string) {
  const caret = typed.indexOf('|')
  return findOpenMark(typed.replace('|', ''), caret)
}
const offered = (typed: string) => {
  const mark = open(typed)
  return mark === null ? null : offersFor(mark, INDEX).map(({ uid, title }) => uid ?? title)
}

describe('the mark being typed', () => {
  test.each([
    ['созвон @Ив|', '@', 'Ив'],
    ['#|', '#', ''],
    ['читал +"Team To|', '+', 'Team To'],
    ['@Иван Пет|', '@', 'Иван Пет'],
    ['(#арх|итектура)', '#', 'арх'],
  ])('%s', (typed, sign, query) => expect(open(typed)).toMatchObject({ sign, query }))

  test.each([
    ['#archi|tecture!', 0, 13],
    ['@"Иван| Петров" 1ч', 0, 14],
    ['@«Иван| Петров» 1ч', 0, 14],
    ['@"Иван| Петров"', 0, 14],
    ['@"Иван| Петров "Бюджет"', 0, 6],
    ['@"Иван| Петров "(Бюджет)"', 0, 6],
    ['@"Иван| Петров"2', 0, 6],
    ['@"Иван| «Бюджет»', 0, 6],
    ['@«Иван| «Бюджет»', 0, 6],
    ['@“Иван| "Бюджет"', 0, 6],
    ['@Иван|/Пётр', 0, 5],
    ['+Ку|рс. Потом', 0, 5],
    ['обед @|', 5, 6],
  ])('%s goes to the end of its word', (typed, start, end) => expect(open(typed)).toMatchObject({ start, end }))

  test.each([
    'C#|',
    'a@b|',
    'https://x.org/#a|',
    '@"Иван"|',
    '# |',
    'C++|',
    '|#a',
    'обед|',
    'задача #1|',
    'оценили +1|',
    '@1|',
  ])('%s is none', (typed) => expect(open(typed)).toBeNull())
})

describe('what is offered', () => {
  test.each([
    ['#арх|', ['architecture', 'архив']],
    ['#soft|', ['architecture']],
    ['#архитектуру|', ['architecture']],
    ['#выст|', ['own']],
    ['@иванов|', ['olga']],
    ['@Ивана|', ['ivan', 'petrov']],
    ['@Ивановой|', ['olga']],
    ['@Пет|', ['petrov']],
    ['@Иван П|', ['petrov']],
    ['+курс|', ['kurs', 'done']],
    ['+топ|', []],
    ['#1с|', ['1с']],
    ['#cod|', []],
    ['#"20|', []],
    ['+Topo|', ['topologies']],
    ['обед с @Иван вчера|', []],
  ])('%s', (typed, expected) => expect(offered(typed)).toEqual(expected))

  test('is never more than eight', () => {
    const people = Array.from({ length: 30 }, (_, at) => ({ uid: String(at), name: `Иван ${at}` }))
    const index = indexOffers({ skills: [], tags: [], items: [], people })
    expect(offersFor({ sign: '@', query: 'ив', start: 0, end: 3, isUnclosed: false }, index)).toHaveLength(8)
  })

  test('need not be chosen where the mark means one thing as it is', () => {
    const settled = (typed: string) => {
      const mark = open(typed)
      return mark !== null && isSettled(mark, INDEX)
    }
    for (const typed of ['#архитектура|', '#важно|', '@Иван|', '@Петрова|', '+Topologies|'])
      expect(settled(typed)).toBe(true)
    for (const typed of ['#арх|', '#|', '@Ann|', '@Незнакомец|', '+Tea|']) expect(settled(typed)).toBe(false)
  })
})

test('is completed by Enter only where the mark says nothing as it stands and one thing is offered', () => {
  const isCompleted = (typed: string) => {
    const mark = open(typed)
    return mark !== null && isUnfinished(mark, offersFor(mark, INDEX), INDEX)
  }
  for (const typed of ['+Tea|', '#"Публ|', '@"Пет|']) expect([typed, isCompleted(typed)]).toEqual([typed, true])
  for (const typed of [
    '#|',
    '@|',
    '+|',
    '#арх|',
    '@Пет|',
    '@Ann|',
    '@"Ann|',
    '+Topologies|',
    '@"Ив|"',
    '+ку|',
    '+Ann|',
  ])
    expect([typed, isCompleted(typed)]).toEqual([typed, false])
})

describe('taking', () => {
  const take = (typed: string, uid: string, before: Record<string, string> = {}): [string, Record<string, string>] => {
    const mark = open(typed)
    if (mark === null) throw new Error(typed)
    const offer = offersFor(mark, INDEX).find((one) => (one.uid ?? one.title) === uid)
    if (offer === undefined) throw new Error(uid)
    const { text, caret, meant } = takeOffer({ text: typed.replace('|', ''), meant: before }, mark, offer, INDEX)
    return [`${text.slice(0, caret)}|${text.slice(caret)}`, meant]
  }
  test.each([
    ['разбор #арх|', 'architecture', 'разбор #архитектура |'],
    ['разбор #ar| вчера', 'architecture', 'разбор #arch |вчера'],
    ['#soft|', 'architecture', '#архитектура |'],
    ['разбор #архи|тектура вчера', 'architecture', 'разбор #архитектура |вчера'],
    ['#выст|', 'own', '#"Публичные выступления" |'],
    ['#ва|', 'важно', '#важно |'],
    ['@ив|', 'ivan', '@Иван |'],
    ['созвон @Пет| 1ч', 'petrov', 'созвон @"Иван Петров" |1ч'],
    ['+"Tea|"', 'topologies', '+"Team Topologies" |'],
    ['+ку|', 'kurs', '+Курс |'],
  ])('%s and %s', (typed, uid, expected) => expect(take(typed, uid)).toEqual([expected, {}]))

  test.each([
    ['call +"Te| re «Budget»', 'call +"Team Topologies" |re «Budget»'],
    ['call +"Te|am re «Budget»', 'call +"Team Topologies" |re «Budget»'],
    ['call +"Te| re "Budget" now', 'call +"Team Topologies" |re "Budget" now'],
    ['call +«Te| re “Budget”', 'call +"Team Topologies" |re “Budget”'],
    ['call +«Te|am» re «Budget»', 'call +"Team Topologies" |re «Budget»'],
    ['«call +Te|» re Budget', '«call +"Team Topologies"»| re Budget'],
    ['"call +Te|" re Budget', '"call +"Team Topologies" |" re Budget'],
    [`call +«Te|${'x'.repeat(99)}»`, 'call +"Team Topologies"»|'],
  ])('%s leaves the rest of the line', (typed, expected) => expect(take(typed, 'topologies')).toEqual([expected, {}]))

  test('takes nothing behind the caret but the rest of the name', () => {
    const tail = fc
      .array(
        fc.constantFrom(' re', ' 5', ',', ' «Budget»', ' “Budget”', ' "Budget"', ' «', ' "', '.', ' (b)', ' +x', '!'),
      )
      .map((pieces) => pieces.join(''))
    const quotes = fc.constantFrom('""', '«»', '“”')
    const rest = fc.constantFrom('', 'am', 'am Topologies')
    fc.assert(
      fc.property(quotes, rest, tail, ([open, close], rest, tail) => {
        const taken = (behind: string) => take(`call +${open}Te|${behind}`, 'topologies')[0]
        const expected = `call +"Team Topologies" ${tail.trimStart()}`
        const plain = (text: unknown) =>
          String(text)
            .replace('|', '')
            .replace(/(?<=Topologies") ?/, ' ')
        expect(plain(taken(`${rest}${close}${tail}`))).toBe(expected)
        // Without a closing quote the name ends with its word.
        expect(plain(taken(`am${tail}`))).toBe(expected)
      }),
    )
  })

  test('of two of one name remembers which', () => {
    expect(take('@Ann|', 'ann-2')).toEqual(['@"Ann Lee" |', { '@"ann lee"': 'ann-2' }])
  })

  test('of two of one name in one line keeps both', () => {
    const [one, first] = take('@Ann|', 'ann-1')
    const [both, meant] = take(`${one.replace('|', '')}@Ann|`, 'ann-2', first)
    expect([both, meant]).toEqual(['@"Ann Lee" @«Ann Lee» |', { '@"ann lee"': 'ann-1', '@«ann lee»': 'ann-2' }])
    const people = INDEX.names.people
    const context = { today: '2026-11-26', words: [], kinds: null, skills: [], people, weekStartsOn: 1 as const }
    const parsed = parseQuickAdd(both.replace('|', ''), { ...context, meant })
    expect(parsed).toMatchObject({ people: [{ uid: 'ann-1' }, { uid: 'ann-2' }], problems: [] })
    // Choosing the same person again writes the same name; a name that was typed but not chosen stays a question.
    expect(take(`${one.replace('|', '')}@Ann|`, 'ann-1', first)[0]).toBe('@"Ann Lee" @"Ann Lee" |')
    expect(take('@"Ann Lee" @Ann|', 'ann-1')[0]).toBe('@"Ann Lee" @«Ann Lee» |')
  })

  test('of one that is named alone forgets what was meant by its name before', () => {
    expect(take('@ив|', 'ivan', { '@иван': 'petrov', '@петя': 'olga' })).toEqual(['@Иван |', { '@петя': 'olga' }])
  })
})

test('a key costs little with thousands of names', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `Имя${at} Фамилия${at}`)
  const items = many(3000).map((title, at): NamedItem => ({ uid: `i${at}`, type: 'project', title, isOpen: true }))
  const index = indexOffers({
    skills: [],
    tags: many(500),
    people: many(3000).map((name, at) => ({ uid: `p${at}`, name })),
    items,
  })
  const started = performance.now()
  for (let key = 0; key < 10; key++)
    offersFor({ sign: '@', query: 'фамилия29', start: 0, end: 9, isUnclosed: false }, index)
  expect((performance.now() - started) / 10).toBeLessThan(16)
})
