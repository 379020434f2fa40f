import { useRef } from 'react'

/** Uids of the selected rows, as TanStack Table keeps them. */
export type Chosen = Record<string, true>

/** Selectable rows of a table, for an action on all selected ones. */
export interface Choosing<Item> {
  chosen: Chosen
  choose: (next: Chosen | ((before: Chosen) => Chosen)) => void
  /** Name of the checkbox of a row. */
  labelOf: (item: Item) => string
  /** Name of the checkbox that selects every row. */
  labelAll: string
}

/** The part of TanStack's row selection that is used here. */
interface ChoiceTable {
  getRow(uid: string): { toggleSelected(): void }
  getSelectedRowIds(): string[]
  setRowSelection(chosen: Chosen): void
}

/** Selects exactly these rows. */
export const toChosen = (uids: readonly string[]): Chosen => Object.fromEntries(uids.map((uid) => [uid, true as const]))

/**
 * Selects rows one by one and in ranges. A range starts at the row that was last selected singly; when its other end
 * moves back, rows outside of it are deselected. `order` are the rows in display order.
 */
export function useRowChoice(table: ChoiceTable, order: readonly string[]) {
  /** Where a range begins, and what was selected besides it. */
  const anchor = useRef<{ uid: string; beside: string[] } | null>(null)
  const begin = (uid: string) => {
    anchor.current = { uid, beside: table.getSelectedRowIds().filter((one) => one !== uid) }
    return anchor.current
  }
  return {
    toggle: (uid: string) => {
      begin(uid)
      table.getRow(uid).toggleSelected()
    },
    /** Selects from the beginning of the range, or from `from` if there is none, to a row. */
    extend: (from: string, to: string) => {
      const begun = table.getSelectedRowIds().length > 0 ? anchor.current : null
      const { uid, beside } = begun !== null && order.includes(begun.uid) ? begun : begin(from)
      const ends = [order.indexOf(uid), order.indexOf(to)]
      table.setRowSelection(toChosen([...beside, ...order.slice(Math.min(...ends), Math.max(...ends) + 1)]))
    },
    /** The next range starts anew. */
    end: () => {
      anchor.current = null
    },
  }
}

export type RowChoice = ReturnType<typeof useRowChoice>
