import type { Language, Money } from '#shared/model/common.ts'
import { cleanTyped } from '../text/text.ts'
import { readNumber } from './read-number.ts'

/** An amount as it was understood; `other` as in `NumberReading`. */
export interface MoneyReading {
  money: Money
  other: Money | null
}

export interface MoneyRules {
  language: Language
  /** The currency of an amount that names none. */
  currency: string
}

/**
 * Common signs and words of currencies, in lower case and without a dot. A bare `$` is the dollar of the field's own
 * currency, else the US dollar; a bare `¥` counts only if it is the field's currency.
 */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  RUB: ['₽', 'рублей', 'рубля', 'рубль', 'руб', 'р'],
  USD: ['us$', '$', 'долларов', 'доллара', 'доллар', 'долл', 'dollars', 'dollar'],
  EUR: ['€', 'евро', 'euros', 'euro'],
  GBP: ['£'],
  CNY: ['cn¥'],
  JPY: ['jp¥'],
  KZT: ['₸', 'тенге'],
  BYN: ['br'],
  UAH: ['₴'],
  GEL: ['₾'],
  AMD: ['֏'],
  INR: ['₹'],
  TRY: ['₺'],
  ILS: ['₪'],
  KRW: ['₩'],
  PLN: ['zł'],
  AUD: ['a$'],
  CAD: ['ca$'],
  HKD: ['hk$'],
  SGD: ['s$'],
  BRL: ['r$'],
}

/** Text without anything that could be a currency. */
const JUST_NUMBER = /^[\d\s.,'’+−-]*$/u

/**
 * The amount that a person typed or pasted, in minor units; null if it is ambiguous, or has smaller parts than the
 * currency. A currency in the text takes precedence over the field's own. May be negative: the field's rules decide
 * what is allowed.
 */
export function readMoney(text: string, { language, currency }: MoneyRules): MoneyReading | null {
  const typed = cleanTyped(text)
  if (JUST_NUMBER.test(typed)) return toMoney(typed, language, currency)
  const own = isCode(currency) ? [[currency, [...printedSigns(currency), ...(SIGNS[currency] ?? [])]] as const] : []
  const named = codesIn(typed).map((code) => [code, [code.toLowerCase()]] as const)
  for (const [candidate, signs] of [...own, ...named, ...Object.entries(SIGNS)]) {
    const amount = withoutSign(typed, signs)
    if (amount !== null) return toMoney(amount, language, candidate)
  }
  return toMoney(typed, language, currency)
}

const isCode = (currency: string) => /^[A-Z]{3}$/.test(currency)

function toMoney(amount: string, language: Language, currency: string): MoneyReading | null {
  const reading = readNumber(amount, { language })
  const minor = reading === null ? null : minorUnits(reading.value, currency)
  if (reading === null || minor === null) return null
  const other = reading.other === null ? null : minorUnits(reading.other, currency)
  return { money: { minor, currency }, other: other === null ? null : { minor: other, currency } }
}

/** Hundredths of an amount; null if it has smaller parts, or any decimals in a currency without them (yen). */
function minorUnits(amount: number, currency: string): number | null {
  const digits = isCode(currency) ? Math.min(2, formatter('en', currency, 'code').digits) : 2
  return Number(amount.toFixed(digits)) === amount ? Math.round(amount * 100) : null
}

/** Three-letter codes at either end: `100 AED`. */
const codesIn = (typed: string) =>
  [/^[A-Z]{3}(?![\p{L}])/iu, /(?<![\p{L}])[A-Z]{3}$/iu]
    .flatMap((form) => form.exec(typed.toUpperCase())?.[0] ?? [])
    .filter((code) => Intl.supportedValuesOf('currency').includes(code))

function formatter(language: Language, currency: string, currencyDisplay: 'symbol' | 'narrowSymbol' | 'code') {
  const format = new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    style: 'currency',
    currency,
    currencyDisplay,
  })
  return {
    sign: format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency,
    digits: format.resolvedOptions().maximumFractionDigits ?? 2,
  }
}

/** Every form in which Kurs prints a currency, longest first. */
function printedSigns(currency: string): string[] {
  const signs = (['ru', 'en'] as const).flatMap((language) =>
    (['symbol', 'narrowSymbol', 'code'] as const).map((display) => formatter(language, currency, display).sign),
  )
  return [...new Set(signs.map((sign) => sign.toLowerCase().replace(/\.$/, '')))].sort((a, b) => b.length - a.length)
}

/** The text without a sign at one of its ends (a minus may precede it); null if it has none of them. */
function withoutSign(typed: string, signs: readonly string[]): string | null {
  const lower = typed.toLowerCase()
  const [, minus = '', head = ''] = /^([-−+]?)\s?(.*)$/u.exec(lower) ?? []
  for (const sign of signs) {
    if (head.startsWith(sign) && !isWordGoingOn(head, sign.length))
      return minus + typed.slice(typed.length - head.length + sign.length).trim()
    const tail = lower.replace(/\.$/, '')
    if (tail.endsWith(sign) && !/\p{L}$/u.test(isLetter(sign) ? tail.slice(0, -sign.length) : ''))
      return typed.slice(0, tail.length - sign.length).trim()
  }
  return null
}

const isLetter = (sign: string) => /^\p{L}/u.test(sign)

const isWordGoingOn = (text: string, at: number) => /^\p{L}{2}/u.test(text.slice(at - 1))
