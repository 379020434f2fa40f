import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ftsQuery, normaliseSearchText } from './text.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '*',
        '(',
        ')',
        '^',
        ':',
        '-',
        '+',
        'AND',
        'OR',
        'NOT',
        'NEAR',
        'ё',
        'Ё',
        'е\u0308',
        '\u0323',
        ' ',
        '\0',
        "'",
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
)

describe('normaliseSearchText', () => {
  test.each([
    ['Всё Ещё', 'все еще'],
    ['«Ёж» — 5 ₽, № 7…', '«еж» — 5 ₽, № 7…'],
    ['ЁЛКА', 'елка'],
    ['е\u0308лка', 'елка'],
    ['Йод и̂', 'йод и̂'.normalize('NFC')],
    ['Cafe\u0301', 'café'],
    ['C# и CI/CD', 'c# и ci/cd'],
    ['', ''],
  ])('%s -> %s', (text, expected) => expect(normaliseSearchText(text)).toBe(expected))

  test('is idempotent, composed, and knows no ё', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normalised = normaliseSearchText(text)
        expect(normaliseSearchText(normalised)).toBe(normalised)
        expect(normalised.normalize('NFC')).toBe(normalised)
        expect(normalised).not.toMatch(/[ёЁ]/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('ftsQuery', () => {
  test.each([
    ['Архит', '"архит"*'],
    ['Ещё CTO', '"еще"* "cto"*'],
    ['C# и C++', '"c"* "и"* "c"*'],
    ['NOT (a OR "b") NEAR/2 title:x*', '"not"* "a"* "or"* "b"* "near"* "2"* "title"* "x"*'],
    ['1,5', '"1"* "5"*'],
  ])('%s -> %s', (text, expected) => expect(ftsQuery(text)).toBe(expected))

  test.each(['', '   ', '"', '***', '—', '()', '\u0301'])('nothing to search for in %j', (text) =>
    expect(ftsQuery(text)).toBeNull(),
  )

  test('a pasted page stays a small query', () => {
    expect(ftsQuery('слово '.repeat(10_000))?.split(' ')).toHaveLength(16)
    expect(ftsQuery('x'.repeat(10_000))).toBe(`"${'x'.repeat(64)}"*`)
  })

  test('any text becomes quoted prefixes only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const query = ftsQuery(text)
        if (query !== null) expect(query).toMatch(/^"[\p{L}\p{N}\p{M}]+"\*( "[\p{L}\p{N}\p{M}]+"\*)*$/u)
        else expect(text).not.toMatch(/[\p{L}\p{N}]/u)
      }),
      { numRuns: 2000 },
    )
  })
})
