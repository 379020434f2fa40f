import type { ReactNode } from 'react'

/** By which column a table is sorted; `name` is the first one. */
export interface Sort {
  key: string
  descending: boolean
}

export interface Column<Item> {
  key: string
  header: string
  cell: (item: Item) => ReactNode
  /** What the column sorts by; without it the column cannot be sorted. */
  sortBy?: (item: Item) => string | number | null
  align?: 'end'
  width?: string
  /** Its cells hold what was written freely, whose words may be of any length. */
  prose?: boolean
  /** A column that may give way where the list is narrow, such as beside an open item. */
  optional?: boolean
  /** A column that stays longer and gives way where hardly more than the names fit. */
  secondary?: boolean
  /** Not shown until the person asks for it. */
  hiddenAtFirst?: boolean
}

/** Headings between the rows; within each the rows are sorted by themselves. */
export interface RowGroups<Item> {
  of: (item: Item) => string
  /** In the order of the table; a group without rows is left out. */
  values: { value: string; label: string }[]
}

/** Where something is on the screen, in pixels from its upper left corner. */
export interface Point {
  x: number
  y: number
}

/** The actions of a row: behind a button in it, the second button of the mouse and the menu key. */
export interface RowMenu {
  /** Name of the button; the name of the item describes it. */
  label: string
  open: (uid: string, at: Point) => void
}
