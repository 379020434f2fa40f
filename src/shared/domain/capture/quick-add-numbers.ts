import { type Found, findPhrase, formAt, toPhrases, type Word } from './quick-add-words.ts'

/** Numbers of a line: digits (`2`, `1,5`, `,5`), words up to fifty-nine (`сорок пять`, `forty-five`), `пару`, `a couple of`. */

/** A number in digits; the part before the decimal sign may be left out. */
export const DIGITS = '(?:\\d+(?:[.,]\\d+)?|[.,]\\d+)'
const NUMBER = new RegExp(`^${DIGITS}$`)

const numbered = (lines: readonly string[], from: number, step: number) =>
  lines.flatMap((line, index) => line.split(' ').map((form) => [form, from + index * step] as const))

const UNITS = new Map(
  numbered(
    [
      'один одна одну одного one',
      'два две двух two',
      'три трех three',
      'четыре четырех four',
      'пять пяти five',
      'шесть шести six',
      'семь семи seven',
      'восемь восьми eight',
      'девять девяти nine',
    ],
    1,
    1,
  ),
)
const TEENS = new Map(
  numbered(
    [
      'десять десяти ten',
      'одиннадцать одиннадцати eleven',
      'двенадцать двенадцати twelve',
      'тринадцать thirteen',
      'четырнадцать fourteen',
      'пятнадцать пятнадцати fifteen',
      'шестнадцать sixteen',
      'семнадцать seventeen',
      'восемнадцать eighteen',
      'девятнадцать nineteen',
    ],
    10,
    1,
  ),
)
const TENS = new Map(
  numbered(
    ['двадцать двадцати twenty', 'тридцать тридцати thirty', 'сорок сорока forty fourty', 'пятьдесят пятидесяти fifty'],
    20,
    10,
  ),
)
const PAIRS = toPhrases(
  ['a couple of', 'couple of', 'a couple', 'couple', 'пару', 'пара', 'пары', 'парочку'].map((phrase) => [phrase, 2]),
)

export const toNumber = (digits: string | undefined) => Number(digits?.replace(',', '.'))

/** The number written by one word. */
export function readNumber(form: string): number | null {
  if (NUMBER.test(form)) return toNumber(form)
  const whole = UNITS.get(form) ?? TEENS.get(form) ?? TENS.get(form)
  if (whole !== undefined) return whole
  const [tens, units, more] = form.split('-')
  const sum =
    more === undefined ? (TENS.get(tens ?? '') ?? Number.NaN) + (UNITS.get(units ?? '') ?? Number.NaN) : Number.NaN
  return Number.isNaN(sum) ? null : sum
}

/** The number that starts at a word and all its words. */
export function readNumberAt(words: readonly Word[], at: number): Found<number> | null {
  const pair = findPhrase(PAIRS, words, at)
  if (pair !== null) return pair
  const tens = TENS.get(formAt(words, at))
  const units = UNITS.get(formAt(words, at + 1))
  if (tens !== undefined && units !== undefined) return { length: 2, value: tens + units }
  const number = readNumber(formAt(words, at).replace(/^~/, ''))
  return number === null ? null : { length: 1, value: number }
}

/** `2-3` as the middle of two whole numbers in digits. */
export function readBetween(from: string | undefined, to: string | undefined): number | null {
  const [low, high] = [toNumber(from), toNumber(to)]
  return low < high ? (low + high) / 2 : null
}
