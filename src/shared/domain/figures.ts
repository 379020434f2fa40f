import { format, parseISO } from 'date-fns'
import { enGB, ru } from 'date-fns/locale'
import type { Day, Language } from '#shared/model/common.ts'

/** Numbers and days as a language writes them. */
export interface Figures {
  /** `12.5` / `12,5`; at most `digits` decimals (1). */
  number(value: number, digits?: number): string
  /** With its sign: `+3`, `−3`, `0`. */
  change(value: number, digits?: number): string
  /** 0-1 as whole percent: `43%` / `43 %`. */
  percent(share: number): string
  /** Minutes as hours with at most one decimal. */
  hours(minutes: number): string
  /** `5 March 2026` / `5 марта 2026`. */
  day(day: Day): string
  /** A month `YYYY-MM`: `March 2026` / `март 2026`. */
  month(month: string): string
}

const LOCALES = { ru, en: enGB }

/** Formatters of one language. */
export function createFigures(language: Language): Figures {
  const tag = language === 'ru' ? 'ru-RU' : 'en-GB'
  const locale = LOCALES[language]
  const number = (value: number, digits = 1) =>
    new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(value)
  return {
    number,
    change: (value, digits = 1) =>
      new Intl.NumberFormat(tag, { maximumFractionDigits: digits, signDisplay: 'exceptZero' })
        .format(value)
        .replace('-', '−'),
    percent: (share) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    hours: (minutes) => number(minutes / 60),
    day: (day) => format(parseISO(day), 'd MMMM yyyy', { locale }),
    month: (month) => format(parseISO(`${month}-01`), 'LLLL yyyy', { locale }),
  }
}
