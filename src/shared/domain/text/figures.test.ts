import { describe, expect, test } from 'vitest'
import { createFigures } from './figures.ts'

/** Intl uses several kinds of spaces; the difference does not matter here. */
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('createFigures', () => {
  const [ru, en] = [createFigures('ru'), createFigures('en')]

  test('writes numbers as the language does', () => {
    expect([ru.number(1234.56), en.number(1234.56)].map(plain)).toEqual(['1 234,6', '1,234.6'])
    expect([ru.number(0.125, 2), en.number(7)]).toEqual(['0,13', '7'])
    expect([ru.percent(0.427), en.percent(0.427)].map(plain)).toEqual(['43 %', '43%'])
    expect([ru.number(-1234.5), en.number(-1234.5)].map(plain)).toEqual(['−1 234,5', '−1,234.5'])
  })

  test('never says of what is nearly all that it is all', () => {
    const whole = [0.994, 0.996, 0.99999, 1, 1.004].map((share) => en.percent(share))
    expect(whole).toEqual(['99%', '99%', '99%', '100%', '100%'])
    expect([0.7, 0.998, 0.9996, 1].map((share) => en.percent(share, 1))).toEqual(['70%', '99.8%', '99.9%', '100%'])
    expect([0, -0.2].map((share) => en.percent(share))).toEqual(['0%', '−20%'])
    // Three times 365 of 365 days, in floating-point arithmetic.
    expect(en.percent((511 / 730 + 1022 / 730 + 657 / 730) / 3)).toBe('100%')
  })

  test('rounds one number against another as any', () => {
    expect([0.996, 1.004, 2.5].map((value) => en.ratio(value))).toEqual(['100%', '100%', '250%'])
  })

  test('gives changes their sign', () => {
    expect([ru.change(2.5), ru.change(-2.5), ru.change(0)]).toEqual(['+2,5', '−2,5', '0'])
    expect(en.change(-1)).toBe('−1')
    expect([en.percentChange(0.75), en.percentChange(-0.25)]).toEqual(['+75%', '−25%'])
  })

  test('writes days and months in words', () => {
    expect([ru.day('2026-03-05'), en.day('2026-03-05')]).toEqual(['5 марта 2026', '5 March 2026'])
    expect([ru.month('2026-03'), en.month('2026-03')]).toEqual(['март 2026', 'March 2026'])
    expect([ru.monthName('2026-03'), ru.monthName('2026-12'), en.monthName('2026-03')]).toEqual(['март', 'дек', 'Mar'])
    expect([ru.day('2028-02-29'), en.day('2026-12-31')]).toEqual(['29 февраля 2028', '31 December 2026'])
  })
})
