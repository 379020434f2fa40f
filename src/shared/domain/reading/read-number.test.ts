import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printNumber, readNumber } from './read-number.ts'

const LANGUAGES = ['ru', 'en'] as const

const value = (text: string, language: 'ru' | 'en' = 'en') => readNumber(text, { language })?.value ?? null

describe('in either language', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['1250', 1250],
    ['1,200,000', 1_200_000],
    ['1.200.000', 1_200_000],
    ['1 200 000', 1_200_000],
    ['1\u00a0200\u00a0000', 1_200_000],
    ['1\u202f200\u202f000', 1_200_000],
    ['1\u2009200', 1200],
    ["1'200'000.5", 1_200_000.5],
    ['1’200', 1200],
    ['1,250.50', 1250.5],
    ['1.250,50', 1250.5],
    ['1 250,5', 1250.5],
    ['1 250.5', 1250.5],
    ['1,200,000.5', 1_200_000.5],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1.200', 1.2],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1,2000', 1.2],
    ['12,', 12],
    ['12.', 12],
    [',5', 0.5],
    ['.5', 0.5],
    ['-,5', -0.5],
    ['−12.5', -12.5],
    ['−12,5', -12.5],
    ['–3', -3],
    ['‑3', -3],
    ['- 3', -3],
    ['－３', -3],
    ['+7', 7],
    ['1e6', 1_000_000],
    ['1,5e-3', 0.0015],
    ['1E+3', 1000],
    ['1.2M', 1_200_000],
    ['1.1M', 1_100_000],
    ['1,2 млн', 1_200_000],
    ['1,2 млн.', 1_200_000],
    ['2 миллиона', 2_000_000],
    ['10k', 10_000],
    ['10K', 10_000],
    ['10к', 10_000],
    ['10 тыс.', 10_000],
    ['0,5 тысячи', 500],
    ['3bn', 3_000_000_000],
    ['3 млрд', 3_000_000_000],
    ['１２３', 123],
    ['\ufeff12\u00ad5\u200b', 125],
    ['\u200e−5\u200f', -5],
    ['  5  ', 5],
    ['123456789012345', 123_456_789_012_345],
  ])('%j is %d', (text, number) => {
    for (const language of LANGUAGES) expect(readNumber(text, { language })).toEqual({ value: number, other: null })
  })

  test.each([
    '',
    ' ',
    '-',
    ',',
    '.',
    '+-5',
    '--5',
    '5-',
    '5-10',
    '5 – 10',
    '2026-03-05',
    '05.03.2026',
    '12abc',
    'abc',
    '1,20,000',
    '1,2,3',
    '1.2.3',
    '1,200,00',
    '12 34',
    '1 2',
    '1,250 500',
    '1234,567.8',
    '0,125,000',
    '1:30',
    '1/2',
    '½',
    '1½',
    '10²',
    '5m',
    '5 м',
    '5 %',
    '$5',
    'млн',
    'e6',
    '1e',
    '1e9999',
    '1e-9999',
    '12345678901234567890',
    '0.12345678901234567890',
    '٣',
    '(5)',
    '0x10',
    'Infinity',
    'NaN',
    '1_000',
  ])('%j is refused', (text) => {
    for (const language of LANGUAGES) expect(readNumber(text, { language })).toBeNull()
  })
})

test('one comma before three digits: as the language writes, and both readings are told', () => {
  expect(readNumber('1,200', { language: 'en' })).toEqual({ value: 1200, other: 1.2 })
  expect(readNumber('1,200', { language: 'ru' })).toEqual({ value: 1.2, other: 1200 })
  expect(readNumber('−1,250 млн', { language: 'ru' })).toEqual({ value: -1_250_000, other: -1_250_000_000 })
  for (const language of LANGUAGES)
    expect(readNumber('1,200', { language, whole: true })).toEqual({ value: 1200, other: null })
})

test('a unit is read where the field has one', () => {
  expect(readNumber('+30\u00a0%', { language: 'ru', units: ['%'] })?.value).toBe(30)
  expect(readNumber('30%', { language: 'en', units: ['%'] })?.value).toBe(30)
  expect(readNumber('2 п.', { language: 'ru', units: ['п.'] })?.value).toBe(2)
  expect(readNumber('2 Дн', { language: 'ru', units: ['дн.', 'дней'] })?.value).toBe(2)
  expect(readNumber('1,2 млн руб.', { language: 'ru', units: ['руб.'] })?.value).toBe(1_200_000)
  expect(readNumber('%', { language: 'en', units: ['%'] })).toBeNull()
  expect(readNumber('5', { language: 'en', units: [''] })?.value).toBe(5)
})

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const amounts = fc.oneof(
  finite,
  fc.integer(),
  fc.integer().map((cents) => cents / 100),
  fc.maxSafeInteger(),
)

describe('properties', () => {
  test('what a field shows reads back as it was, to the last digit', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...LANGUAGES), (number, language) => {
        expect(value(printNumber(number, language), language)).toBe(number === 0 ? 0 : number)
      }),
      { numRuns: 5000 },
    )
  })

  test('in the other language it is the same, or both readings are told', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...LANGUAGES), (number, language) => {
        const other = language === 'ru' ? 'en' : 'ru'
        const reading = readNumber(printNumber(number, language), { language: other })
        expect([reading?.value, reading?.other]).toContain(number === 0 ? 0 : number)
      }),
      { numRuns: 5000 },
    )
  })

  test('no digit is ever dropped or added: those of the reading are those of the text', () => {
    const texts = fc
      .array(fc.constantFrom(...'0123456789', ...'0123456789', ',', '.', ' ', '-', '−', '\u00a0', "'"), {
        maxLength: 14,
      })
      .map((signs) => signs.join(''))
    const digits = (text: string) => text.replace(/\D/g, '').replace(/^0+|0+$/g, '')
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
        const reading = readNumber(text, { language })
        if (reading !== null) expect(digits(printNumber(reading.value, 'en'))).toBe(digits(text))
      }),
      { numRuns: 5000 },
    )
  })

  test('any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...LANGUAGES), (text, language) => {
        const reading = readNumber(text, { language, units: ['%'] })
        if (reading !== null) expect(Number.isFinite(reading.value)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
