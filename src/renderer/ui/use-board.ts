import { useMemo } from 'react'
import { cardByKey } from './card-by-key.ts'
import { type RowActs, useRowEvents } from './use-row-events.ts'
import { useRowFocus } from './use-row-focus.ts'

/** Actions on the cards of a board, as those on the rows of a table. */
export type BoardActs = Pick<RowActs<never>, 'onOpen' | 'onRowKey'> & Required<Pick<RowActs<never>, 'menu'>>

/**
 * Focus and events of the cards of a board: they are one stop of the Tab key, arrows move between them, and what else is
 * done with them is done as in a table. `columns` are the uids of the cards.
 */
export function useBoard(columns: readonly (readonly string[])[], selected: string | null, acts: BoardActs) {
  const order = useMemo(() => columns.flat(), [columns])
  const focus = useRowFocus<HTMLDivElement>(order, selected, (from, key) => cardByKey(columns, from, key))
  const events = useRowEvents<never>(acts, { focus })
  return { frame: focus.frame, active: focus.active, events: { ...events, ...focus.events } }
}
