/** Computes orders of rows, as lists of uids, and where a dragged row would land. */

/** The uids with one of them moved to index `to` of the result. */
export function placed(uids: readonly string[], uid: string, to: number): string[] {
  return uids.filter((other) => other !== uid).toSpliced(to, 0, uid)
}

/** A requested order, applied to the present rows: rows added since are last. */
export function orderOf(present: readonly string[], wanted: readonly string[]): string[] {
  const there = new Set(present)
  const known = new Set(wanted)
  return [...wanted.filter((uid) => there.has(uid)), ...present.filter((uid) => !known.has(uid))]
}

/** Upper and lower edge in pixels, in the coordinates of the pointer. */
export interface RowEdges {
  top: number
  bottom: number
}

/** Pixels above the first and below the last row that still belong to the list. */
const MARGIN = 24

/**
 * The gap between rows nearest to the pointer: 0 = before the first row, the number of rows = after the last one; null
 * if the pointer is outside.
 */
export function gapAt(rows: readonly RowEdges[], y: number): number | null {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined || y < first.top - MARGIN || y > last.bottom + MARGIN) return null
  return rows.filter(({ top, bottom }) => y > (top + bottom) / 2).length
}

/** The new index of a row moved into a gap; null if it stays where it is. */
export function placeInGap(from: number, gap: number): number | null {
  const to = gap > from ? gap - 1 : gap
  return to === from ? null : to
}
