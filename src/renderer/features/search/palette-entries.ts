import { createNameMatcher } from '#shared/domain/text/word-forms.ts'

/** Something to do or a page to go to, as the palette offers it. */
export interface PaletteEntry {
  key: string
  title: string
  /** Other words it is looked for by; '' = none. */
  words: string
  /** `Ctrl P`: keys that do the same, one after the other. */
  keys: readonly string[]
}

/**
 * What of it is meant: `named` has what was typed in its title, `related` only by its other words, so that it comes after
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
