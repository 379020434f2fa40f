import { type Found, formAt, type Word } from './quick-add-words.ts'

/**
 * Durations of a quick-add line, in whole minutes.
 *
 * `2ч`, `2 часа`, `1,5ч`, `1.5h`, `45м`, `45 мин`, `90min`, `1ч30м`, `1ч30`, `1h 30m`, `1 час и 30 минут`, `два часа`,
 * `полчаса`, `полтора часа`, `час`, `half an hour`, `an hour and a half`; with `за` or `for` before them.
 *
 * Not durations: `45 м` and `5M` (metres, millions: the one-letter minute must be small and touch its number), a time
 * of day (`в 2 часа`, `at 2 h`), a distance in time (`2 часа назад`, `через час`), a rate (`2 часа в неделю`).
 */

const HOURS = new Set(['ч', 'час', 'часа', 'часов', 'часик', 'часика', 'h', 'hr', 'hrs', 'hour', 'hours'])
const MINUTES = new Set(['мин', 'минут', 'минута', 'минуту', 'минуты', 'min', 'mins', 'minute', 'minutes'])
const SHORT_MINUTES = new Set(['м', 'm'])

/** Numbers written as words, 1-10. */
const NUMERALS = new Map(
  [
    ['один', 'одна', 'одну', 'one'],
    ['два', 'две', 'two'],
    ['три', 'three'],
    ['четыре', 'four'],
    ['пять', 'five'],
    ['шесть', 'six'],
    ['семь', 'seven'],
    ['восемь', 'eight'],
    ['девять', 'nine'],
    ['десять', 'ten'],
  ].flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)),
)

/** Fixed phrases, longest first. */
const PHRASES: readonly (readonly [phrase: string, minutes: number])[] = [
  ['an hour and a half', 90],
  ['quarter of an hour', 15],
  ['half an hour', 30],
  ['час с половиной', 90],
  ['четверть часа', 15],
  ['полтора часа', 90],
  ['пол часа', 30],
  ['half hour', 30],
  ['полчасика', 30],
  ['half-hour', 30],
  ['пол-часа', 30],
  ['полчаса', 30],
]

const LEADS = new Set(['за', 'for'])

/** Words that turn the hours after them into a time of day, a distance or a rate. */
const CLOCK_WORDS = new Set(
  (
    'в во к ко с со до от через после каждый каждые каждую каждое последний последние последнюю следующие ' +
    'at in by every each within after before until till from past last next'
  ).split(' '),
)
const AFTERWARDS = new Set(['назад', 'спустя', 'пик', 'ago', 'later', 'per'])
const RATE_UNITS = new Set(['день', 'неделю', 'месяц', 'год', 'day', 'week', 'month', 'year'])
const DAY_HALVES = new Set(['утра', 'дня', 'вечера', 'ночи', 'am', 'pm', 'мск'])

/** The duration that starts at a word. Minutes are not limited here: the caller refuses the absurd. */
export function readDuration(words: readonly Word[], at: number): Found<number> | null {
  const lead = LEADS.has(formAt(words, at)) ? 1 : 0
  if (CLOCK_WORDS.has(formAt(words, at - 1))) return null
  const found = readPhrase(words, at + lead) ?? readHours(words, at + lead) ?? readMinutes(words, at + lead)
  if (found === null || isOtherTime(words, at + lead + found.length)) return null
  return { length: lead + found.length, value: Math.round(found.value) }
}

/**
 * `1:30` as a duration. It could as well be a time of day, so it counts only from 0:01 to 5:59, without a leading zero,
 * without a word that makes it a time (`в 1:30`, `1:30 pm`); and the caller prefers any other duration of the line.
 */
export function readColonDuration(words: readonly Word[], at: number): Found<number> | null {
  const match = /^([0-5]):([0-5]\d)$/.exec(formAt(words, at))
  if (!match || CLOCK_WORDS.has(formAt(words, at - 1)) || DAY_HALVES.has(formAt(words, at + 1))) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return minutes === 0 ? null : { length: 1, value: minutes }
}

/** The number a word writes, in digits (`2`, `1,5`) or as a word up to ten. */
export function readNumber(form: string): number | null {
  if (/^\d+([.,]\d+)?$/.test(form)) return Number(form.replace(',', '.'))
  return NUMERALS.get(form) ?? null
}

function readPhrase(words: readonly Word[], at: number): Found<number> | null {
  for (const [phrase, minutes] of PHRASES) {
    const forms = phrase.split(' ')
    if (forms.every((form, offset) => formAt(words, at + offset) === form))
      return { length: forms.length, value: minutes }
  }
  return null
}

/** Hours, with minutes after them if there are any. */
function readHours(words: readonly Word[], at: number): Found<number> | null {
  const glued = /^~?(\d+(?:[.,]\d+)?)(\p{L}+)(?:(\d{1,2})(\p{L}*))?$/u.exec(formAt(words, at))
  if (glued && HOURS.has(glued[2] ?? '')) {
    const hours = Number(glued[1]?.replace(',', '.')) * 60
    if (glued[3] === undefined) return withMinutes(words, at, 1, hours)
    const isMinutes = glued[4] === '' || isMinuteUnit(glued[4] ?? '', true)
    return isMinutes ? { length: 1, value: hours + Number(glued[3]) } : null
  }
  const number = readNumber(formAt(words, at).replace(/^~/, ''))
  if (number !== null && HOURS.has(formAt(words, at + 1))) return withMinutes(words, at, 2, number * 60)
  if (formAt(words, at) === 'an' && formAt(words, at + 1) === 'hour') return withMinutes(words, at, 2, 60)
  return formAt(words, at) === 'час' ? withMinutes(words, at, 1, 60) : null
}

function withMinutes(words: readonly Word[], at: number, length: number, hours: number): Found<number> {
  const joint = ['и', 'and'].includes(formAt(words, at + length)) ? 1 : 0
  const minutes = readMinutes(words, at + length + joint)
  if (minutes === null || minutes.value >= 60) return { length, value: hours }
  return { length: length + joint + minutes.length, value: hours + minutes.value }
}

function readMinutes(words: readonly Word[], at: number): Found<number> | null {
  const glued = /^~?(\d+(?:[.,]\d+)?)(\p{L}+)$/u.exec(formAt(words, at))
  if (glued) {
    const isMillions = /\d[MМ]$/.test(words[at]?.text ?? '')
    if (isMillions || !isMinuteUnit(glued[2] ?? '', true)) return null
    return { length: 1, value: Number(glued[1]?.replace(',', '.')) }
  }
  const number = readNumber(formAt(words, at).replace(/^~/, ''))
  return number !== null && isMinuteUnit(formAt(words, at + 1), false) ? { length: 2, value: number } : null
}

function isMinuteUnit(form: string, touchesNumber: boolean): boolean {
  return MINUTES.has(form) || (touchesNumber && SHORT_MINUTES.has(form))
}

/** True when the words after a span make it a distance (`назад`) or a rate (`в неделю`, `a week`). */
function isOtherTime(words: readonly Word[], next: number): boolean {
  const form = formAt(words, next)
  return AFTERWARDS.has(form) || (['в', 'a'].includes(form) && RATE_UNITS.has(formAt(words, next + 1)))
}
