import { describe, expect, test } from 'vitest'
import { parseQuickAdd } from './quick-add.ts'
import { indexItems, type NamedItem } from './quick-add-items.ts'
import { meantKey, type QuickAddContext } from './quick-add-reading.ts'

const item = (uid: string, title: NamedItem['title'], isOpen = true, type: NamedItem['type'] = 'project') => ({
  uid,
  title,
  isOpen,
  type,
})

const CONTEXT: QuickAddContext = {
  today: '2026-03-05',
  words: [],
  kinds: null,
  skills: [{ uid: 'architecture', aliases: ['архитектура'], titles: ['Архитектура систем'] }],
  people: [{ uid: 'ivan', name: 'Иван Петров' }],
  items: indexItems([
    item('kurs', 'Курс'),
    item('topologies', 'Team Topologies', true, 'learning'),
    item('dune', 'Дюна', true, 'learning'),
    item('old', 'Learning Python', false, 'learning'),
    item('go', 'Go basics', true, 'learning'),
    item('otus', 'Курс OTUS CTO', true, 'learning'),
    item('english', 'Английский 30 минут', true, 'learning'),
    item('report', 'Отчёт за вчера'),
    item('hours', 'One hour a day', true, 'learning'),
    item('stl', 'C++/STL: основы', true, 'learning'),
    item('overload', { ru: 'Перегрузка операционкой', en: 'Operational overload' }, true, 'obstacle'),
    item('billing-1', 'Новый биллинг'),
    item('billing-2', 'Новый биллинг', true, 'initiative'),
  ]),
  weekStartsOn: 1,
}

const parse = (line: string, changes: Partial<QuickAddContext> = {}) => parseQuickAdd(line, { ...CONTEXT, ...changes })

describe('a mark of an item', () => {
  test.each([
    ['ревью +Курс 2ч', ['kurs'], 'ревью Курс'],
    ['+курс 2ч', ['kurs'], 'курс'],
    ['читал +Topologies 1ч', ['topologies'], 'читал Topologies'],
    ['читал +"Team Topologies" 1ч', ['topologies'], 'читал Team Topologies'],
    ['читал +«Team Topologies», конспект', ['topologies'], 'читал Team Topologies, конспект'],
    ['+Operational_overload разбор', ['overload'], 'Operational overload разбор'],
    ['перечитал +Python', ['old'], 'перечитал Python'],
  ])('%s', (line, itemUids, title) =>
    expect(parse(line)).toMatchObject({ itemUids, title, problems: [], inbox: false }),
  )

  test.each(['обед +Аня', 'C++ и +1', 'прибавка +30%', 'цель + план', '+Неизвестное'])(
    '%s is none, where nothing is called so',
    (line) => expect(parse(line)).toMatchObject({ itemUids: [], title: line, inbox: true }),
  )

  test('+30м is a duration as ever', () => {
    expect(parse('созвон +30м')).toMatchObject(parse('созвон +30м', { items: indexItems([]) }))
  })

  test('of two items is asked about, never guessed, and then remembered', () => {
    const line = 'работал +"Новый биллинг" 1ч'
    const asked = parse(line)
    expect(asked.itemUids).toEqual([])
    expect(asked.problems).toEqual([
      { code: 'item.ambiguous', start: 8, end: 24, candidates: ['billing-1', 'billing-2'] },
    ])
    const meant = { [meantKey('+"Новый биллинг"')]: 'billing-2' }
    expect(parse(line, { meant })).toMatchObject({
      itemUids: ['billing-2'],
      problems: [],
      title: 'работал Новый биллинг',
    })
  })
})

describe('an exact title', () => {
  test.each([
    ['читал «Team Topologies» 1ч', ['topologies']],
    ['read Team Topologies 45m', ['topologies']],
    ['перечитывал «Дюна»', ['dune']],
    ['ПЕРЕГРУЗКА операционкой: план', ['overload']],
    ['C++/STL: основы, глава 2', ['stl']],
  ])('%s is linked', (line, itemUids) => expect(parse(line)).toMatchObject({ itemUids, problems: [] }))

  test.each([
    'Курс молодого бойца',
    'читал Дюна',
    'Team of Topologies',
    'team topology',
    'Learning Python',
    '«Learning Python»',
  ])('%s is not', (line) => expect(parse(line).itemUids).toEqual([]))

  test.each(['обсудили Go, basics потом', 'Go. Basics', 'Go (basics)', 'C++/STL, основы'])(
    '%s is not: the line has another sign between its words',
    (line) => expect(parse(line).itemUids).toEqual([]),
  )

  test('has dashes and white space between its words as one likes', () => {
    expect(parse('Go — basics').itemUids).toEqual(['go'])
    expect(parse('Go  basics, глава 2').itemUids).toEqual(['go'])
  })

  test('comes after the label', () => {
    const words = [{ kind: 'study' as const, ru: ['курс'], en: [] }]
    expect(parse('курс: OTUS CTO 2ч', { words })).toMatchObject({ kind: 'study', title: 'OTUS CTO', itemUids: [] })
    expect(parse('курс: Team Topologies', { words })).toMatchObject({ kind: 'study', itemUids: ['topologies'] })
    expect(parse('курс OTUS CTO 2ч', { words }).itemUids).toEqual(['otus'])
  })

  test('gives its day and its time where the rest of the line has none', () => {
    expect(parse('английский 30 минут')).toMatchObject({
      itemUids: ['english'],
      minutes: 30,
      title: 'английский 30 минут',
      tokens: [{ type: 'item' }],
    })
    expect(parse('английский 30 минут, 1ч')).toMatchObject({ itemUids: ['english'], minutes: 60 })
    expect(parse('отчёт за вчера')).toMatchObject({ itemUids: ['report'], day: '2026-03-04' })
  })

  test('stays in the title, and what the line says besides comes first', () => {
    expect(parse('read One hour a day yesterday 20m')).toMatchObject({
      title: 'read One hour a day',
      itemUids: ['hours'],
      minutes: 20,
      day: '2026-03-04',
    })
  })

  test('of two open items is asked about', () => {
    const asked = parse('новый биллинг 2ч')
    expect(asked.itemUids).toEqual([])
    expect(asked.problems).toMatchObject([{ code: 'item.ambiguous', candidates: ['billing-1', 'billing-2'] }])
    const meant = { [meantKey('Новый Биллинг')]: 'billing-1' }
    expect(parse('новый биллинг 2ч', { meant })).toMatchObject({ itemUids: ['billing-1'], problems: [] })
  })

  test('that was taken away is not linked again', () => {
    expect(parse('read Team Topologies', { without: ['topologies'] })).toMatchObject({
      itemUids: [],
      inbox: true,
      title: 'read Team Topologies',
    })
  })

  test('that was taken away links no other of its name', () => {
    const meant = { [meantKey('новый биллинг')]: 'billing-1' }
    expect(parse('новый биллинг', { without: ['billing-1'], meant })).toMatchObject({ itemUids: [], problems: [] })
    // With one candidate left there is no question.
    for (const text of ['новый биллинг', '+"новый биллинг"'])
      for (const without of [['billing-1'], ['billing-1', 'billing-2']])
        expect(parse(text, { without })).toMatchObject({ itemUids: [], problems: [] })
  })
})

test('a skill is named by its title between quotes, and a name of several words makes no tag', () => {
  expect(parse('разбор #"Архитектура систем"')).toMatchObject({ skillUids: ['architecture'], title: 'разбор' })
  expect(parse('разбор #"совсем другое"')).toMatchObject({ skillUids: [], newTags: [] })
})

test('of several people of one name the chosen one is meant', () => {
  const people = [
    { uid: 'a', name: 'Анна Смирнова' },
    { uid: 'b', name: 'Анна Королёва' },
  ]
  expect(parse('созвон @Анна', { people }).problems).toMatchObject([
    { code: 'person.ambiguous', candidates: ['a', 'b'] },
  ])
  expect(parse('созвон @Анна', { people, meant: { '@анна': 'b' } })).toMatchObject({
    people: [{ uid: 'b' }],
    problems: [],
  })
})
