import type { Day } from '#shared/model/common.ts'
import {
  addDays,
  addMonths,
  dayParts,
  makeDay,
  type Weekday,
  type WeekStart,
  weekdayOf,
  weekStart,
} from './calendar.ts'
import { readNumber } from './quick-add-duration.ts'
import { type Found, formAt, type Word } from './quick-add-words.ts'

/**
 * Dates of a quick-add line. A journal looks back, so a date without a year is the latest one that is not in the
 * future, and so is a day of the week; a date with a year is taken as written.
 *
 * `сегодня`, `вчера`, `позавчера`, `the day before yesterday`; `в пятницу`, `пт`, `on Friday`, `last Friday` (the
 * Friday of the week before); `3 дня назад`, `неделю назад`, `two weeks ago`; `2026-03-05`, `05.03.2026`, `05.03.26`,
 * `05.03`; `5 марта`, `5 марта 2025 г.`, `March 5th, 2025`, `5 Mar`.
 *
 * Not dates: what a preposition makes the subject (`план на пятницу`, `отчёт от 05.03.2025`, `by Friday`), one-digit
 * days before a dot (`Python 3.12`), `Ubuntu 24.04` and the like, and numbers that no date could have (`16.45`).
 */

export type DayContext = { today: Day; weekStartsOn: WeekStart }

const RELATIVE = new Map([
  ['сегодня', 0],
  ['today', 0],
  ['вчера', 1],
  ['yesterday', 1],
  ['позавчера', 2],
])

const indexForms = <Value extends number>(lines: readonly string[], from: number) =>
  new Map(lines.flatMap((line, index) => line.split(' ').map((form) => [form, (index + from) as Value] as const)))

const WEEKDAYS = indexForms<Weekday>(
  [
    'воскресенье вс sunday sun',
    'понедельник пн monday mon',
    'вторник вт tuesday tue tues',
    'среда среду ср wednesday wed',
    'четверг чт thursday thu thur thurs',
    'пятница пятницу пт friday fri',
    'суббота субботу сб saturday sat',
  ],
  0,
)

/** Also words of other meaning (a work environment, the sun, she sat): dates only after a preposition or a token. */
const AMBIGUOUS_WEEKDAYS = new Set(['среда', 'среду', 'sun', 'sat'])

const MONTHS = indexForms<number>(
  [
    'января янв january jan',
    'февраля фев february feb',
    'марта мар march mar',
    'апреля апр april apr',
    'мая май may',
    'июня июн june jun',
    'июля июл july jul',
    'августа авг august aug',
    'сентября сен сент september sep sept',
    'октября окт october oct',
    'ноября ноя нояб november nov',
    'декабря дек december dec',
  ],
  1,
)

const UNITS = new Map<string, 'day' | 'week' | 'month' | 'year'>([
  ...'день дня дней day days'.split(' ').map((form) => [form, 'day'] as const),
  ...'неделю недели недель week weeks'.split(' ').map((form) => [form, 'week'] as const),
  ...'месяц месяца месяцев month months'.split(' ').map((form) => [form, 'month'] as const),
  ...'год года лет year years'.split(' ').map((form) => [form, 'year'] as const),
])

const PREVIOUS = new Set(['last', 'прошлый', 'прошлая', 'прошлую', 'прошлое'])
const THIS = new Set(['this', 'этот', 'эта', 'эту', 'это'])

/** Before a date: it is what the activity is about, or not a past day at all. */
const SUBJECT_WORDS = new Set(
  (
    'за к ко до на от после с со про о об по next every each last this before by until till from for to after about ' +
    'since of следующий следующая следующую следующее каждый каждая каждую каждое будущий будущую будущее ' +
    'прошлый прошлая прошлую прошлое этот эта эту это'
  ).split(' '),
)

/** Before `24.04`: it is a version or a place in a text. */
const NUMBERED_WORDS = new Set(
  'ubuntu nixos clickhouse версия версии версию version v релиз release глава главу главы chapter раздел section пункт п §'.split(
    ' ',
  ),
)

/**
 * The date that starts at a word; a null value is a date that the calendar does not have (31.02).
 *
 * @param afterToken the word before belongs to another part of the line that was recognised (`2ч среда`)
 */
export function readDay(
  words: readonly Word[],
  at: number,
  context: DayContext,
  afterToken: boolean,
): Found<Day | null> | null {
  const relative = readRelative(words, at, context)
  if (relative) return relative
  const before = formAt(words, at - 1) === 'the' ? at - 2 : at - 1
  if (SUBJECT_WORDS.has(formAt(words, before))) return null
  const weekday = readWeekday(words, at, context, afterToken)
  if (weekday) return weekday
  const lead = formAt(words, at) === 'on' ? 1 : 0
  const start = formAt(words, at + lead) === 'the' ? at + lead + 1 : at + lead
  const found =
    readAgo(words, start, context) ??
    readNumericDate(words, start, context) ??
    readDayAndMonth(words, start, context) ??
    readMonthAndDay(words, start, context)
  return found && { length: start - at + found.length, value: found.value }
}

/** `вчера`, also `за вчера` and `for yesterday`; but not `before yesterday`. */
function readRelative(words: readonly Word[], at: number, { today }: DayContext): Found<Day | null> | null {
  const lead = ['за', 'for'].includes(formAt(words, at)) ? 1 : 0
  const start = at + lead
  const the = formAt(words, start) === 'the' ? 1 : 0
  const phrase = ['day', 'before', 'yesterday']
  if (phrase.every((form, offset) => formAt(words, start + the + offset) === form))
    return { length: lead + the + 3, value: safely(() => addDays(today, -2)) }
  const days = RELATIVE.get(formAt(words, start))
  const isSubject = lead === 0 && SUBJECT_WORDS.has(formAt(words, at - 1))
  if (days === undefined || isSubject) return null
  return { length: lead + 1, value: safely(() => addDays(today, -days)) }
}

function readWeekday(
  words: readonly Word[],
  at: number,
  { today, weekStartsOn }: DayContext,
  afterToken: boolean,
): Found<Day | null> | null {
  const lead = ['в', 'во', 'on'].includes(formAt(words, at)) ? 1 : 0
  const isPrevious = PREVIOUS.has(formAt(words, at + lead))
  const which = isPrevious || THIS.has(formAt(words, at + lead)) ? 1 : 0
  const form = formAt(words, at + lead + which)
  const weekday = WEEKDAYS.get(form)
  if (weekday === undefined) return null
  if (lead + which === 0 && !afterToken && AMBIGUOUS_WEEKDAYS.has(form)) return null
  const value = safely(() => {
    const last = addDays(today, -((weekdayOf(today) - weekday + 7) % 7))
    return isPrevious && last >= weekStart(today, weekStartsOn) ? addDays(last, -7) : last
  })
  return { length: lead + which + 1, value }
}

/** `3 дня назад`, `неделю назад`, `a month ago`. */
function readAgo(words: readonly Word[], at: number, { today }: DayContext): Found<Day | null> | null {
  const form = formAt(words, at)
  const number = form === 'a' ? 1 : readNumber(form)
  const length = number === null ? 1 : 2
  const unit = UNITS.get(formAt(words, at + length - 1))
  const amount = number ?? 1
  if (unit === undefined || !Number.isInteger(amount) || !['назад', 'ago'].includes(formAt(words, at + length)))
    return null
  const value = safely(() => {
    if (unit === 'day' || unit === 'week') return addDays(today, -amount * (unit === 'week' ? 7 : 1))
    return addMonths(today, -amount * (unit === 'year' ? 12 : 1))
  })
  return { length: length + 1, value }
}

/** `2026-03-05`, `05.03.2026`, `05.03.26`, `05.03`. */
function readNumericDate(words: readonly Word[], at: number, context: DayContext): Found<Day | null> | null {
  const form = formAt(words, at)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(form)
  if (iso) return { length: 1, value: makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) }
  const full = /^(\d{1,2})\.(\d{1,2})\.(\d{4})г?$/.exec(form)
  if (full) return { length: 1, value: makeDay(Number(full[3]), Number(full[2]), Number(full[1])) }
  const short = /^(\d{2})\.(\d{2})(?:\.(\d{2}))?$/.exec(form)
  if (!short || NUMBERED_WORDS.has(formAt(words, at - 1))) return null
  const [day, month] = [Number(short[1]), Number(short[2])]
  if (day < 1 || day > 31 || month < 1 || month > 12) return null
  const value =
    short[3] === undefined ? latestDay(month, day, context.today) : makeDay(2000 + Number(short[3]), month, day)
  return { length: 1, value }
}

/** `5 марта`, `5-го марта 2025 года`, `5th of March`. */
function readDayAndMonth(words: readonly Word[], at: number, context: DayContext): Found<Day | null> | null {
  const day = readDayOfMonth(formAt(words, at))
  const of = formAt(words, at + 1) === 'of' ? 1 : 0
  const month = MONTHS.get(formAt(words, at + 1 + of))
  if (day === null || month === undefined) return null
  return withYear(words, at, 2 + of, month, day, context)
}

/** `March 5`, `Mar 5th, 2025`; Russian never puts the month first. */
function readMonthAndDay(words: readonly Word[], at: number, context: DayContext): Found<Day | null> | null {
  const month = /^[a-z]+$/.test(formAt(words, at)) ? MONTHS.get(formAt(words, at)) : undefined
  const day = readDayOfMonth(formAt(words, at + 1))
  if (day === null || month === undefined) return null
  return withYear(words, at, 2, month, day, context)
}

function readDayOfMonth(form: string): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th|-?го|-?е)?$/.exec(form)
  return match ? Number(match[1]) : null
}

function withYear(
  words: readonly Word[],
  at: number,
  length: number,
  month: number,
  day: number,
  { today }: DayContext,
): Found<Day | null> {
  const year = /^(?:19|20|21)\d\d(г?)$/.exec(formAt(words, at + length))
  if (!year) return { length, value: latestDay(month, day, today) }
  const yearWord = ['г', 'год', 'года'].includes(formAt(words, at + length + 1)) ? 1 : 0
  return { length: length + 1 + yearWord, value: makeDay(Number.parseInt(year[0], 10), month, day) }
}

/** The latest such day up to today, null where no year has it. 29 February may be up to eight years back. */
function latestDay(month: number, dayOfMonth: number, today: Day): Day | null {
  const { year } = dayParts(today)
  for (let back = 0; back <= 8; back++) {
    const day = makeDay(year - back, month, dayOfMonth)
    if (day !== null && day <= today) return day
  }
  return null
}

/** A step out of 1900-2199 is an impossible date of the line, not a failure. */
function safely(step: () => Day): Day | null {
  try {
    return step()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
