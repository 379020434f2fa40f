/** Where the rows of a long list stand, known without drawing any; lengths are in pixels. */
export interface ListGeometry {
  /** Rows. */
  count: number
  /** Height of all of them. */
  total: number
  topOf(row: number): number
  heightOf(row: number): number
  /** The row at a height, the first or the last one beyond the ends. */
  rowAt(top: number): number
}

/** Rows that are all of one height. */
export function evenGeometry(count: number, height: number): ListGeometry {
  return {
    count,
    total: count * height,
    topOf: (row) => row * height,
    heightOf: () => height,
    rowAt: (top) => Math.max(0, Math.min(count - 1, Math.floor(top / height))),
  }
}

/** Browsers draw no element that is higher than about twice this. */
const HIGHEST = 15_000_000

/** Pixels of the list for each pixel of the scroll bar: 1 but in lists that no browser could draw. */
export function scaleOf({ total }: ListGeometry, height: number): number {
  return total <= HIGHEST ? 1 : (total - height) / (HIGHEST - height)
}

/** Height of what is scrolled. */
export const scrollHeightOf = ({ total }: ListGeometry): number => Math.min(total, HIGHEST)

/** Some rows of a list. */
export interface RowRange {
  /** The first one that is in sight. */
  first: number
  /** The rows that are drawn: those in sight and some around; `end` is not included. */
  start: number
  end: number
}

/** What is drawn of a list: some rows, and the one that the keys go on from wherever it is. */
export interface DrawnRows extends RowRange {
  active: number
}

/** Rows drawn beyond what is in sight, on each side. */
const AROUND = 10

/** The rows in sight in a window of a height at a place of the list. */
export function rangeAt(geometry: ListGeometry, top: number, height: number): RowRange {
  const first = geometry.rowAt(top)
  const last = geometry.rowAt(top + height)
  return { first, start: Math.max(0, first - AROUND), end: Math.min(geometry.count, last + 1 + AROUND) }
}

/** Where the list must stand so that a row is in sight: where it is, if it is already. */
export function topToShow(geometry: ListGeometry, row: number, top: number, height: number): number {
  const above = geometry.topOf(row)
  const below = above + geometry.heightOf(row)
  // Of a row that is higher than the window its end is shown: there stands what has the focus.
  if (below > top + height || below - above > height) return below - height
  return Math.min(top, above)
}
