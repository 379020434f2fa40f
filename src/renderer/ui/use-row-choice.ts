import { useRef } from 'react'

/** The chosen rows by their items, as TanStack Table keeps them. */
export type Chosen = Record<string, true>

/** Rows of a table that can be chosen, for an action on all of them. */
export interface Choosing<Item> {
  chosen: Chosen
  choose: (next: Chosen | ((before: Chosen) => Chosen)) => void
  /** Name of the checkbox of a row. */
  labelOf: (item: Item) => string
  /** Name of the checkbox that chooses every row. */
  labelAll: string
}

/** What of TanStack's row selection is used here. */
interface ChoiceTable {
  getRow(uid: string): { toggleSelected(): void }
  getSelectedRowIds(): string[]
  setRowSelection(chosen: Chosen): void
}

/** These rows and no others. */
export const toChosen = (uids: readonly string[]): Chosen => Object.fromEntries(uids.map((uid) => [uid, true as const]))

/**
 * Choosing rows one by one and in ranges. A range goes from the row that was chosen last by itself; as its other end moves, what it
 * has left is chosen no more. `order` are the rows as they are seen.
 */
export function useRowChoice(table: ChoiceTable, order: readonly string[]) {
  /** Where a range begins, and what was chosen beside it. */
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
    /** Chooses from the beginning of the range, `from` where there is none, to a row. */
    extend: (from: string, to: string) => {
      const begun = table.getSelectedRowIds().length > 0 ? anchor.current : null
      const { uid, beside } = begun !== null && order.includes(begun.uid) ? begun : begin(from)
      const ends = [order.indexOf(uid), order.indexOf(to)]
      table.setRowSelection(toChosen([...beside, ...order.slice(Math.min(...ends), Math.max(...ends) + 1)]))
    },
    /** The next range begins anew. */
    end: () => {
      anchor.current = null
    },
  }
}

export type RowChoice = ReturnType<typeof useRowChoice>
