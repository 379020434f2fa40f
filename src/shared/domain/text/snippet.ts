import { normaliseSearchText, SAME_PLACES, searchWords, TYPED_WORD_PATTERN } from './text.ts'

/** Part of a text from `start` to before `end`, in UTF-16 units. */
export interface TextRange {
  start: number
  end: number
}

/** Characters shown before the first match. */
const LEAD = 40

/** How many characters of `word` the searched word covers, 0 = `word` does not begin with it. */
function coveredLength(word: string, wanted: string): number {
  if (!normaliseSearchText(word).startsWith(wanted)) return 0
  let covered = ''
  for (const character of word) {
    covered += character
    if (normaliseSearchText(covered).length >= wanted.length) break
  }
  // A combining mark belongs to the letter before it.
  const marks = /^[\p{M}\p{Default_Ignorable_Code_Point}]*/u.exec(word.slice(covered.length))?.[0] ?? ''
  return covered.length + marks.length
}

function rangesWordByWord(text: string, wanted: readonly string[]): TextRange[] {
  const ranges: TextRange[] = []
  for (const match of text.matchAll(TYPED_WORD_PATTERN)) {
    const covered = Math.max(...wanted.map((word) => coveredLength(match[0], word)))
    if (covered > 0) ranges.push({ start: match.index, end: match.index + covered })
  }
  return ranges
}

/** Characters per piece in the search for a first match: most matches are near the beginning. */
const PIECE = 256

/** A long text in pieces that end with a space, so that no word and no match is split. */
function* cutIntoPieces(text: string): Generator<{ start: number; piece: string }> {
  let start = 0
  while (start < text.length) {
    const space = text.indexOf(' ', start + PIECE)
    const end = space === -1 ? text.length : space + 1
    yield { start, piece: text.slice(start, end) }
    start = end
  }
}

/** Finds the words of one question in many texts. */
export interface WordMatcher {
  /** The matches in a text, in order and without overlap. */
  ranges(text: string): TextRange[]
  /** The first match, null = none. */
  first(text: string): TextRange | null
}

/**
 * A matcher for the words that search finds (beginnings of words, in any case, ё as е), so that the highlighted words
 * are the found ones. A question without words matches nothing.
 */
export function createWordMatcher(question: string): WordMatcher {
  const wanted = searchWords(question)
  if (wanted.length === 0) return { ranges: () => [], first: () => null }
  const longestFirst = [...wanted].sort((a, b) => b.length - a.length)
  const beginning = `(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})`
  const [one, all] = [new RegExp(beginning, 'u'), new RegExp(beginning, 'gu')]
  const toRange = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length })
  const firstInPiece = (piece: string): TextRange | null => {
    if (!SAME_PLACES.test(piece)) return rangesWordByWord(piece, wanted)[0] ?? null
    const match = one.exec(normaliseSearchText(piece))
    return match === null ? null : toRange(match)
  }
  return {
    ranges: (text) =>
      SAME_PLACES.test(text)
        ? Array.from(normaliseSearchText(text).matchAll(all), toRange)
        : rangesWordByWord(text, wanted),
    first: (text) => {
      for (const { start, piece } of cutIntoPieces(text)) {
        const found = firstInPiece(piece)
        if (found !== null) return { start: start + found.start, end: start + found.end }
      }
      return null
    },
  }
}

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character)

const isLowSurrogate = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? '')

const isInsideWord = (text: string, at: number) => isLetter(text[at - 1]) && isLetter(text[at])

/**
 * Moves a cut forward to the next place that splits no word (nor a character), unless the word is longer than `room`.
 */
function wordBoundary(text: string, from: number, room: number): number {
  for (let at = from; at <= from + room; at++) if (!isLowSurrogate(text, at) && !isInsideWord(text, at)) return at
  return isLowSurrogate(text, from) ? from + 1 : from
}

/**
 * The part of a text around the first match, on one line, of about `length` characters; empty if no text has a match.
 * The texts are tried in order.
 */
export function makeSnippet(texts: readonly string[], matcher: WordMatcher, length = 160): string {
  for (const text of texts) {
    const first = matcher.first(text)
    if (first !== null) return cutAround(text, first.start, length)
  }
  return ''
}

function cutAround(text: string, at: number, length: number): string {
  const start = at <= LEAD ? 0 : wordBoundary(text, at - LEAD, LEAD)
  const hardEnd = Math.min(text.length, start + length)
  const end = isLowSurrogate(text, hardEnd) ? hardEnd - 1 : hardEnd
  const piece = text.slice(start, end).replace(/\s+/g, ' ').trim()
  return `${start > 0 ? '…' : ''}${piece}${end < text.length ? '…' : ''}`
}
