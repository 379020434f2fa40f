/**
 * The title of a quick-add line: the line without its cuts, with the seams made good. Text away from the seams stays
 * as it was typed, except that white space is collapsed.
 */

export type Range = { start: number; end: number }

const LEADING = /^[\s,;:.!?…–—-]+/u
const TRAILING = /[\s,;:–—-]+$/u
/** What may stand between two parts, or after the last one, and says nothing without them. */
const CONNECTOR = /^[\s,;:–—/|+&-]*(?:(?:и|and)[\s,]*)?$/iu
const PAIRS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/** Removes the ranges (in order, not overlapping) and joins what is left; may be empty. */
export function cutTitle(line: string, cuts: readonly Range[]): string {
  const pieces = piecesBetween(line, cuts)
  let title = pieces[0] ?? ''
  for (const piece of pieces.slice(1)) {
    if (!CONNECTOR.test(piece)) title = joinSeam(title, piece)
  }
  if (cuts.length > 0 && CONNECTOR.test(pieces.at(-1) ?? '')) title = title.replace(TRAILING, '')
  return title.replace(/\s+/gu, ' ').trim()
}

function piecesBetween(line: string, cuts: readonly Range[]): string[] {
  const ends = [0, ...cuts.map(({ end }) => end)]
  return ends.map((start, index) => line.slice(start, cuts[index]?.start ?? line.length))
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
