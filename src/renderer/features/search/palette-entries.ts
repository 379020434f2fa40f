import { createNameMatcher } from '#shared/domain/text/word-forms.ts'

/** Something to do or a page to go to, as the palette offers it. */
export interface PaletteEntry {
  key: string
  title: string
  /** Other words to find it by; '' = none. */
  words: string
  /** Keys that do the same, pressed one after the other, such as `Ctrl P`. */
  keys: readonly string[]
}

/**
 * Matching entries: `named` have the text in their title; `related` only in their other words, and come after
 * everything else that was found.
 */
export function findEntries<Entry extends PaletteEntry>(
  entries: readonly Entry[],
  text: string,
): { named: Entry[]; related: Entry[] } {
  const matches = createNameMatcher(text)
  const named = entries.filter(({ title }) => matches(title))
  const related = entries.filter((entry) => !named.includes(entry) && matches(`${entry.title} ${entry.words}`))
  return { named, related }
}
