import { readDurationText } from '#shared/domain/reading/read-duration.ts'
import { type Language, Minutes } from '#shared/model/common.ts'

/** The minutes in a time field, in any form that quick add reads; an empty field means 0. Null = unreadable. */
export function readMinutes(text: string, language: Language): number | null {
  if (text.trim() === '') return 0
  return Minutes.safeParse(readDurationText(text, { language, bare: 'minutes' })).data ?? null
}

/** The minutes when the field loses the focus: an emptied field keeps the time as it was. */
export function minutesWhenLeft(text: string, before: number, language: Language): number | null {
  return text.trim() === '' ? before : readMinutes(text, language)
}
