/** Letters, digits and spaces of any form, and full-width signs. Raised digits and fractions are not: ² is not 2. */
const WITH_FORMS = /[\p{L}\p{Nd}\p{Nl}\p{M}\p{Zs}\uFF01-\uFF5E]+/gu

/**
 * A text without its invisible characters (soft hyphens, zero-width spaces and joiners, marks of
 * direction, byte order marks), ligatures and full-width forms, hyphens that do not break, accents apart from their letter
 * (NFD). Words, case and ё stay. For what is compared, and for marks that are keys; other text is stored as it was typed.
 */
export function usualForm(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(WITH_FORMS, (run) => run.normalize('NFKC'))
    .replace(/[\u2010\u2011]/g, '-')
    .normalize('NFC')
}

/** What was typed into a field of one line, in its usual form, with single spaces. */
export function cleanTyped(text: string): string {
  return usualForm(text).replace(/\s+/g, ' ').trim()
}

/**
 * Almost every text: ASCII, composed Russian letters and the signs of good typography. Its search form has each character
 * in the same place, and every version of it gives the same words.
 */
export const SAME_PLACES = /^[\0-\x7f\u00a0«»а-яёА-ЯЁ–—‘’“”„•…№₽]*$/

/**
 * Raised with every change of what `normaliseSearchText` answers: the index of a workspace was made by some version of it
 * and is made anew by the next (`store/engine/search-index.ts`), all but plain texts (`SAME_PLACES`).
 */
export const SEARCH_TEXT_VERSION = 2

/**
 * Text as search, filters, names and aliases compare it: in its usual form, lower case, ё as е, a curly apostrophe as a
 * straight one. SQL LIKE does not fold Cyrillic, so the store keeps this form beside the original and every search word
 * goes through it too. Idempotent.
 */
export function normaliseSearchText(text: string): string {
  if (SAME_PLACES.test(text))
    return text.toLowerCase().replaceAll('ё', 'е').replaceAll('\u00a0', ' ').replaceAll('’', "'")
  return usualForm(usualForm(text).toLowerCase())
    .replace(/[’ʼ]/g, "'")
    .normalize('NFD')
    .replace(/е\p{M}+/gu, (letter) => letter.replaceAll('\u0308', ''))
    .normalize('NFC')
}

/** More words than this make a query slower, not better; FTS5 also limits the depth of an expression. */
const MAX_WORDS = 16

/** Longest part of one word that is searched for. */
const MAX_WORD_LENGTH = 64

/** A run of letters, digits and their marks: what counts as a word, in a question as in the text it is looked for. */
export const WORD_PATTERN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** The same in a text as it was typed, where a word may hold invisible characters. */
export const TYPED_WORD_PATTERN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]*/gu

/** The words a person typed as search compares them: at most 16, of at most 64 characters each. */
export function searchWords(userText: string): string[] {
  const words = normaliseSearchText(userText).match(WORD_PATTERN) ?? []
  return words.slice(0, MAX_WORDS).map((word) => Array.from(word).slice(0, MAX_WORD_LENGTH).join(''))
}

/**
 * The FTS5 query for what a person typed: every word as a quoted prefix, all of them required (`"арх"* "cto"*`), or
 * null where nothing searchable was typed.
 *
 * Only letters, digits and marks reach the query, and always inside quotes, so no input can be an FTS5 operator,
 * a column filter or a syntax error. At most 16 words are used.
 */
export function ftsQuery(userText: string): string | null {
  const words = searchWords(userText)
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}
