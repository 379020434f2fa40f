import type { Day } from '#shared/model/common.ts'
import {
  addDays,
  addMonths,
  dayParts,
  differenceInDays,
  makeDay,
  type Weekday,
  type WeekStart,
  weekdayOf,
  weekStart,
} from '../calendar/calendar.ts'
import { readNumberAt } from './quick-add-numbers.ts'
import { type Found, findPhrase, formAt, toPhrases, type Word } from './quick-add-words.ts'

/**
 * Dates of a quick-add line.
 *
 * The rule of years, here and in every day field: two digits are 2000-2099. A date without a year is the latest one
 * that is not in the future, because a journal looks back; so is a day of the week. Only in a field for something
 * planned (`planned`) it is the nearest such date, past or future, and the next such day of the week.
 *
 * `сегодня`, `вчера`, `позавчера`, `the day before yesterday`, `last night`, `this morning`, `на прошлой неделе` (a
 * week ago); `в пятницу`, `пт`, `on Friday`, `last Friday` (the Friday of the week before); `3 дня назад`,
 * `неделю назад`, `two weeks ago`; `2026-03-05`, `05.03.2026`, `05/03/2026`, `05.03.26`, `05.03`, `25/11`, `11/25`;
 * `24 числа`, `on the 24th`; `5 марта`, `5 марта 2025 г.`, `March 5th, 2025`, `5 Mar`.
 *
 * Not dates: days that a preposition makes the subject (`план на пятницу`, `отчёт от 05.03.2025`, `by Friday`),
 * one-digit days before a dot (`Python 3.12`), the day of a booking (`booked the exam, Dec 12`), Black Friday,
 * `Ubuntu 24.04` and the like, numbers that cannot be a date (`16.45`), and numbers that may be a part of something
 * (`глава 10/12`).
 */

export type DayContext = {
  today: Day
  weekStartsOn: WeekStart
  /** The day may be in the future: see the rule of years. */
  planned?: boolean
}

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

/** The day of the week that a word names, in either language. */
export function readWeekdayName(form: string): Weekday | null {
  return WEEKDAYS.get(form) ?? null
}

/** Words with another meaning too (a work environment, the sun, she sat): dates only after a preposition or a token. */
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

type Span = 'day' | 'week' | 'month' | 'year'

/** Words for time spans, in the cases used before `назад` and after `через`. */
export const SPANS = new Map<string, Span>([
  ...'день дня дней day days'.split(' ').map((form) => [form, 'day'] as const),
  ...'неделю недели недель week weeks'.split(' ').map((form) => [form, 'week'] as const),
  ...'месяц месяца месяцев month months'.split(' ').map((form) => [form, 'month'] as const),
  ...'год года лет year years'.split(' ').map((form) => [form, 'year'] as const),
])

const PREVIOUS = new Set(['last', 'past', 'прошлый', 'прошлая', 'прошлую', 'прошлое'])
const THIS = new Set(['this', 'этот', 'эта', 'эту', 'это'])

/** Before a day of the week they form a name (Black Friday, Чёрная пятница). */
const FAMOUS = new Set('black cyber good casual easter palm super черная черную черной черный кибер'.split(' '))

/** Before a day of the week they refer to all such days (`never deploy on Friday`). */
const IN_GENERAL = new Set("never always usually никогда всегда обычно don't нельзя".split(' '))

/** Before a date they make it the subject of the activity, or a day that is not past. */
const SUBJECT_WORDS = new Set(
  (
    'за к ко до на от после с со про о об по next every each last this before by until till from for to after about ' +
    'since of следующий следующая следующую следующее каждый каждая каждую каждое будущий будущую будущее ' +
    'прошлый прошлая прошлую прошлое этот эта эту это'
  ).split(' '),
)

/** Before `24.04` they make it a version or a place in a text. */
const NUMBERED_WORDS = new Set(
  'ubuntu nixos clickhouse версия версии версию version v релиз release глава главу главы chapter раздел section пункт п §'.split(
    ' ',
  ),
)

/**
 * The date that starts at a word; a null value is a date that does not exist (31.02).
 *
 * @param afterToken the word before belongs to another recognised part of the line (`2ч среда`)
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
    readMonthAndDay(words, start, context) ??
    readDayAlone(words, start, context)
  if (found !== null && !context.planned && isBookedAhead(words, start, found, context)) return null
  return found && { length: start - at + found.length, value: found.value }
}

/** Phrases for a day, with the number of days back; *last week* means a week back. */
const PHRASES = toPhrases<number>([
  ['the day before yesterday', 2],
  ['day before yesterday', 2],
  ['прошлой ночью', 1],
  ['прошлым вечером', 1],
  ['вчерашним вечером', 1],
  ['на прошлой неделе', 7],
  ['last night', 1],
  ['last evening', 1],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['earlier today', 0],
  ['last week', 7],
  ['tonight', 0],
])

/** `вчера`, also `за вчера` and `for yesterday`; but not `before yesterday`. */
function readRelative(words: readonly Word[], at: number, { today }: DayContext): Found<Day | null> | null {
  const lead = ['за', 'for'].includes(formAt(words, at)) ? 1 : 0
  const start = at + lead
  const isSubject = lead === 0 && SUBJECT_WORDS.has(formAt(words, at - 1))
  const phrase = findPhrase(PHRASES, words, start)
  if (phrase !== null && (phrase.value === 2 || !isSubject))
    return { length: lead + phrase.length, value: safely(() => addDays(today, -phrase.value)) }
  const days = RELATIVE.get(formAt(words, start))
  if (days === undefined || isSubject) return null
  return { length: lead + 1, value: safely(() => addDays(today, -days)) }
}

function readWeekday(
  words: readonly Word[],
  at: number,
  { today, weekStartsOn, planned }: DayContext,
  afterToken: boolean,
): Found<Day | null> | null {
  const lead = ['в', 'во', 'on'].includes(formAt(words, at)) ? 1 : 0
  const isPrevious = PREVIOUS.has(formAt(words, at + lead))
  const which = isPrevious || THIS.has(formAt(words, at + lead)) ? 1 : 0
  const form = formAt(words, at + lead + which)
  const weekday = WEEKDAYS.get(form)
  if (
    weekday === undefined ||
    words.slice(0, at).some((word) => IN_GENERAL.has(word.form)) ||
    FAMOUS.has(formAt(words, at - 1))
  )
    return null
  if (lead + which === 0 && !afterToken && AMBIGUOUS_WEEKDAYS.has(form)) return null
  const value = safely(() => {
    if (planned && !isPrevious) return addDays(today, (weekday - weekdayOf(today) + 7) % 7)
    const last = addDays(today, -((weekdayOf(today) - weekday + 7) % 7))
    return isPrevious && last >= weekStart(today, weekStartsOn) ? addDays(last, -7) : last
  })
  return { length: lead + which + 1, value }
}

/** Verbs of arranging something for a future day. */
const BOOKING =
  /^(?:booked|scheduled|registered|signed|moved|rescheduled|postponed|planned|deadline|due|appointed|reserved|забронир\p{L}+|записал(?:ся|ась)|зарегистр\p{L}+|назнач\p{L}+|оплат\p{L}+|перенес\p{L}*|заплан\p{L}+|дедлайн|срок|купил\p{L}?|запись)$/u

/**
 * `booked the exam, Dec 12`: a date without a year that is nearer in the future than in the past is the day of what was
 * arranged.
 */
function isBookedAhead(
  words: readonly Word[],
  at: number,
  { length, value }: Found<Day | null>,
  context: DayContext,
): boolean {
  if (value === null || !words.slice(0, at).some(({ form }) => BOOKING.test(form))) return false
  const ahead = (readMonthAndDay(words, at, { ...context, planned: true }) ??
    readDayAndMonth(words, at, { ...context, planned: true }) ??
    readNumericDate(words, at, { ...context, planned: true })) as Found<Day | null> | null
  return ahead?.length === length && ahead.value !== null && ahead.value > context.today
}

/** `3 дня назад`, `пару дней назад`, `дня три назад`, `неделю назад`, `a month ago`. */
function readAgo(words: readonly Word[], at: number, { today }: DayContext): Found<Day | null> | null {
  const number =
    formAt(words, at) === 'a' && SPANS.has(formAt(words, at + 1)) ? { length: 1, value: 1 } : readNumberAt(words, at)
  const first = SPANS.get(formAt(words, at))
  const after = first === undefined ? null : readNumberAt(words, at + 1)
  const length = (number?.length ?? 0) + 1 + (after?.length ?? 0)
  const unit = first ?? SPANS.get(formAt(words, at + (number?.length ?? 0)))
  const amount = number?.value ?? after?.value ?? 1
  if (unit === undefined || !Number.isInteger(amount) || !['назад', 'ago'].includes(formAt(words, at + length)))
    return null
  return { length: length + 1, value: safely(() => addSpan(today, -amount, unit)) }
}

/** The day `amount` spans later, or earlier if `amount` is negative. Throws `RangeError` outside the calendar. */
export function addSpan(day: Day, amount: number, span: Span): Day {
  if (span === 'day' || span === 'week') return addDays(day, amount * (span === 'week' ? 7 : 1))
  return addMonths(day, amount * (span === 'year' ? 12 : 1))
}

/** `2026-03-05`, `05.03.2026`, `05/03/2026`, `05.03.26`, `05.03`, `25/11`. */
function readNumericDate(words: readonly Word[], at: number, context: DayContext): Found<Day | null> | null {
  const form = formAt(words, at)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(form)
  if (iso) return { length: 1, value: makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) }
  const full = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})г?$/.exec(form)
  if (full) return { length: 1, value: makeDay(Number(full[4]), Number(full[3]), Number(full[1])) }
  const short = /^(\d{2})([./])(\d{2})(?:\2(\d{2}))?$/.exec(form)
  if (!short || NUMBERED_WORDS.has(formAt(words, at - 1))) return null
  const [first, second] = [Number(short[1]), Number(short[3])]
  // Two numbers and a slash are a date only if exactly one order of them is valid; `11/25` is American.
  const isAmerican = short[2] === '/' && second > 12 && second <= 31 && first <= 12
  const [day, month] = isAmerican ? [second, first] : [first, second]
  if (day < 1 || day > 31 || month < 1 || month > 12) return null
  if (short[4] !== undefined) return { length: 1, value: makeDay(2000 + Number(short[4]), month, day) }
  const mayBePart = short[2] === '/' && !isAmerican && day <= month && !form.startsWith('0')
  return mayBePart ? null : { length: 1, value: dayWithoutYear(month, day, context) }
}

/** `24 числа`, `24-го`, `on the 24th`: the latest such day. */
function readDayAlone(words: readonly Word[], at: number, { today, planned }: DayContext): Found<Day | null> | null {
  const form = formAt(words, at)
  const day = readDayOfMonth(form)
  const isNamed = formAt(words, at + 1) === 'числа'
  const isOrdinal = /^\d{1,2}-?го$/.test(form) || (/^\d{1,2}(?:st|nd|rd|th)$/.test(form) && isAfterOnThe(words, at))
  if (planned || day === null || (!isNamed && !isOrdinal)) return null
  const { year, month } = dayParts(today)
  const days = [0, 1, 2].map((back) => {
    const index = year * 12 + month - 1 - back
    return makeDay(Math.floor(index / 12), (index % 12) + 1, day)
  })
  return { length: isNamed ? 2 : 1, value: days.find((one) => one !== null && one <= today) ?? null }
}

const isAfterOnThe = (words: readonly Word[], at: number) =>
  formAt(words, at - 1) === 'the' && formAt(words, at - 2) === 'on'

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
  context: DayContext,
): Found<Day | null> {
  const year = /^(?:19|20|21)\d\d(г?)$/.exec(formAt(words, at + length))
  if (!year) return { length, value: dayWithoutYear(month, day, context) }
  const yearWord = ['г', 'год', 'года'].includes(formAt(words, at + length + 1)) ? 1 : 0
  return { length: length + 1 + yearWord, value: makeDay(Number.parseInt(year[0], 10), month, day) }
}

/** The day by the rule of years, null if it exists in no year. 29 February may be up to eight years away. */
export function dayWithoutYear(month: number, dayOfMonth: number, { today, planned }: DayContext): Day | null {
  const { year } = dayParts(today)
  const days = Array.from({ length: 17 }, (_, index) => makeDay(year - 8 + index, month, dayOfMonth))
  const behind = days.findLast((day) => day !== null && day <= today) ?? null
  const ahead = days.find((day) => day !== null && day > today) ?? null
  if (!planned || ahead === null) return behind
  return behind === null || differenceInDays(ahead, today) <= differenceInDays(today, behind) ? ahead : behind
}

/** A step outside 1900-2199 is an impossible date of the line, not an error. */
export function safely(step: () => Day): Day | null {
  try {
    return step()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const PARTS_OF_DAY = toPhrases(
  [
    ...'утром днем вечером ночью'.split(' '),
    ...['с утра', 'после обеда', 'перед сном', 'под вечер', 'рано утром', 'поздно вечером', 'в обед', 'до обеда'],
    ...['in the morning', 'in the evening', 'in the afternoon', 'at night'],
    ...'morning afternoon evening night'.split(' '),
  ].map((phrase) => [phrase, true]),
)

/**
 * Number of words that name a part of the day beside a date: `вчера вечером`, `утром в субботу`, `on Saturday morning`.
 */
export function readPartOfDay(words: readonly Word[], at: number): number {
  return findPhrase(PARTS_OF_DAY, words, at)?.length ?? 0
}
