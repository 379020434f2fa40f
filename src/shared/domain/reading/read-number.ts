import type { Language } from '#shared/model/common.ts'
import { cleanTyped } from '../text/text.ts'

/** A number as it was understood. */
export interface NumberReading {
  value: number
  /**
   * The value of the same text in the other language: `1,200` is 1,200 in English and 1.2 in Russian. Null if there is
   * only one reading. If there is one, both readings must be shown.
   */
  other: number | null
}

export interface NumberRules {
  /** Decides how `1,200` is read, and nothing else. */
  language: Language
  /** Only whole numbers are meaningful: then `1,200` is 1,200 in both languages. */
  whole?: boolean
  /** Units allowed after the number: `%`, `h`, the unit of a metric. */
  units?: readonly string[]
}

/**
 * Words for powers of ten, in lower case. The one-letter million is upper case, because in lower case it is a minute or
 * a metre.
 */
const SCALES = new Map(
  [
    { power: 3, words: 'k к тыс тысяча тысячи тысяч thousand' },
    { power: 6, words: 'M М mn mln million millions млн миллион миллиона миллионов' },
    { power: 9, words: 'bn billion billions млрд миллиард миллиарда миллиардов' },
  ].flatMap(({ power, words }) => words.split(' ').map((word) => [word, power] as const)),
)

/** Hyphens, the minus that Kurs prints (U+2212), and dashes used as a minus. */
const MINUSES = /[\u2010-\u2013\u2212\uFE63]/g

/** `12`, `12.5`, `12,`, `,5`. */
const PLAIN = /^(\d*)(?:[.,](\d*))?$/

/** Groups of three with the same separator, and decimals after a different sign. */
const GROUPED = /^([1-9]\d{0,2}(?:([ ,.'’])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d*))?$/

/**
 * The number that a person typed or pasted, null if it is not clearly a number: no part of the text is ever ignored.
 *
 * Accepts the numbers of both languages with any usual grouping (`1 250,5`, `1,250.50`, `1.250.000`, `1'000`), any
 * minus or a plus, `,5`, `1e6`, `1.2M`, `10 тыс.`, and a unit if the field has one. For a single comma before three
 * digits (`1,200`) the language decides: in English it groups, in Russian it is the decimal sign; a dot there is always
 * the decimal sign. Refuses `5-10`, `12abc`, `1,20,000` and more digits than a number can hold.
 */
export function readNumber(text: string, rules: NumberRules): NumberReading | null {
  const signed = withoutUnit(cleanTyped(text).replace(MINUSES, '-'), rules.units ?? [])
  const [, sign = '', rest = ''] = /^([+-]?) ?(.*)$/.exec(signed) ?? []
  const { body, power } = splitScale(rest)
  const digits = readBody(body, rules)
  if (digits === null) return null
  const toValue = (decimal: string) => exactNumber(`${sign === '-' ? '-' : ''}${decimal}`, power)
  const value = toValue(digits.value)
  if (value === null) return null
  return { value, other: digits.other === null ? null : toValue(digits.other) }
}

/**
 * A number as fields show it: grouped, with the signs of the language and all its digits; reads back as the same
 * number.
 */
export function printNumber(value: number, language: Language): string {
  const plain = String(value)
  if (plain.includes('e')) return language === 'ru' ? plain.replace('.', ',') : plain
  return new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { maximumFractionDigits: 30 }).format(value)
}

function withoutUnit(text: string, units: readonly string[]): string {
  const lower = text.toLowerCase().replace(/\.$/, '')
  const unit = units
    .map((one) => cleanTyped(one).toLowerCase().replace(/\.$/, ''))
    .filter((one) => one !== '' && lower.endsWith(one))
    .sort((a, b) => b.length - a.length)[0]
  return unit === undefined ? text : text.slice(0, lower.length - unit.length).trimEnd()
}

/** Splits `1.2M` and `1e6` into the numeral and the power of ten. */
function splitScale(text: string): { body: string; power: number } {
  const [, body = '', word = ''] = /^([\d.,' ’]*?) ?(\p{L}+)\.?$/u.exec(text) ?? []
  const scale = SCALES.get(word) ?? SCALES.get(word.toLowerCase())
  if (scale !== undefined) return { body, power: scale }
  const [, mantissa, exponent] = /^(\d+(?:[.,]\d+)?)e([+-]?\d{1,3})$/i.exec(text) ?? []
  if (mantissa !== undefined) return { body: mantissa, power: Number(exponent) }
  return { body: text, power: 0 }
}

/** The decimal numeral (`1250.5`) of a text without minus and scale, and its other reading. */
function readBody(text: string, { language, whole }: NumberRules): { value: string; other: string | null } | null {
  const plain = PLAIN.exec(text)
  const grouped = GROUPED.exec(text)
  const decimal = plain && /\d/.test(text) ? `${plain[1] || '0'}.${plain[2] || '0'}` : null
  if (grouped === null) return decimal === null ? null : { value: decimal, other: null }
  const numeral = `${grouped[1]?.replace(/\D/g, '')}.${grouped[3] || '0'}`
  // One sign before three digits: `1,200`, `1.200`.
  if (decimal === null) return { value: numeral, other: null }
  if (grouped[2] === '.') return { value: decimal, other: null }
  if (whole) return { value: numeral, other: null }
  return language === 'en' ? { value: numeral, other: decimal } : { value: decimal, other: numeral }
}

/** Digits of a number from the first to the last non-zero one. */
const significant = (numeral: string) =>
  numeral
    .replace(/e.*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '')

/** A numeral times a power of ten; null if the number cannot hold all its digits. */
function exactNumber(numeral: string, power: number): number | null {
  const value = Number(`${numeral}e${power}`)
  if (!Number.isFinite(value) || significant(String(value)) !== significant(numeral)) return null
  return value === 0 ? 0 : value
}
