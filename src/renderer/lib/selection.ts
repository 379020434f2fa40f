import { createContext, useContext } from 'react'
import type { ItemRef } from '#shared/model/entities.ts'

/** Filter of a list: items that contain every word of the text and have the value of the facet (empty = any). */
export interface ListFilter {
  text: string
  facet: string
}

/**
 * The item of a list page that is open in the panel, and how the list is sorted and filtered. All of it is in the
 * address, so it survives a reload and "Back".
 */
export interface Selection {
  /** uid of the open item, `new` while one is being added, null when nothing is open. */
  item: string | null
  editing: boolean
  open(uid: string): void
  add(): void
  edit(uid: string): void
  close(): void
  /** null = the page's default. */
  sort: { key: string; descending: boolean } | null
  sortBy(sort: { key: string; descending: boolean }): void
  filter: ListFilter
  filterBy(change: Partial<ListFilter>): void
}

/** Opens an item on its own page. */
export type OpenItem = (ref: Pick<ItemRef, 'uid' | 'type'>) => void

export const OpenItemContext = createContext<OpenItem>(() => {})

/** Returns a function that opens an item of any feature; the app knows the page of each type. */
export function useOpenItem(): OpenItem {
  return useContext(OpenItemContext)
}
