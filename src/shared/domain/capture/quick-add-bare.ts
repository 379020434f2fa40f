import type { ActivityKind } from '#shared/model/vocabulary.ts'
import { formAt, type Word } from './quick-add-words.ts'

/**
 * A number without a unit at the end of a line: `weekly sync w/ leads 30`. It is *sure* to be minutes if it is a round
 * number after an ordinary word in a line about something done. Any other number that could be minutes is only offered.
 */
export type BareMinutes = { at: number; minutes: number; sure: boolean }

/** Words for numbered or counted things, and prepositions: a number after them is not a duration. */
const NUMBERED =
  /^(?:глав\p{L}+|част\p{L}+|модул\p{L}+|урок\p{L}*|занят\p{L}+|лекци\p{L}+|недел\p{L}+|день|дня|спринт\p{L}*|релиз\p{L}*|верси\p{L}+|задач\p{L}*|страниц\p{L}*|стр|тикет\p{L}*|этап\p{L}*|шаг\p{L}*|уровен\p{L}+|топ|номер|баг\p{L}*|глав|раздел\p{L}*|пункт\p{L}*|кабинет\p{L}*|балл\p{L}*|счет|вопрос\p{L}*|chapter|ch|part|module|lesson|lecture|week|day|sprint|release|version|v|task|page|pages|pp|p|ticket|phase|step|level|top|number|no|issue|bug|section|unit|item|room|floor|season|episode|ep|score|scored|volume|vol|kata|day|questions|problem|age|size|before|after|by|at|in|on|of|from|to|under|over|until|till|than|до|после|к|в|на|с|из|от|под|над|за|по|о|около|и|and|or|или|q|line|exam|test|тест|экзамен|гост|закон|фз|iso)$/u

/** Endings of counted people and things: `отзывов 40`. */
const COUNTED =
  /(?:ов|ев|ей|сем|(?:ан|ен|ц|ят)ий)$|^(?:книг|встреч|строк|карт|команд|ошибок|заявок|оценок|правок|писем|резюме|интервью)$/u
const ROUND = 5
const LEAST = 10
const MOST = 240

/** The number at the end of a line, before its marks, dates and emoji; `isTaken` says which words are those. */
export function readBareMinutes(
  words: readonly Word[],
  isTaken: (index: number) => boolean,
  kind: ActivityKind | null,
): BareMinutes | null {
  let at = words.length - 1
  while (at > 0 && (isTaken(at) || !/[\p{L}\p{N}]/u.test(words[at]?.text ?? ''))) at--
  const before = words[at - 1]
  const minutes = Number(formAt(words, at))
  if (!/^\d{1,3}$/.test(formAt(words, at)) || before === undefined || isTaken(at - 1)) return null
  if (minutes < ROUND || minutes > MOST || NUMBERED.test(before.form) || !/\p{L}/u.test(before.text)) return null
  const isRound = minutes % ROUND === 0 && minutes >= LEAST
  const isOrdinary = /^(?:\p{Ll}+|\p{Script=Cyrillic}+)$/u.test(before.text) && !COUNTED.test(before.form)
  return { at, minutes, sure: isRound && isOrdinary && kind !== null && kind !== 'certification' }
}
