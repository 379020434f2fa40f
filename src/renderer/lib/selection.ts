import { createContext, useContext } from 'react'
import type { ItemRef } from '#shared/model/entities.ts'

/** What of a list is shown: the items that have every word of the text, and one value of the facet (empty = any). */
export interface ListFilter {
  text: string
  facet: string
}

/** Which item of a list page is open at the right, and how the list is sorted and filtered; the address holds it all, so it survives a reload and "Back". */
export interface Selection {
  /** uid of the open item, `new` while one is being added, null when nothing is open. */
  item: string | null
  editing: boolean
  open(uid: string): void
  add(): void
  edit(uid: string): void
  close(): void
  /** null = as the page has it at first. */
  sort: { key: string; descending: boolean } | null
  sortBy(sort: { key: string; descending: boolean }): void
  filter: ListFilter
  filterBy(change: Partial<ListFilter>): void
}

/** Opens any item on its own page, wherever the reference stands. */
export type OpenItem = (ref: Pick<ItemRef, 'uid' | 'type'>) => void

export const OpenItemContext = createContext<OpenItem>(() => {})

/** How to open an item of another feature; the app knows where each type lives. */
export function useOpenItem(): OpenItem {
  return useContext(OpenItemContext)
}
