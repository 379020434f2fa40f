import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWordMatcher, makeSnippet } from './snippet.ts'

const matchRanges = (text: string, question: string) => createWordMatcher(question).ranges(text)
const snippetOf = (texts: string[], question: string, length?: number) =>
  makeSnippet(texts, createWordMatcher(question), length)

const marked = (text: string, question: string) =>
  matchRanges(text, question).map(({ start, end }) => text.slice(start, end))

describe('createWordMatcher', () => {
  test.each([
    ['Архитектура систем', 'арх', ['Арх']],
    ['Надёжность и надежда', 'надеж', ['Надёж', 'надеж']],
    ['Наде\u0308жность', 'наде', ['Наде\u0308']],
    ['Ар\u00adхитектура, ﬁnance', 'архит fin', ['Ар\u00adхит', 'ﬁn']],
    ['CTO, C-level, cto-путь', 'cto level', ['CTO', 'level', 'cto']],
    ['переархитектура', 'архитектура', []],
    ['C# C++', 'c', ['C', 'C']],
    ['nothing to see', '"*', []],
  ])('%s ? %s', (text, question, expected) => expect(marked(text, question)).toEqual(expected))

  test('takes the longest of several words', () => expect(marked('подготовка', 'по подгот')).toEqual(['подгот']))

  test('a text of plain letters gives the same ranges as one that needs care', () => {
    const letters = fc.string({
      unit: fc.constantFrom('а', 'А', 'ё', 'Е', 'b', 'B', '1', ' ', '-', '…', 'ª', '²'),
      maxLength: 30,
    })
    fc.assert(
      fc.property(
        letters,
        fc.string({ unit: fc.constantFrom('а', 'е', 'ё', 'b', '1', ' '), maxLength: 6 }),
        (text, question) => {
          // A Greek letter at the end makes the text take the slow path, and adds no match.
          expect(matchRanges(text, question)).toEqual(matchRanges(`${text} ω`, question))
        },
      ),
    )
  })

  test('ranges are ordered, apart and inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 8 }), (text, question) => {
        let last = 0
        for (const { start, end } of matchRanges(text, question)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
        expect(createWordMatcher(question).first(text)).toEqual(matchRanges(text, question)[0] ?? null)
      }),
    )
  })
})

describe('makeSnippet', () => {
  const long = `${'начало текста '.repeat(20)}решение принято ${'и дальше '.repeat(40)}`

  test('shows a short text whole, on one line', () =>
    expect(snippetOf(['Первая строка\n\n- решение'], 'реш')).toBe('Первая строка - решение'))

  test.each(['слово '.repeat(100), 'e\u0301 '.repeat(200), 'x'.repeat(300), `${'y'.repeat(255)} `])(
    'finds the first match far into a long text',
    (before) => {
      const text = `${before}ёлка и ещё одна ёлка`
      const matcher = createWordMatcher('елк')
      expect(matcher.first(text)).toEqual(matcher.ranges(text)[0] ?? null)
    },
  )

  test('cuts a long text around the match without splitting the first word', () => {
    const snippet = snippetOf([long], 'решение')
    expect(snippet).toMatch(/^…(начало|текста) .*решение принято и дальше.*…$/)
    expect(snippet.length).toBeLessThanOrEqual(162)
  })

  test('takes the first text that has a match, else nothing', () => {
    expect(snippetOf(['no', 'the answer'], 'answer')).toBe('the answer')
    expect(snippetOf(['no', 'the answer'], 'question')).toBe('')
  })

  test('never splits a surrogate pair', () => {
    const emoji = `слово ${'😀'.repeat(200)} конец`
    for (const length of [10, 11, 12, 13]) expect(snippetOf([emoji], 'слово', length).isWellFormed()).toBe(true)
    expect(snippetOf([`${'😀'.repeat(100)}${'a'.repeat(1)} слово`], 'слово').isWellFormed()).toBe(true)
    expect(snippetOf([`${'😀'.repeat(100)} слово`], 'слово').isWellFormed()).toBe(true)
  })
})
