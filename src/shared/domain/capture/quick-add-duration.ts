import { DIGITS, readBetween, readNumber, readNumberAt, toNumber } from './quick-add-numbers.ts'
import { type Found, findPhrase, formAt, toPhrases, type Word } from './quick-add-words.ts'

/**
 * Durations of a quick-add line, in whole minutes.
 *
 * `2ч`, `2 часа`, `1,5ч`, `,5h`, `1.5h`, `45м`, `45 мин`, `90min`, `1ч30м`, `1ч30`, `2 ч 30`, `1h 30m`,
 * `1 час и 30 минут`, `два часа`, `пару часов`, `сорок минут`, `час десять`, `часа два`, `полчаса`, `полтора часа`,
 * `час`, `half an hour`, `an hour and a half`, `twenty minutes`, `2-3 часа` (the middle), `30-минутный`; with `за`,
 * `около` or `for` before them. Ranges of the clock are in `quick-add-clock.ts`.
 *
 * Not durations: `45 м` and `5M` (metres, millions: the one-letter minute must be lower case and directly after its
 * number), a time of day (`в 2 часа`, `at 2 h`), a distance in time (`2 часа назад`, `через час`), a rate
 * (`2 часа в неделю`).
 */

const HOURS = new Set(['ч', 'час', 'часа', 'часов', 'часик', 'часика', 'h', 'hr', 'hrs', 'hour', 'hours'])
const MINUTES = new Set(['мин', 'минут', 'минута', 'минуту', 'минуты', 'min', 'mins', 'minute', 'minutes'])
const SHORT_MINUTES = new Set(['м', 'm'])

/** Fixed phrases; the longest that matches is read. */
const PHRASES = toPhrases<number>([
  ['three quarters of an hour', 45],
  ['an hour and a quarter', 75],
  ['an hour and a half', 90],
  ['one hour and a half', 90],
  ['hour and a half', 90],
  ['quarter of an hour', 15],
  ['an hour or so', 60],
  ['a quarter hour', 15],
  ['half of an hour', 30],
  ['a half hour', 30],
  ['half an hour', 30],
  ['half a hour', 30],
  ['half an hr', 30],
  ['half hour', 30],
  ['half-hour', 30],
  ['hour-long', 60],
  ['два с половиной часа', 150],
  ['три с половиной часа', 210],
  ['two and a half hours', 150],
  ['three and a half hours', 210],
  ['час с половиной', 90],
  ['час с небольшим', 60],
  ['час с лишним', 60],
  ['час с хвостиком', 60],
  ['три четверти часа', 45],
  ['четверть часа', 15],
  ['полтора часика', 90],
  ['полтора часа', 90],
  ['полутора часов', 90],
  ['полтора ч', 90],
  ['пол часика', 30],
  ['пол часа', 30],
  ['полчасика', 30],
  ['полчасик', 30],
  ['пол-часа', 30],
  ['получаса', 30],
  ['полчаса', 30],
  ['часик', 60],
  ['часок', 60],
  ['an hr', 60],
])

/** Words before a duration that are cut together with it: `за 2 часа`, `for about an hour`, `почти полчаса`. */
const LEADS = toPhrases(
  [
    'в течение',
    ...'за на for около примерно почти порядка где-то about around roughly almost nearly approx circa'.split(' '),
  ].map((phrase) => [phrase, true]),
)

/** Words that turn the hours after them into a time of day, a distance or a rate. */
const CLOCK_WORDS = new Set(
  (
    'в во к ко с со до от через после каждый каждые каждую каждое последний последние последнюю следующие ' +
    'at in by every each within after before until till from past last next'
  ).split(' '),
)
const AFTERWARDS = new Set(['назад', 'спустя', 'пик', 'ago', 'later', 'per', 'ночи'])
const RATE_UNITS = new Set(['день', 'неделю', 'месяц', 'год', 'day', 'week', 'month', 'year'])
const DAY_HALVES = new Set(['утра', 'дня', 'вечера', 'ночи', 'am', 'pm', 'мск'])

const WITH_UNIT = new RegExp(`^~?(${DIGITS})(\\p{L}+)$`, 'u')
const HOURS_AND_MINUTES = new RegExp(`^~?(${DIGITS})(\\p{L}+)(?:(\\d{1,2})(\\p{L}*))?$`, 'u')

/** True if the number at a word is not followed by something it counts (`2 ч 30`, but not `2 ч 30 страниц`). */
export type IsBare = (at: number) => boolean

/**
 * The duration that starts at a word. Minutes have no upper limit here; the caller refuses too many.
 *
 * @param isBare decides about a number after the hours: it is minutes if it counts nothing else (`2 ч 30`, but not
 * `2 ч 30 страниц`)
 */
export function readDuration(words: readonly Word[], at: number, isBare: IsBare): Found<number> | null {
  if (CLOCK_WORDS.has(formAt(words, at - 1)) || isShift(words, at)) return null
  const lead = readLeads(words, at)
  const start = at + lead
  const found =
    findPhrase(PHRASES, words, start) ??
    readHours(words, start, isBare) ??
    readMinutes(words, start) ??
    readAroundHour(words, start, lead) ??
    readUnitFirst(words, start) ??
    readAdjective(words, start)
  if (found === null || isOtherTime(words, start + found.length)) return null
  return { length: lead + found.length, value: Math.round(found.value) }
}

/** `перенесли на час`, `late by 2 hours`: by how much something was moved. */
function isShift(words: readonly Word[], at: number): boolean {
  const start = formAt(words, at) === 'на' ? at : at - 1
  return (
    formAt(words, start) === 'на' && words.slice(Math.max(0, start - 3), start).some(({ form }) => SHIFTED.test(form))
  )
}

const SHIFTED = /^(?:перен|сдвин|отлож|задерж|опозда|продл|сократ|ускор|уменьш)/

function readLeads(words: readonly Word[], at: number): number {
  let length = 0
  for (;;) {
    const lead = findPhrase(LEADS, words, at + length)
    if (lead === null) return length
    length += lead.length
  }
}

/**
 * `1:30` as a duration. It could also be a time of day, so it counts only from 0:01 to 5:59, without a leading zero,
 * and without a word that makes it a time (`в 1:30`, `1:30 pm`). The caller prefers any other duration of the line.
 */
export function readColonDuration(words: readonly Word[], at: number): Found<number> | null {
  const match = /^([0-5]):([0-5]\d)$/.exec(formAt(words, at))
  if (!match || CLOCK_WORDS.has(formAt(words, at - 1)) || DAY_HALVES.has(formAt(words, at + 1))) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return minutes === 0 ? null : { length: 1, value: minutes }
}

/** Hours, with minutes after them if present. */
function readHours(words: readonly Word[], at: number, isBare: IsBare): Found<number> | null {
  const glued = HOURS_AND_MINUTES.exec(formAt(words, at))
  if (glued && HOURS.has(glued[2] ?? '')) {
    const hours = toNumber(glued[1]) * 60
    if (glued[3] === undefined) return withMinutes(words, at, 1, hours, isBare)
    const isMinutes = glued[4] === '' || isMinuteUnit(glued[4] ?? '', true)
    return isMinutes ? { length: 1, value: hours + Number(glued[3]) } : null
  }
  const range = readRange(words, at, (unit) => HOURS.has(unit))
  if (range !== null) return { length: range.length, value: range.value * 60 }
  const number = readNumberAt(words, at)
  if (number !== null && HOURS.has(formAt(words, at + number.length)))
    return withMinutes(words, at, number.length + 1, number.value * 60, isBare)
  if (formAt(words, at) === 'an' && formAt(words, at + 1) === 'hour') return withMinutes(words, at, 2, 60, isBare)
  return formAt(words, at) === 'час' ? withMinutes(words, at, 1, 60, isBare) : null
}

function withMinutes(words: readonly Word[], at: number, length: number, hours: number, isBare: IsBare): Found<number> {
  const next = at + length
  const isNumber = /^[0-5]?\d$/.test(formAt(words, next)) && Number.isInteger(hours / 60)
  if (isNumber && (isBare(next) || isRoundHead(words, at, next)))
    return { length: length + 1, value: hours + Number(formAt(words, next)) }
  const joint = ['и', 'and'].includes(formAt(words, at + length)) ? 1 : 0
  const minutes = readMinutes(words, at + length + joint) ?? readSpokenMinutes(words, next, isBare)
  if (minutes === null || minutes.value >= 60) return { length, value: hours }
  return { length: length + joint + minutes.length, value: hours + minutes.value }
}

/**
 * `1ч 30 созвон с командой`: at the head of a line a round number is minutes, unless it is followed by something
 * usually counted.
 */
function isRoundHead(words: readonly Word[], at: number, next: number): boolean {
  const following = formAt(words, next + 1)
  const minutes = Number(formAt(words, next))
  return at === 0 && minutes > 0 && minutes % 15 === 0 && following !== '' && !COUNTED.test(following)
}

/** Words that a number counts: things in the plural, and months. */
const COUNTED =
  /^(?:\p{L}+(?:ов|ев|ей|сем|(?:ан|ен|ц|ят)ий)$|резюме|интервью|страниц|задач|вопрос|слов|человек|упражнен|урок|глав|стат|раз|шт|строк|карточ|слайд|тест|минут|мин|сек|балл|[a-z]+s$|people|min|sec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)/u

/** `час десять`, `два часа сорок`, `an hour ten`: only in words, and only tens and fives. */
function readSpokenMinutes(words: readonly Word[], at: number, isBare: IsBare): Found<number> | null {
  if (/\d/.test(formAt(words, at))) return null
  const number = readNumberAt(words, at)
  const isSaid = number !== null && number.value >= 5 && number.value % 5 === 0
  return isSaid && isBare(at + number.length - 1) ? number : null
}

function readMinutes(words: readonly Word[], at: number): Found<number> | null {
  const glued = WITH_UNIT.exec(formAt(words, at))
  if (glued) {
    const isMillions = /\d[MМ]$/.test(words[at]?.text ?? '')
    if (isMillions || !isMinuteUnit(glued[2] ?? '', true)) return null
    return { length: 1, value: toNumber(glued[1]) }
  }
  const range = readRange(words, at, (unit, touches) => isMinuteUnit(unit, touches))
  // The middle of two round numbers is rounded: 10-15 minutes are not twelve and a half.
  if (range !== null) return range.isRound ? { ...range, value: Math.round(range.value / 5) * 5 } : range
  const number = readNumberAt(words, at)
  if (number === null || !isMinuteUnit(formAt(words, at + number.length), false)) return null
  return { length: number.length + 1, value: number.value }
}

/** `2-3 часа`, `40-50м`: the middle of the range. */
function readRange(
  words: readonly Word[],
  at: number,
  isUnit: (unit: string, touchesNumber: boolean) => boolean,
): (Found<number> & { isRound: boolean }) | null {
  const match = /^~?(\d+(?:[.,]\d+)?)[-–—](\d+(?:[.,]\d+)?)(\p{L}*)$/u.exec(formAt(words, at))
  const middle = readBetween(match?.[1], match?.[2])
  if (!match || middle === null) return null
  const isRound = [match[1], match[2]].every((end) => Number(end) % 5 === 0)
  if (match[3] !== '') return isUnit(match[3] ?? '', true) ? { length: 1, value: middle, isRound } : null
  return isUnit(formAt(words, at + 1), false) ? { length: 2, value: middle, isRound } : null
}

/** `около часа`: the hour in the case required by the word before it. */
function readAroundHour(words: readonly Word[], at: number, lead: number): Found<number> | null {
  return lead > 0 && formAt(words, at) === 'часа' && readNumber(formAt(words, at + 1)) === null
    ? { length: 1, value: 60 }
    : null
}

const UNIT_FIRST = new Map([
  ['минут', 1],
  ['часа', 60],
  ['часов', 60],
])

/** `минут сорок`, `часа два`: in Russian the unit before the number means *about*. */
function readUnitFirst(words: readonly Word[], at: number): Found<number> | null {
  const unit = UNIT_FIRST.get(formAt(words, at))
  const number = readNumberAt(words, at + 1)
  const half = formAt(words, at + 1) === 'полтора' ? 1.5 : null
  if (unit === undefined || (number === null && half === null)) return null
  return { length: 1 + (number?.length ?? 1), value: unit * (half ?? number?.value ?? 0) }
}

const HOUR_ADJECTIVES = new Map([
  ['получасов', 30],
  ['часов', 60],
  ['полуторачасов', 90],
  ['двухчасов', 120],
  ['трехчасов', 180],
  ['четырехчасов', 240],
])

/** `2-hour workshop`, `30-минутный созвон`, `двухчасовая лекция`. */
function readAdjective(words: readonly Word[], at: number): Found<number> | null {
  const form = formAt(words, at)
  const counted =
    /^(\d{1,3})-?(?:(h|hr|hour|hours|часов)|(min|mins|minute|minutes|минутн))(?:ый|ой|ая|ую|ое|ого|ом|ым)?$/.exec(form)
  if (counted && /-|часов|минутн/.test(form)) return { length: 1, value: Number(counted[1]) * (counted[2] ? 60 : 1) }
  const long = /^(.+часов)(?:ой|ая|ую|ое|ого|ым|ом)$/.exec(`${form.startsWith('часов') ? ' ' : ''}${form}`)
  const minutes = HOUR_ADJECTIVES.get((long?.[1] ?? '').trim())
  return minutes === undefined ? null : { length: 1, value: minutes }
}

function isMinuteUnit(form: string, touchesNumber: boolean): boolean {
  return MINUTES.has(form) || (touchesNumber && SHORT_MINUTES.has(form))
}

/** True if the words after a span make it a distance (`назад`) or a rate (`в неделю`, `a week`). */
function isOtherTime(words: readonly Word[], next: number): boolean {
  const form = formAt(words, next)
  return AFTERWARDS.has(form) || (['в', 'a'].includes(form) && RATE_UNITS.has(formAt(words, next + 1)))
}
