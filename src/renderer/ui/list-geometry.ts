/** Positions of the rows of a long list, computed without drawing any; lengths in pixels. */
export interface ListGeometry {
  /** Number of rows. */
  count: number
  /** Height of all rows. */
  total: number
  topOf(row: number): number
  heightOf(row: number): number
  /** The row at a height; beyond the ends the first or last row. */
  rowAt(top: number): number
}

/** Rows of equal height. */
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

/** Pixels of the list per pixel of the scroll bar: 1, except in lists higher than any browser can draw. */
export function scaleOf({ total }: ListGeometry, height: number): number {
  return total <= HIGHEST ? 1 : (total - height) / (HIGHEST - height)
}

/** Height of the scrolled element. */
export const scrollHeightOf = ({ total }: ListGeometry): number => Math.min(total, HIGHEST)

/** Some rows of a list. */
export interface RowRange {
  /** The first visible row. */
  first: number
  /** The drawn rows: the visible ones and some around them; `end` is not included. */
  start: number
  end: number
}

/** The drawn rows of a list: a range, and the active row wherever it is. */
export interface DrawnRows extends RowRange {
  active: number
}

/** Rows drawn beyond the visible ones, on each side. */
const AROUND = 10

/** The rows visible at a scroll position in a window of a height. */
export function rangeAt(geometry: ListGeometry, top: number, height: number): RowRange {
  const first = geometry.rowAt(top)
  const last = geometry.rowAt(top + height)
  return { first, start: Math.max(0, first - AROUND), end: Math.min(geometry.count, last + 1 + AROUND) }
}

/** The scroll position that shows a row: the present one if the row is visible already. */
export function topToShow(geometry: ListGeometry, row: number, top: number, height: number): number {
  const above = geometry.topOf(row)
  const below = above + geometry.heightOf(row)
  // Of a row that is higher than the window, the end is shown, because the focused control is there.
  if (below > top + height || below - above > height) return below - height
  return Math.min(top, above)
}
