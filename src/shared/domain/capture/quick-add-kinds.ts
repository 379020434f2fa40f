import type { KindWords } from '#shared/model/template.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'
import { normaliseSearchText } from '../text/text.ts'
import type { Found, Word } from './quick-add-words.ts'

/** Kind words by compared form, and the number of words of the longest. */
export type KindIndex = { kinds: Map<string, ActivityKind>; longest: number }

/** Indexes kind words. A hyphen counts as a space; a word listed twice keeps its first kind. */
export function indexKinds(words: readonly KindWords[]): KindIndex {
  const kinds = new Map<string, ActivityKind>()
  let longest = 1
  for (const { kind, ru, en } of words) {
    for (const word of [...ru, ...en]) {
      const form = kindForm(word)
      if (form !== '' && !kinds.has(form)) kinds.set(form, kind)
      longest = Math.max(longest, form.split(' ').length)
    }
  }
  return { kinds, longest }
}

/** The longest kind phrase that starts at a word; its words may be separated only by white space. */
export function readKind(
  line: string,
  words: readonly Word[],
  at: number,
  { kinds, longest }: KindIndex,
): Found<ActivityKind> | null {
  let best: Found<ActivityKind> | null = null
  let phrase = ''
  for (let length = 1; length <= longest; length++) {
    const word = words[at + length - 1]
    const gap = length > 1 ? line.slice(words[at + length - 2]?.end, word?.start) : ' '
    if (!word || word.form === '' || gap.trim() !== '') break
    phrase = kindForm(`${phrase} ${word.form}`)
    const kind = kinds.get(phrase)
    if (kind !== undefined) best = { length, value: kind }
  }
  return best
}

function kindForm(text: string): string {
  return normaliseSearchText(text)
    .replace(/[-\s]+/gu, ' ')
    .trim()
}
