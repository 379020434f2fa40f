/**
 * Text as search compares it: lower case, ё as е, composed (NFC). SQL LIKE does not fold Cyrillic, so the store keeps
 * this form beside the original and every search word goes through it too. Idempotent.
 */
export function normaliseSearchText(text: string): string {
  const lower = text.toLowerCase()
  // Almost everything: plain ASCII, composed Russian letters and the signs of good typography need no decomposition.
  if (!/[^\0-\x7f«»а-яё–—‘’“”„•…№₽]/.test(lower)) return lower.replaceAll('ё', 'е')
  return lower
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
