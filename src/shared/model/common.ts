import { z } from 'zod'

/**
 * Identity of every item inside and outside the workspace: a UUIDv7, made by the client or the store. Converted to
 * lower case, so that two uids that differ only in case are equal.
 */
export const Uid = z.uuid().toLowerCase()
export type Uid = z.infer<typeof Uid>

/**
 * Uid of an item to be created, made by the client (UUIDv7, in lower case): repeating a request with the same uid,
 * after a lost answer, means the same item and never a second one.
 */
export const NewUid = z.uuidv7().toLowerCase()

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/**
 * True for a day that exists in the Gregorian calendar, 1900-2199 (so 31 February and year 0 are refused). Makes no
 * `Date`, because lists have very many days.
 */
export function isCalendarDay(text: string): boolean {
  const match = DAY_PATTERN.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2199 || day < 1) return false
  const length = month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1]
  return length !== undefined && day <= length
}

/** A day of the user's own calendar, `YYYY-MM-DD`, without time or zone. */
export const Day = z
  .string({ message: 'day.invalid' })
  .max(10, { error: 'day.invalid', abort: true })
  .refine(isCalendarDay, { message: 'day.invalid' })
export type Day = z.infer<typeof Day>

/** The latest instant that is within the calendar of `Day` in every time zone. */
export const LAST_INSTANT = Date.UTC(2199, 11, 30)

/** An instant: integer milliseconds since 1970 UTC. */
export const Instant = z.int().min(0).max(LAST_INSTANT)
export type Instant = z.infer<typeof Instant>

/** Whole minutes of one activity, 0 (unknown or none) to 1,440 (a full day). */
export const Minutes = z.int({ message: 'minutes.invalid' }).min(0, 'minutes.invalid').max(1440, 'minutes.invalid')

/** Skill level: 0 (none) to 5 (shapes the field beyond the company). */
export const Level = z.int({ message: 'level.invalid' }).min(0, 'level.invalid').max(5, 'level.invalid')
export type Level = z.infer<typeof Level>

/** The latest present time: ten years before the end of the calendar, for everything that is computed ahead. */
const LAST_PRESENT = Date.UTC(2189, 11, 30)

/** The time of a clock, limited to the supported range: a wrong clock must not break anything else. */
export function toPresent(instant: number): Instant {
  return Math.min(Math.max(0, Math.trunc(instant)), LAST_PRESENT)
}

/** Largest absolute value of a measured or counted quantity. */
export const LARGEST_QUANTITY = 1e15

/** A measured or counted value in any unit: finite, and small enough to be shown and summed up exactly enough. */
export const Quantity = z
  .number({ message: 'number.invalid' })
  .min(-LARGEST_QUANTITY, 'number.tooLarge')
  .max(LARGEST_QUANTITY, 'number.tooLarge')

export const TITLE_LIMIT = 200
export const LINE_LIMIT = 500
const DETAIL_LIMIT = 5_000
export const NOTES_LIMIT = 100_000

/** Key of an entry in the template or a catalogue. */
export const Key = z.string().max(100)

/** One line that names an item: 1-200 characters after trimming. */
export const Title = z.string().trim().min(1, 'title.empty').max(TITLE_LIMIT, 'title.tooLong')

/** An optional short line (provider, role, place): up to 500 characters, empty when unknown. */
export const Line = z.string().trim().max(LINE_LIMIT, 'line.tooLong')

/** Markdown written by the user, up to 100,000 characters. */
export const Notes = z.string().max(NOTES_LIMIT, 'notes.tooLong')

const bilingual = (limit: number, message: string) =>
  z.strictObject({ ru: z.string().max(limit, message), en: z.string().max(limit, message) })

const localText = (limit: number, message: string) =>
  z.union([z.string().max(limit, message), bilingual(limit, message)])

/** Text of the plan template in both languages. */
export const Bilingual = bilingual(NOTES_LIMIT, 'notes.tooLong')
export type Bilingual = z.infer<typeof Bilingual>

/**
 * A text that came from the template (both languages, shown in the present language) or was written by the user (one
 * string, shown unchanged). Editing a template text replaces both languages.
 */
export const LocalText = localText(NOTES_LIMIT, 'notes.tooLong')
export type LocalText = z.infer<typeof LocalText>

/** A title that may come from the template. */
export const LocalTitle = localText(TITLE_LIMIT, 'title.tooLong').refine(
  (text) => (typeof text === 'string' ? text.trim() !== '' : text.ru !== '' && text.en !== ''),
  { message: 'title.empty' },
)

/** A short line that may come from the template. */
export const LocalLine = localText(LINE_LIMIT, 'line.tooLong')

/** One of several short paragraphs (a signal, a trap, an idea) that may come from the template. */
export const LocalDetail = localText(DETAIL_LIMIT, 'detail.tooLong')

/** Longer text that may come from the template; Markdown. */
export const LocalNotes = LocalText

export const Language = z.enum(['ru', 'en'])
export type Language = z.infer<typeof Language>

/** The language for a locale of a system or browser (`ru-RU`, `en_US.UTF-8`): English unless it is Russian. */
export function languageOf(locale: string): Language {
  return /^ru(?![a-z])/i.test(locale) ? 'ru' : 'en'
}

/** Money in minor units (kopecks, cents) of an ISO 4217 currency. */
export const Money = z.strictObject({
  minor: z.int({ message: 'money.invalid' }).min(0, 'money.invalid').max(1_000_000_000_00, 'money.invalid'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'currency.invalid'),
})
export type Money = z.infer<typeof Money>

/** A web address with http or https; others are refused because a click will open it. */
export const WebUrl = z
  .string()
  .trim()
  .max(2000, 'url.invalid')
  .refine((text) => text === '' || /^https?:\/\/[^\s/]+/i.test(text), { message: 'url.invalid' })

/** The text in one language. */
export function inLanguage(text: LocalText, language: Language): string {
  return typeof text === 'string' ? text : text[language]
}
