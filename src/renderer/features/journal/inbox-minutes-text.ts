import { readDurationText } from '#shared/domain/reading/read-duration.ts'
import { type Language, Minutes } from '#shared/model/common.ts'

/** The minutes a time field says, in any form that quick add reads; an empty one says none. Null = unreadable. */
export function readMinutes(text: string, language: Language): number | null {
  if (text.trim() === '') return 0
  return Minutes.safeParse(readDurationText(text, { language, bare: 'minutes' })).data ?? null
}

/** What it says when it is left by going elsewhere: emptied, it says nothing, and the time stays as it was. */
export function minutesWhenLeft(text: string, before: number, language: Language): number | null {
  return text.trim() === '' ? before : readMinutes(text, language)
}
