import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMoney } from './read-money.ts'

const LANGUAGES = ['ru', 'en'] as const

const amount = (text: string, currency = 'RUB', language: 'ru' | 'en' = 'ru') => {
  const reading = readMoney(text, { language, currency })
  return reading === null ? null : `${reading.money.minor} ${reading.money.currency}`
}

test.each([
  ['1250', '125000 RUB'],
  ['1 250,50', '125050 RUB'],
  ['1,250.50', '125050 RUB'],
  ['0,29', '29 RUB'],
  ['1.1', '110 RUB'],
  ['-5', '-500 RUB'],
  ['1\u00a0250,50\u00a0₽', '125050 RUB'],
  ['₽ 1 250', '125000 RUB'],
  ['RUB\u00a01,250.50', '125050 RUB'],
  ['10 тыс. руб.', '1000000 RUB'],
  ['1,2 млн рублей', '120000000 RUB'],
  ['300р', '30000 RUB'],
  ['300 р.', '30000 RUB'],
  ['$1,250.50', '125050 USD'],
  ['US$1,250.50', '125050 USD'],
  ['1250 usd', '125000 USD'],
  ['−$5', '-500 USD'],
  ['100 €', '10000 EUR'],
  ['€100', '10000 EUR'],
  ['100 евро', '10000 EUR'],
  ['1.2M €', '120000000 EUR'],
  ['£99.99', '9999 GBP'],
  ['100 AED', '10000 AED'],
  ['AED 100', '10000 AED'],
  ['CN¥1,000', '100000 CNY'],
  ['A$5', '500 AUD'],
])('%s is %s', (text, money) => expect(amount(text, 'RUB', 'en')).toBe(money))

test.each([
  '',
  '₽',
  'руб.',
  '12abc',
  '5-10',
  '10.005',
  '100 zzz',
  '5 $ €',
  '$5 руб',
  'X$5',
  '100 тр',
  '¥5',
  '¥1.5 JPY',
])('%j is refused', (text) => expect(amount(text)).toBeNull())

test('a sign that several currencies have is that of the field, and yen have no hundredths', () => {
  expect(amount('$5', 'AUD')).toBe('500 AUD')
  expect(amount('A$5', 'AUD')).toBe('500 AUD')
  expect(amount('US$5', 'AUD')).toBe('500 USD')
  expect(amount('¥1,000', 'JPY', 'en')).toBe('100000 JPY')
  expect(amount('150.5', 'JPY')).toBeNull()
})

test('while the currency is being typed, the amount is still read', () => {
  expect(amount('100', 'US')).toBe('10000 US')
  expect(amount('100', '')).toBe('10000 ')
})

test('one comma before three digits: both readings are told', () => {
  expect(readMoney('1,250 ₽', { language: 'ru', currency: 'RUB' })).toEqual({
    money: { minor: 125, currency: 'RUB' },
    other: { minor: 125_000, currency: 'RUB' },
  })
})

test('what Kurs prints reads back where the currency is the same, else it does too or is refused', () => {
  const currencies = fc.constantFrom('RUB', 'USD', 'EUR', 'GBP', 'KZT', 'AED', 'PLN', 'AUD', 'CNY', 'CZK', 'SEK', 'BRL')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000_00 }),
      currencies,
      fc.constantFrom(...LANGUAGES),
      (minor, currency, language) => {
        const printed = new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
          style: 'currency',
          currency,
          trailingZeroDisplay: 'stripIfInteger',
        }).format(minor / 100)
        const elsewhere = readMoney(printed, { language, currency: 'RUB' })
        if (elsewhere !== null) expect(elsewhere.money).toEqual({ minor, currency })
        expect(readMoney(printed, { language, currency })?.money).toEqual({ minor, currency })
      },
    ),
    { numRuns: 200 },
  )
})

test('any text is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('RUB', 'usd', 'Q', ''), (text, currency) => {
      const reading = readMoney(text, { language: 'en', currency })
      expect(reading === null || Number.isInteger(reading.money.minor)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
