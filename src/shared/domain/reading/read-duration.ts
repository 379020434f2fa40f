import type { Language } from '#shared/model/common.ts'
import { readDuration } from '../capture/quick-add-duration.ts'
import { readWords } from '../capture/quick-add-words.ts'
import { cleanTyped } from '../text/text.ts'
import { readNumber } from './read-number.ts'

export interface DurationRules {
  language: Language
  /** The unit of a number without a unit. */
  bare: 'minutes' | 'hours'
}

/** Only words, numbers and their punctuation, so that no other sign is silently ignored. */
const SIGNS = /^~?(?:[\p{L}\d\s.,]|(?<=\p{L})-(?=\p{L}))+$/u

/**
 * The minutes that a person typed into a field of time, null if the text is not a duration: the forms of quick add
 * (`1ч 30м`, `2 ч 30`, `1.5h`, `полчаса`), `1:30` up to 24:00, or a number in the field's own unit. May be fractional
 * or negative: the field's rules decide what is allowed.
 */
export function readDurationText(text: string, { language, bare }: DurationRules): number | null {
  const typed = cleanTyped(text)
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const number = readNumber(typed, { language, whole: bare === 'minutes' })
  if (number !== null) return bare === 'hours' ? number.value * 60 : number.value
  if (!SIGNS.test(typed)) return null
  // In a line of quick add a lone `м` must follow its number directly, because it may mean metres.
  const words = readWords(typed.replace(/(\d) ([мm])(?!\p{L})/giu, '$1$2'))
  const found = readDuration(words, 0, (at) => at === words.length - 1)
  return found !== null && found.length === words.length ? found.value : null
}
