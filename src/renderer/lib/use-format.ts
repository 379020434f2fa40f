import { differenceInCalendarDays, format, formatDistanceStrict, parseISO } from 'date-fns'
import { enGB, ru } from 'date-fns/locale'
import type { TFunction } from 'i18next'
import { useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeekStart } from '#shared/domain/calendar/calendar.ts'
import { daysOfWeek } from '#shared/domain/calendar/monday-weeks.ts'
import { readPeriodTitle } from '#shared/domain/calendar/period-title.ts'
import { createFigures } from '#shared/domain/text/figures.ts'
import { inLanguage, type Language, type LocalText, type Money } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import { WorkspaceContext } from './workspace.ts'

const LOCALES = { ru, en: enGB }

const FILE_UNITS = [
  { name: 'byte', size: 1, digits: 0 },
  { name: 'kilobyte', size: 1024, digits: 0 },
  { name: 'megabyte', size: 1024 * 1024, digits: 1 },
  { name: 'gigabyte', size: 1024 ** 3, digits: 1 },
] as const

/** Days within which a weekday is more helpful than the year. */
const WEEK = 7

/** Figures, days and durations in the present language. */
export interface Format {
  language: Language
  /** A text of the template in the present language, or the user's own text. */
  text(text: LocalText): string
  /** The title of an item of any type; a review has its days as the language writes them, a week its first day. */
  title(item: Pick<ItemRef, 'type' | 'title' | 'day'>): string
  /** The title of a week identified by its Monday: its first day in the user's calendar. */
  week(monday: string): string
  /** `5 марта 2026` / `5 March 2026`. */
  day(day: string): string
  /** `5 мар` / `5 Mar`: where the year is clear from the context. */
  shortDay(day: string): string
  /** `ср, 5 марта` / `Wed, 5 March`: a heading in a list by days. */
  weekDay(day: string): string
  /** `март 2026` / `March 2026`. */
  month(day: string): string
  /** `5 марта 2026, 21:40`. */
  instant(at: number): string
  /** `мар` / `Mar`: for an axis of months. */
  monthName(day: string): string
  /** `21:40`: an instant (milliseconds UTC) by the user's clock. */
  time(instant: number): string
  /** `2 ч 30 мин` / `2 h 30 min`; empty for zero. */
  minutes(minutes: number): string
  /** Whole and half hours, for sums: `12,5 ч` / `12.5 h`. */
  hours(minutes: number): string
  number(value: number, digits?: number): string
  /** A value with its unit, if it has one: `31 people`, `12.5`. */
  quantity(value: number, unit: string, digits?: number): string
  /** With its sign unless it is zero: `+12,5`. */
  signed(value: number, digits?: number): string
  /** -1..1 as whole percent with its sign: `+30 %`. */
  signedPercent(share: number): string
  /** In major units with the sign of the currency. */
  money(money: Money): string
  /** Size of a file: `340 КБ`, `1,2 MB`. */
  fileSize(bytes: number): string
  /** A share of a whole, 0..1, in percent with `digits` decimals (default 0); a share just below 1 is shown as 99 %. */
  percent(share: number, digits?: number): string
  /** A ratio of two numbers as whole percent, with normal rounding. */
  ratio(value: number): string
  /** `3 дня назад`, `через 2 месяца`. */
  relativeDay(day: string, today: string): string
  /** `Вчера, чт, 26 ноября`; more distant days have the year instead of the weekday. */
  distantDay(day: string, today: string): string
}

/** Formatters of the present language. */
export function useFormat(): Format {
  const { i18n, t } = useTranslation(['common', 'load'])
  const language: Language = i18n.language === 'en' ? 'en' : 'ru'
  const weekStartsOn = useContext(WorkspaceContext)?.settings.weekStartsOn
  return useMemo(() => createFormat(language, t, weekStartsOn), [language, t, weekStartsOn])
}

/** Formatters of a language; `t` must have its `common` and `load` texts. */
export function createFormat(
  language: Language,
  t: TFunction<['common', 'load']>,
  weekStartsOn: WeekStart = 1,
): Format {
  const locale = LOCALES[language]
  const show = (day: string, pattern: string) => format(parseISO(day), pattern, { locale })
  const figure = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', options).format(value)
  const weekDay = (day: string) => show(day, language === 'ru' ? 'EEEEEE, d MMMM' : 'EEE, d MMMM')
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const distance = (day: string, today: string) =>
    formatDistanceStrict(parseISO(day), parseISO(today), { locale, addSuffix: true, roundingMethod: 'floor' })
  // Formats also used in documents, so both share one implementation.
  const { number, day, percent, ratio, change, percentChange, month, monthName } = createFigures(language)
  const period = (title: string) => {
    const days = readPeriodTitle(title)
    return days === null ? title : t('range', { start: day(days.start), end: day(days.end) })
  }
  const week = (monday: string) => t('load:weekOf', { day: day(daysOfWeek(monday, weekStartsOn).start) })
  return {
    language,
    text: (text) => inLanguage(text, language),
    title: ({ type, title, day: dayOfItem }) => {
      const text = inLanguage(title, language)
      if (type === 'review') return period(text)
      // The day of a load entry is the Monday of its week.
      return type === 'loadEntry' && dayOfItem !== null ? week(dayOfItem) : text
    },
    week,
    number,
    percent,
    ratio,
    day,
    month: (dayOfMonth) => month(dayOfMonth.slice(0, 7)),
    monthName: (dayOfMonth) => monthName(dayOfMonth.slice(0, 7)),
    quantity: (value, unit, digits = 2) => `${number(value, digits)} ${unit}`.trim(),
    signed: (value, digits = 2) => change(value, digits),
    signedPercent: percentChange,
    shortDay: (day) => show(day, 'd MMM'),
    weekDay,
    instant: (at) => format(at, 'd MMMM yyyy, HH:mm', { locale }),
    time: (instant) => format(instant, 'HH:mm'),
    minutes: (minutes) => {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      return [hours > 0 && t('unit.hours', { value: hours }), rest > 0 && t('unit.minutes', { value: rest })]
        .filter(Boolean)
        .join(' ')
    },
    hours: (minutes) => t('unit.hours', { value: number(minutes / 60) }),
    money: ({ minor, currency }) =>
      figure(minor / 100, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
    fileSize: (bytes) => {
      const unit = FILE_UNITS.findLast(({ size }) => bytes >= size) ?? FILE_UNITS[0]
      return figure(bytes / unit.size, { style: 'unit', unit: unit.name, maximumFractionDigits: unit.digits })
    },
    relativeDay: (day, today) => (day === today ? t('today') : distance(day, today)),
    distantDay: (dayText, today) => {
      const days = differenceInCalendarDays(parseISO(dayText), parseISO(today))
      const near = Math.abs(days) < WEEK
      const words = near ? relative.format(days, 'day') : distance(dayText, today)
      const date = near ? weekDay(dayText) : day(dayText)
      return `${words.charAt(0).toLocaleUpperCase(language)}${words.slice(1)}, ${date}`
    },
  }
}
