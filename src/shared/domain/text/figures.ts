import { format, parseISO } from 'date-fns'
import { enGB, ru } from 'date-fns/locale'
import type { Day, Language } from '#shared/model/common.ts'

/** Numbers and days in the format of a language. */
export interface Figures {
  /** `12.5` / `12,5`; at most `digits` decimals (1). */
  number(value: number, digits?: number): string
  /** With its sign: `+3`, `−3`, `0`. */
  change(value: number, digits?: number): string
  /**
   * A share of a whole, 0-1, in percent: `43%` / `43 %`, with `digits` decimals; a share just below 1 is 99%
   * (`shownPercent`).
   */
  percent(share: number, digits?: number): string
  /** A ratio of two numbers as whole percent, with normal rounding: a ratio just below 1 is `100%`. */
  ratio(value: number): string
  /** A relative change as whole percent with its sign: `+75%`. */
  percentChange(share: number): string
  /** `5 March 2026` / `5 марта 2026`. */
  day(day: Day): string
  /** A month `YYYY-MM`: `March 2026` / `март 2026`. */
  month(month: string): string
  /** A month `YYYY-MM` in short: `Mar` / `мар`. */
  monthName(month: string): string
}

const LOCALES = { ru, en: enGB }

/** A number this close to a whole one differs from it only by floating-point noise. */
const NOISE = 1e-9

/** A share of a whole, 0-1, as displayed percent with `digits` decimals: a share below 1 is never rounded up to 100. */
export function shownPercent(share: number, digits = 0): number {
  const step = 10 ** digits
  const percent = Math.round(share * 100 * step) / step
  return share < 1 - NOISE ? Math.min(percent, 100 - 1 / step) : percent
}

/** Formatters of one language. */
export function createFigures(language: Language): Figures {
  const tag = language === 'ru' ? 'ru-RU' : 'en-GB'
  const locale = LOCALES[language]
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(tag, options).format(value).replace('-', '−')
  const number = (value: number, digits = 1) => write(value, { maximumFractionDigits: digits })
  const percent = { style: 'percent', maximumFractionDigits: 0 } as const
  return {
    number,
    change: (value, digits = 1) => write(value, { maximumFractionDigits: digits, signDisplay: 'exceptZero' }),
    percent: (share, digits = 0) =>
      write(shownPercent(share, digits) / 100, { style: 'percent', maximumFractionDigits: digits }),
    ratio: (value) => write(value, percent),
    percentChange: (share) => write(share, { ...percent, signDisplay: 'exceptZero' }),
    day: (day) => format(parseISO(day), 'd MMMM yyyy', { locale }),
    month: (month) => format(parseISO(`${month}-01`), 'LLLL yyyy', { locale }),
    monthName: (month) => format(parseISO(`${month}-01`), 'LLL', { locale }).replace('.', ''),
  }
}
