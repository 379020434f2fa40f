import type { KeyboardEvent, RefObject } from 'react'
import { hasModifier, isPressed } from '#renderer/lib/keys.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import type { Point } from '#renderer/ui/table-types.ts'
import { rowByKey } from '#renderer/ui/use-list-focus.ts'
import { useRowEvents } from '#renderer/ui/use-row-events.ts'
import type { ListHandle } from '#renderer/ui/windowed-list.tsx'
import type { ActivityLine } from '#shared/contract/journal.ts'
import { lineAt } from './journal-view.ts'
import type { JournalListState } from './use-journal-list.ts'
import type { LineChoice } from './use-line-choice.ts'
import type { LineWrites } from './use-line-writes.ts'

/** Rows by which a page key extends a range. */
const PAGE = 10

interface LineEventsOptions {
  list: JournalListState
  handle: RefObject<ListHandle | null>
  choice: LineChoice
  writes: LineWrites
  selection: Selection
  onMenu: (line: ActivityLine, row: number, at: Point) => void
}

/** Events of the journal's rows: as in every list, but rows are given by number because not all of them are read. */
export function useLineEvents({ list, handle, choice, writes, selection, onMenu }: LineEventsOptions) {
  const count = list.view?.order.count ?? 0
  const withLine = (row: string, act: (line: ActivityLine) => void) => {
    const line = lineAt(list.pages, Number(row))
    if (line !== undefined) act(line)
  }
  const goTo = (row: number) => handle.current?.goTo(row, { to: 'sight', focus: true })
  const onRowKey = (event: KeyboardEvent, row: string) => {
    const stroke = event.nativeEvent
    if (isPressed('Mod+A', stroke)) choice.all()
    else if (isPressed('E', stroke)) withLine(row, ({ uid }) => selection.edit(uid))
    else if (event.key === 'Delete' && !hasModifier(event) && !event.repeat)
      withLine(row, ({ uid, title }) =>
        writes.remove(choice.chosen.has(uid) ? { uids: [...choice.chosen], title } : { uids: [uid], title }),
      )
    else return
    event.preventDefault()
  }
  const events = useRowEvents(
    {
      onOpen: (row) => withLine(row, ({ uid }) => selection.open(uid)),
      choosing: { choose: choice.clear },
      menu: { label: '', open: (row, at) => withLine(row, (line) => onMenu(line, Number(row), at)) },
      onRowKey,
    },
    {
      table: { getIsSomeRowsSelected: () => choice.chosen.size > 0 },
      focus: {
        active: String(list.rows.active),
        focus: (row) => goTo(Number(row)),
        move: (event) => {
          const from = Number((event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row)
          const to = event.shiftKey ? rowByKey(event.key, from, { count, page: PAGE }) : null
          if (to === null) return null
          event.preventDefault()
          const row = Math.max(0, Math.min(to, count - 1))
          goTo(row)
          return { from: String(from), to: String(row) }
        },
      },
      choice: {
        toggle: (row) => choice.toggle(Number(row)),
        extend: (from, to) => choice.extend(Number(from), Number(to)),
        end: choice.end,
      },
    },
  )
  return {
    ...events,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      // The list has moved its focus already, so a new range starts there.
      if (event.defaultPrevented && rowByKey(event.key, 0, { count, page: PAGE }) !== null) choice.end()
      events.onKeyDown(event)
    },
  }
}
