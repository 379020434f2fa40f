import { describe, expect, test } from 'vitest'
import { parseQuickAdd } from './quick-add.ts'
import type { QuickAddContext } from './quick-add-reading.ts'

const CONTEXT: QuickAddContext = {
  today: '2026-03-05',
  words: [],
  kinds: null,
  skills: [
    { uid: 'architecture', aliases: ['архитектура', 'architecture', 'arch'] },
    { uid: 'org', aliases: ['оргдизайн', 'orgdesign'] },
    { uid: 'reliability', aliases: ['надежность', 'sre'] },
    { uid: 'decisions', aliases: ['decision-making'] },
    { uid: 'dotnet', aliases: ['c#'] },
    { uid: 'devops', aliases: ['девопс'], alsoCalled: ['k8s', 'контейнеры', 'sre'] },
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

describe('skills and tags', () => {
  test.each([
    ['#АРХИТЕКТУРА', ['architecture']],
    ['#надёжность', ['reliability']],
    ['#decision_making', ['decisions']],
    ['#decisionmaking', ['decisions']],
    ['#arch #architecture', ['architecture']],
    ['#arch, #sre.', ['architecture', 'reliability']],
    ['#C#', ['dotnet']],
    ['#архитектуру', ['architecture']],
    ['#надёжности', ['reliability']],
    ['#k8s', ['devops']],
    ['#контейнерами', ['devops']],
    ['#архи\u00adтектура', ['architecture']],
    ['\u200e#arch\u200b', ['architecture']],
    ['＃ａｒｃｈ', ['architecture']],
    ['#наде\u0308жность', ['reliability']],
  ])('%s', (text, skillUids) => expect(parse(`OTUS ${text}`)).toMatchObject({ skillUids, newTags: [], title: 'OTUS' }))

  test('a word that no skill knows becomes a tag, in lower case, once', () => {
    expect(parse('OTUS #Срочно #сроч\u00adно #team_topologies #C++ #.net #ﬁnance')).toMatchObject({
      newTags: ['срочно', 'team_topologies', 'c++', '.net', 'finance'],
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
    ['@Ивана', { uid: 'ivan' }],
    ['@Ивану_Петрову', { uid: 'ivan' }],
    ['@Пётр_Петров', { newName: 'Пётр Петров' }],
    ['@Ив', { newName: 'Ив' }],
    ['@Пётр_Ильин', { newName: 'Пётр Ильин' }],
    ['@"Mary-Ann O\'Neil"', { newName: "Mary-Ann O'Neil" }],
    ["@O'Neil", { newName: "O'Neil" }],
    ['@Ива\u00adн', { uid: 'ivan' }],
    ['\u200f@Иван\u200e', { uid: 'ivan' }],
    ['@"Анна Короле\u0308ва"', { uid: 'anna-k' }],
    ['＠Ｂｏｂ', { uid: 'bob' }],
    ['@Пё\u200bтр', { newName: 'Пётр' }],
    ['@Андреи\u0306', { newName: 'Андрей' }],
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
