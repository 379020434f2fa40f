/**
 * The title of a quick-add line: the text that is left after the recognised parts are cut out. Text away from the cuts
 * stays as typed, except that white space is collapsed; exclamation marks and emoji at the end (`!!! 🎉`) are removed.
 */

export type Range = { start: number; end: number }

/** A range to cut, and its replacement: the word of a `#label` within a sentence. */
export type Cut = Range & { instead?: string }

const LEADING = /^[\s,;:.!?…–—-]+/u
const TRAILING = new Set(' \t\n\u00a0,;:–—-')
/** The dot of a sentence followed only by cut parts; the dot of an abbreviation stays. */
const LAST_DOT = /(?<=[\p{L}\p{N}]{3})(?<!etc|т\.д|т\.п|inc|ltd|corp)\.$/iu
/** Text between two parts, or after the last one, that means nothing without them. */
const CONNECTOR = /^[\s,;:–—/|+&-]*(?:(?:и|and)[\s,]*)?$/iu
/** Emoji and their joiners, without the signs © ® ™, which belong to names. */
const EMOJI = '(?:(?![©®™])\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\p{Regional_Indicator}|\\u200d|\\ufe0f)'
const PICTURE = new RegExp(`^(?:${EMOJI}|\\s)$`, 'u')
const MOOD_ALONE = new RegExp(`^[\\s,]*${EMOJI}+(?=[\\s,]|$)`, 'u')
const PAIRS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/** Removes the ranges (in order, not overlapping) and joins the rest; may be empty. */
export function cutTitle(line: string, cuts: readonly Cut[]): string {
  const pieces = piecesBetween(line, cuts)
  let title = pieces[0] ?? ''
  for (const piece of pieces.slice(1)) {
    if (!CONNECTOR.test(piece)) title = joinSeam(title, piece)
  }
  if (cuts.length > 0 && CONNECTOR.test(pieces.at(-1) ?? ''))
    title = withoutEnd(title, (sign) => TRAILING.has(sign)).replace(LAST_DOT, '')
  const collapsed = title.replace(/\s+/gu, ' ').trim()
  return withoutMood(collapsed) || collapsed
}

/**
 * The text without trailing signs that `isCut` accepts. Character by character, because a regular expression would
 * retry at every place of a long run.
 */
function withoutEnd(text: string, isCut: (sign: string) => boolean): string {
  const signs = Array.from(text)
  while (signs.length > 0 && isCut(signs.at(-1) ?? '')) signs.pop()
  return signs.join('')
}

/** Removes trailing emoji, and two or more exclamation marks before them. */
function withoutMood(text: string): string {
  const words = withoutEnd(text, (sign) => PICTURE.test(sign))
  const calm = withoutEnd(words, (sign) => sign === '!')
  return (words.length - calm.length > 1 ? calm : words).trim()
}

/** The text between the cuts; the replacement of a cut belongs to the text before it. */
function piecesBetween(line: string, cuts: readonly Cut[]): string[] {
  const pieces: string[] = []
  let text = ''
  let end = 0
  for (const cut of cuts) {
    text += line.slice(end, cut.start)
    end = cut.end
    if (cut.instead === undefined) {
      pieces.push(text)
      text = ''
    } else text += cut.instead
  }
  pieces.push(text + line.slice(end))
  return pieces.map((piece, index) => (index === 0 ? piece : piece.replace(MOOD_ALONE, '')))
}

function joinSeam(left: string, right: string): string {
  const before = left.trimEnd()
  let after = right.trimStart()
  const open = before.at(-1) ?? ''
  const close = PAIRS.get(open)
  if (close !== undefined && after.startsWith(close)) return joinSeam(before.slice(0, -1), after.slice(1))
  if (before === '' || close !== undefined || /[,;:.!?…–—-]$/u.test(before)) after = after.replace(LEADING, '')
  if (before === '' || close !== undefined || /^[,;:.!?…)\]}]/u.test(after)) return before + after
  return `${before} ${after}`
}
