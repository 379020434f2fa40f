import type { ReactNode } from 'react'
import type { Selection } from '#renderer/lib/selection.ts'
import type { ListWrites } from '#renderer/lib/use-list-writes.ts'
import type { Column, RowGroups } from '#renderer/ui/table-types.ts'
import type { RowMovesOptions } from './use-row-moves.ts'

export interface Facets<Item> {
  label: string
  of: (item: Item) => string
  values: { value: string; label: string }[]
}

/** Values of one field, such as the status, that items can be given from outside of their forms. */
export interface Choices<Patch> {
  label: string
  values: { label: string; patch: Patch }[]
}

/** How items of a list are changed without opening them. */
export interface ListEditing<Item, Patch> extends ListWrites<Patch> {
  choices?: Choices<Patch>
  /** Left out where the items have none. */
  tagsOf?: (item: Item) => string[]
}

/** An order of the items that the person gives them. */
export interface ListOrder<Item> extends Pick<RowMovesOptions, 'move' | 'reads'> {
  /** What an item is moved among; null = it has no place. */
  groupOf: (item: Item) => string | null
}

export interface ListPageProps<Item extends { uid: string }, Patch> {
  /** The name under which the choice of columns is kept. */
  list: string
  title: string
  newLabel: string
  items: Item[]
  columns: Column<Item>[]
  nameHeader: string
  nameOf: (item: Item) => string
  /** What the names are sorted by, where that is not how they are spelt. */
  nameSort?: (item: Item) => string
  /** Everything the text filter looks at. */
  textOf: (item: Item) => string
  /** Values of the one facet worth a click, such as the status. */
  facets?: Facets<Item>
  initialSort?: { key: string; descending: boolean }
  groups?: RowGroups<Item>
  /** Left out where the order of the items means nothing; else they come in it. */
  order?: ListOrder<Item>
  editing: ListEditing<Item, Patch>
  empty: { icon: ReactNode; title: string; text: string; action?: ReactNode; ideas?: ReactNode }
  /** What the items together show, above the list. */
  top?: ReactNode
  selection: Selection
  panel: ReactNode
  /** More actions beside "New". */
  actions?: ReactNode
}
