/**
 * Letters, digits and spaces of any form, and full-width signs. Superscripts and fractions are excluded: ² is not 2.
 */
const WITH_FORMS = /[\p{L}\p{Nd}\p{Nl}\p{M}\p{Zs}\uFF01-\uFF5E]+/gu

/**
 * A text without invisible characters (soft hyphens, zero-width spaces and joiners, direction marks, byte order marks),
 * ligatures, full-width forms, non-breaking hyphens and decomposed accents (NFD). Words, case and ё are kept. For
 * comparing, and for marks that are keys; other text is stored as it was typed.
 */
export function usualForm(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(WITH_FORMS, (run) => run.normalize('NFKC'))
    .replace(/[\u2010\u2011]/g, '-')
    .normalize('NFC')
}

/** Text typed into a one-line field, in its usual form, with single spaces. */
export function cleanTyped(text: string): string {
  return usualForm(text).replace(/\s+/g, ' ').trim()
}

/**
 * Matches almost every text: ASCII, composed Russian letters and typographic signs. In the search form of such a text
 * every character keeps its place, and every version of that form has the same words.
 */
export const SAME_PLACES = /^[\0-\x7f\u00a0«»а-яёА-ЯЁ–—‘’“”„•…№₽]*$/

/**
 * Increase it with every change of the result of `normaliseSearchText`: a workspace's index was made by one version and
 * is rebuilt by the next (`store/engine/search-index.ts`), except for plain texts (`SAME_PLACES`).
 */
export const SEARCH_TEXT_VERSION = 2

/**
 * The form in which search, filters, names and aliases compare text: usual form, lower case, ё as е, curly apostrophes
 * as straight ones. SQL LIKE does not fold Cyrillic, so the store keeps this form beside the original, and search words
 * are converted too. Idempotent.
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

/** More words make a query slower, not better; FTS5 also limits the depth of an expression. */
const MAX_WORDS = 16

/** Longest part of a word that is searched. */
const MAX_WORD_LENGTH = 64

/** A word: a run of letters, digits and their marks, in questions as well as in texts. */
export const WORD_PATTERN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** A word in a text as typed, where it may contain invisible characters. */
export const TYPED_WORD_PATTERN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]*/gu

/** The words a person typed, in search form: at most 16, of at most 64 characters each. */
export function searchWords(userText: string): string[] {
  const words = normaliseSearchText(userText).match(WORD_PATTERN) ?? []
  return words.slice(0, MAX_WORDS).map((word) => Array.from(word).slice(0, MAX_WORD_LENGTH).join(''))
}

/**
 * The FTS5 query for a typed text: every word as a quoted prefix, all of them required (`"арх"* "cto"*`), or null if it
 * has no searchable words.
 *
 * Only letters, digits and marks reach the query, and always inside quotes, so no input can be an FTS5 operator, a
 * column filter or a syntax error. At most 16 words are used.
 */
export function ftsQuery(userText: string): string | null {
  const words = searchWords(userText)
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}
