import { type Day, inLanguage, type LocalText } from '#shared/model/common.ts'
import { makeDay } from './calendar.ts'

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

const DAY = /(\d{1,2}) (\p{L}+) (\d{4})$/u

/** The Monday by which the entry of a week is called where it is kept, so that it can be called by the first day of the user's week; null for any other title. */
export function readWeekTitle(title: LocalText): Day | null {
  const [, day, month = '', year] = DAY.exec(inLanguage(title, 'en')) ?? []
  return day === undefined ? null : makeDay(Number(year), MONTHS.indexOf(month) + 1, Number(day))
}
