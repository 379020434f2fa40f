import { z } from 'zod'

/** Identity of every item inside and outside the workspace: a UUIDv7, made by the client or the store. */
export const Uid = z.uuid()
export type Uid = z.infer<typeof Uid>

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/**
 * True for a day that exists in the Gregorian calendar, 1900-2199 (so 31 February and year 0 are refused). Every list is
 * full of days: no `Date` is made for them.
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
export const Day = z.string({ message: 'day.invalid' }).refine(isCalendarDay, { message: 'day.invalid' })
export type Day = z.infer<typeof Day>

/** How much of a day is known where a source has less than a full date. */
export const Precision = z.enum(['year', 'month', 'day'])
export type Precision = z.infer<typeof Precision>

/** The latest instant that lies within the calendar of `Day` in every time zone. */
export const LAST_INSTANT = Date.UTC(2199, 11, 30)

/** An instant: integer milliseconds since 1970 UTC. */
export const Instant = z.int().min(0).max(LAST_INSTANT)
export type Instant = z.infer<typeof Instant>

/** Whole minutes of one activity, 0 (unknown or none) to 1,440 (a full day). */
export const Minutes = z.int({ message: 'minutes.invalid' }).min(0, 'minutes.invalid').max(1440, 'minutes.invalid')

/** Skill level: 0 (none) to 5 (shapes the field beyond the company). */
export const Level = z.int({ message: 'level.invalid' }).min(0, 'level.invalid').max(5, 'level.invalid')
export type Level = z.infer<typeof Level>

export const TITLE_LIMIT = 200
export const LINE_LIMIT = 500
export const NOTES_LIMIT = 100_000

/** One line that names an item: 1-200 characters after trimming. */
export const Title = z.string().trim().min(1, 'title.empty').max(TITLE_LIMIT, 'title.tooLong')

/** An optional short line (provider, role, place): up to 500 characters, empty when unknown. */
export const Line = z.string().trim().max(LINE_LIMIT, 'line.tooLong')

/** Markdown written by the user, up to 100,000 characters. */
export const Notes = z.string().max(NOTES_LIMIT, 'notes.tooLong')

/** Text of the plan template in both languages. */
export const Bilingual = z.strictObject({ ru: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof Bilingual>

/**
 * A text that came from the template (both languages, shown in the language of the moment) or was written by the
 * user (one string, shown as it is). Editing a template text replaces both languages.
 */
export const LocalText = z.union([z.string(), Bilingual])
export type LocalText = z.infer<typeof LocalText>

const within = (limit: number, message: string) => (text: LocalText, ctx: z.RefinementCtx) => {
  const parts = typeof text === 'string' ? [text] : [text.ru, text.en]
  if (parts.some((part) => part.length > limit)) ctx.addIssue({ code: 'custom', message })
}

/** A title that may come from the template. */
export const LocalTitle = LocalText.superRefine(within(TITLE_LIMIT, 'title.tooLong')).refine(
  (text) => (typeof text === 'string' ? text.trim() !== '' : text.ru !== '' && text.en !== ''),
  { message: 'title.empty' },
)

/** Longer text that may come from the template; Markdown. */
export const LocalNotes = LocalText.superRefine(within(NOTES_LIMIT, 'notes.tooLong'))

export const Language = z.enum(['ru', 'en'])
export type Language = z.infer<typeof Language>

/** Money in minor units (kopecks, cents) of an ISO 4217 currency. */
export const Money = z.strictObject({
  minor: z.int({ message: 'money.invalid' }).min(0, 'money.invalid').max(1_000_000_000_00, 'money.invalid'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'currency.invalid'),
})
export type Money = z.infer<typeof Money>

/** A web address of http or https; anything else is refused because it will be opened on a click. */
export const WebUrl = z
  .string()
  .trim()
  .max(2000, 'url.invalid')
  .refine((text) => text === '' || /^https?:\/\/[^\s/]+/i.test(text), { message: 'url.invalid' })

/** The text in one language. */
export function inLanguage(text: LocalText, language: Language): string {
  return typeof text === 'string' ? text : text[language]
}
