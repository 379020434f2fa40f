import type { KeyboardEvent, ReactNode } from 'react'
import type { Selection } from '#renderer/lib/selection.ts'
import type { ListChange, ListWrites } from '#renderer/lib/use-list-writes.ts'
import type { Action } from '#renderer/ui/action-menu.tsx'
import type { Column, Point, RowGroups } from '#renderer/ui/table-types.ts'
import type { RowMovesOptions } from './use-row-moves.ts'

export interface Facets<Item> {
  label: string
  of: (item: Item) => string
  values: { value: string; label: string }[]
}

/** Values of one field, such as the status, that can be set outside the form. */
export interface Choices<Patch> {
  label: string
  values: { label: string; patch: Patch }[]
}

/** Changes of list items without opening them. */
export interface ListEditing<Item, Patch> extends ListWrites<Patch> {
  choices?: Choices<Patch>
  /** Undefined if the items have no tags. */
  tagsOf?: (item: Item) => string[]
}

/** An order of the items set by the person. */
export interface ListOrder<Item> extends Pick<RowMovesOptions, 'move' | 'reads'> {
  /** The group an item is moved within; null = the item cannot be moved. */
  groupOf: (item: Item) => string | null
}

/** What the table knows of its items and does with them, for what is shown in its place. */
export interface ListActs<Item, Patch> {
  /** Opens the menu of an item; its element is `data-row`, its name within that is `data-control="open"`. */
  openMenu: (uid: string, at: Point) => void
  /** Keys of a focused item that do not move. */
  onRowKey: (event: KeyboardEvent, uid: string) => void
  change: (items: Item[], change: ListChange<Patch>, onFailed?: () => void) => void
  /** Nothing is filtered out. */
  isWhole: boolean
}

export interface ListPageProps<Item extends { uid: string }, Patch> {
  /** The key under which the choice of columns is kept. */
  list: string
  title: string
  newLabel: string
  items: Item[]
  columns: Column<Item>[]
  nameHeader: string
  nameOf: (item: Item) => string
  /** Sort key of the names, if they are not sorted by spelling. */
  nameSort?: (item: Item) => string
  /** The text that the text filter searches. */
  textOf: (item: Item) => string
  /** Values of the facet that is most useful as a filter, such as the status. */
  facets?: Facets<Item>
  initialSort?: { key: string; descending: boolean }
  groups?: RowGroups<Item>
  /** Undefined if the order of the items has no meaning; otherwise the items come in that order. */
  order?: ListOrder<Item>
  editing: ListEditing<Item, Patch>
  /** What else can be done with the chosen rows, or with one row; in the bar and in the menu of a row. */
  actionsOn?: (items: Item[]) => Action[]
  empty: { icon: ReactNode; title: string; text: string; action?: ReactNode; ideas?: ReactNode }
  /** A summary of the items, or of those that pass the filter, shown above the list. */
  top?: ReactNode | ((shown: Item[]) => ReactNode)
  /** Draws the shown items in place of the table, such as a board. */
  view?: ((shown: Item[], acts: ListActs<Item, Patch>) => ReactNode) | undefined
  selection: Selection
  panel: ReactNode
  /** Further actions beside "New". */
  actions?: ReactNode
}
