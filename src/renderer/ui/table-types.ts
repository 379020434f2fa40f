import type { ReactNode } from 'react'

/** The sorting of a table; the key of the first column is `name`. */
export interface Sort {
  key: string
  descending: boolean
}

export interface Column<Item> {
  key: string
  header: string
  /**
   * A sign shown instead of the title where there is no room for words; the title is its tooltip and accessible name.
   */
  sign?: string
  cell: (item: Item) => ReactNode
  /** The sort key of the column; without it the column cannot be sorted. */
  sortBy?: (item: Item) => string | number | null
  align?: 'end'
  width?: string
  /** Its cells hold free text, whose words may be of any length. */
  prose?: boolean
  /** A column that is hidden first in a narrow list, such as beside an open item. */
  optional?: boolean
  /** A column that is hidden last, when there is hardly room for more than the names. */
  secondary?: boolean
  /** A column that is hidden after the optional ones and before the secondary ones. */
  tertiary?: boolean
  /** Hidden until the person shows it. */
  hiddenAtFirst?: boolean
}

/** Headings between the rows; rows are sorted within each group. */
export interface RowGroups<Item> {
  of: (item: Item) => string
  /** In display order; groups without rows are left out. */
  values: { value: string; label: string }[]
}

/** A place on the screen, in pixels from its upper left corner. */
export interface Point {
  x: number
  y: number
}

/** The menu of a row, opened by its button, the secondary mouse button or the menu key. */
export interface RowMenu {
  /** Name of the button; it is described by the name of the item. */
  label: string
  open: (uid: string, at: Point) => void
}
