import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ftsQuery, normaliseSearchText, SEARCH_TEXT_VERSION } from './text.ts'

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
    ['ар\u00adхи\u00adтек\u00adтура', 'архитектура'],
    ['об\u200bла\u200dко\u2060', 'облако'],
    ['\ufeffCTO\u200e', 'cto'],
    ['\u202bИван\u202c', 'иван'],
    ['ﬁnance, ﬂow, oﬃce', 'finance, flow, office'],
    ['ＫＵＲＳ　２０２６', 'kurs 2026'],
    ['и\u0306од', 'йод'],
    ['Ива\u0301н', 'ива\u0301н'],
    ['5\u00a0000\u202f₽', '5 000 ₽'],
    ['C‑level, С‐level', 'c-level, с-level'],
    ['O’Neil и OʼNeil', "o'neil и o'neil"],
    ['10² м², ½, ™', '10² м², ½, ™'],
    ['Ⅳ', 'iv'],
    ['👩\u200d💻️', '👩💻'],
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

test('two spellings of one text are one', () => {
  const words = fc.array(fc.constantFrom('Архитектура', 'йод', 'Ёлка', 'finance', 'CTO', 'café', '2026', ' '), {
    maxLength: 6,
  })
  const disguise = fc.constantFrom(
    (text: string) => text.normalize('NFD'),
    (text: string) => [...text].join('\u00ad'),
    (text: string) => [...text].join('\u200b'),
    (text: string) => `\ufeff\u200f${text}\u200e`,
    (text: string) => text.replaceAll('fi', 'ﬁ'),
    (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    (text: string) => text.replaceAll(' ', '\u00a0'),
    (text: string) => text.toUpperCase(),
    (text: string) => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е'),
  )
  fc.assert(
    fc.property(words, fc.array(disguise, { maxLength: 3 }), (parts, disguises) => {
      const text = parts.join('')
      const other = disguises.reduce((so, change) => change(so), text)
      expect(normaliseSearchText(other)).toBe(normaliseSearchText(text))
    }),
    { numRuns: 2000 },
  )
})

test('a plain text and one that needs care are normalised alike', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'aZ1 Ёёй«»–—‘’“”„•…№₽\u00a0\0\n-\'"'), maxLength: 30 })
  fc.assert(
    fc.property(plain, (text) => {
      expect(normaliseSearchText(`${text} ω`)).toBe(`${normaliseSearchText(text)} ω`)
    }),
  )
})

test('what the index of a workspace was made with has a version: whoever changes it, raises it', () => {
  const blocks = [
    ...[
      [0x00, 0x17f],
      [0x391, 0x3c9],
      [0x400, 0x45f],
      [0x300, 0x30c],
    ],
    ...[
      [0x2000, 0x206f],
      [0x2100, 0x214f],
      [0xfb00, 0xfb06],
      [0xfe00, 0xfe0f],
      [0xfeff, 0xff5e],
    ],
  ] as const
  const signs = blocks.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
  const every = signs.map((code) => `x${String.fromCharCode(code)} е${String.fromCharCode(code)}`).join(' ')
  let hash = 0
  for (const sign of normaliseSearchText(every)) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) | 0
  expect({ version: SEARCH_TEXT_VERSION, hash }).toEqual({ version: 2, hash: -1334559769 })
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
        // Invisible letters, such as the Hangul filler, are not searchable, nor is a letter that normalises to a bare
        // mark.
        else {
          const seen = [...text.replace(/\p{Default_Ignorable_Code_Point}/gu, '')]
          expect(
            seen.filter((one) => /[\p{L}\p{N}]/u.test(one) && /[\p{L}\p{N}]/u.test(one.normalize('NFKC'))),
          ).toEqual([])
        }
      }),
      { numRuns: 2000, examples: [['\uFE70'], ['\u3164']] },
    )
  })
})
