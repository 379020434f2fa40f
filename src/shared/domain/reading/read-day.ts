import { type Day, isCalendarDay } from '#shared/model/common.ts'
import { addDays, makeDay, weekdayOf } from '../calendar/calendar.ts'
import {
  addSpan,
  type DayContext,
  dayWithoutYear,
  readDay,
  readWeekdayName,
  SPANS,
  safely,
} from '../capture/quick-add-day.ts'
import { readNumber } from '../capture/quick-add-numbers.ts'
import { formAt, readWords, type Word } from '../capture/quick-add-words.ts'
import { cleanTyped } from '../text/text.ts'

/** `impossible`: it has the form of a date that does not exist (31.02). */
export type DayReading = Day | 'impossible' | null

/**
 * The day that a person typed into a field, null if the text is not a day.
 *
 * Reads every date that quick add reads, by the same rule of years (`quick-add-day.ts`), if the text has nothing else.
 * Since a field holds only a day, shorter forms count here too (`1.3`, `1/3/26`, `01-03-2026`, `01032026`), a day of
 * the week may precede its date (`Fri, 6 March`), and words may point to the future (`завтра`, `in 2 weeks`). The day
 * always comes before the month.
 */
export function readDayText(text: string, context: DayContext): DayReading {
  const typed = cleanTyped(text)
  if (isCalendarDay(typed)) return typed
  const numbers = readNumbers(typed, context)
  if (numbers !== null) return numbers
  const words = readWords(typed)
  if (words.length === 0 || !isAllWords(typed)) return null
  return readAhead(words, context) ?? readWhole(words, 0, context) ?? readAfterWeekday(words, context)
}

const impossible = (day: Day | null): DayReading => day ?? 'impossible'

/** Year, month and day in any of the usual orders and separators; two digits are a year of this century. */
const NUMBERS = [
  /^(?<d>\d{1,2})(?<s>[./-])(?<m>\d{1,2})\k<s>(?<y>\d{4}|\d{2})(?: ?г\.?)?$/i,
  /^(?<y>\d{4})(?<s>[./-])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})$/,
  /^(?<y>(?:19|20|21)\d\d)(?<m>0[1-9]|1[0-2])(?<d>\d\d)$/,
  /^(?<d>\d\d)(?<m>\d\d)(?<y>(?:19|20|21)\d\d)$/,
  /^(?<d>\d{1,2})[./](?<m>\d{1,2})\.?$/,
]

function readNumbers(typed: string, context: DayContext): DayReading {
  for (const form of NUMBERS) {
    const found = form.exec(typed)?.groups
    if (found === undefined) continue
    const [day, month] = [Number(found.d), Number(found.m)]
    if (found.y === undefined) return impossible(dayWithoutYear(month, day, context))
    return impossible(makeDay(Number(found.y) + (found.y.length === 2 ? 2000 : 0), month, day))
  }
  return null
}

/** Only words, numbers and the signs of a date, so that no other sign is silently ignored. */
const isAllWords = (typed: string) => /^[\p{L}\p{M}\d\s.,/-]+$/u.test(typed)

function readWhole(words: readonly Word[], at: number, context: DayContext): DayReading {
  const found = readDay(words.slice(at), 0, context, true)
  return found !== null && found.length === words.length - at ? impossible(found.value) : null
}

/** `Wed, 4 March`: the day of the week must match the date. */
function readAfterWeekday(words: readonly Word[], context: DayContext): DayReading {
  const weekday = readWeekdayName(formAt(words, 0))
  const day = weekday === null ? null : readWhole(words, 1, context)
  if (day === null || day === 'impossible') return day
  return weekdayOf(day) === weekday ? day : 'impossible'
}

const AHEAD = new Map([
  ['завтра', 1],
  ['tomorrow', 1],
  ['послезавтра', 2],
  ['day after tomorrow', 2],
  ['the day after tomorrow', 2],
])

/** `завтра`, `через неделю`, `in 2 weeks`. */
function readAhead(words: readonly Word[], { today }: DayContext): DayReading {
  const days = AHEAD.get(words.map(({ form }) => form).join(' '))
  if (days !== undefined) return impossible(safely(() => addDays(today, days)))
  if (!['через', 'in'].includes(formAt(words, 0))) return null
  const form = formAt(words, 1)
  const number = ['a', 'an'].includes(form) ? 1 : readNumber(form)
  const span = SPANS.get(formAt(words, number === null ? 1 : 2))
  if (span === undefined || words.length !== (number === null ? 2 : 3)) return null
  const amount = number ?? 1
  return Number.isInteger(amount) ? impossible(safely(() => addSpan(today, amount, span))) : null
}
