/** Which rows stand where, as lists of uids, and where one that is dragged would land. */

/** The uids with one of them put at index `to` of the result. */
export function placed(uids: readonly string[], uid: string, to: number): string[] {
  return uids.filter((other) => other !== uid).toSpliced(to, 0, uid)
}

/** An order that was asked for, of the rows there are now: those that came since stand at the end. */
export function orderOf(present: readonly string[], wanted: readonly string[]): string[] {
  const there = new Set(present)
  const known = new Set(wanted)
  return [...wanted.filter((uid) => there.has(uid)), ...present.filter((uid) => !known.has(uid))]
}

/** Upper and lower edge, in pixels from the same place as the pointer. */
export interface RowEdges {
  top: number
  bottom: number
}

/** Pixels beside the first and the last row that still belong to the list. */
const MARGIN = 24

/**
 * The gap between rows that the pointer is nearest to: 0 is before the first one, as many as there are rows is after the last one.
 * null where the pointer is not with them.
 */
export function gapAt(rows: readonly RowEdges[], y: number): number | null {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined || y < first.top - MARGIN || y > last.bottom + MARGIN) return null
  return rows.filter(({ top, bottom }) => y > (top + bottom) / 2).length
}

/** The index that a row has once it stands in a gap; null where that leaves it where it is. */
export function placeInGap(from: number, gap: number): number | null {
  const to = gap > from ? gap - 1 : gap
  return to === from ? null : to
}
