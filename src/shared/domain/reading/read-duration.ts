import type { Language } from '#shared/model/common.ts'
import { readDuration } from '../capture/quick-add-duration.ts'
import { readWords } from '../capture/quick-add-words.ts'
import { cleanTyped } from '../text/text.ts'
import { readNumber } from './read-number.ts'

export interface DurationRules {
  language: Language
  /** What a number without a unit is. */
  bare: 'minutes' | 'hours'
}

/** Words, numbers and what stands in them: no other sign would be passed over. */
const SIGNS = /^~?(?:[\p{L}\d\s.,]|(?<=\p{L})-(?=\p{L}))+$/u

/**
 * The minutes that a person typed into a field of time, null where the text is nothing else: what quick add reads (`1ч
 * 30м`, `2 ч 30`, `1.5h`, `полчаса`), `1:30` up to 24:00, or a number in the field's own unit. May have a fraction and
 * may be negative: the field's rules say what is allowed.
 */
export function readDurationText(text: string, { language, bare }: DurationRules): number | null {
  const typed = cleanTyped(text)
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const number = readNumber(typed, { language, whole: bare === 'minutes' })
  if (number !== null) return bare === 'hours' ? number.value * 60 : number.value
  if (!SIGNS.test(typed)) return null
  // In a line a lone `м` must touch its number, because there it may be metres.
  const words = readWords(typed.replace(/(\d) ([мm])(?!\p{L})/giu, '$1$2'))
  const found = readDuration(words, 0, (at) => at === words.length - 1)
  return found !== null && found.length === words.length ? found.value : null
}
