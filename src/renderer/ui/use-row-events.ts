import type { FormEvent, KeyboardEvent, MouseEvent } from 'react'
import type { RowMenu } from './table-types.ts'
import type { Choosing, RowChoice } from './use-row-choice.ts'
import { type RowFocus, rowOf } from './use-row-focus.ts'

/** Actions on the rows of a table. */
export interface RowActs<Item> {
  onOpen: (uid: string) => void
  choosing?: Choosing<Item>
  menu?: RowMenu
  /** Called for keys in a row that neither move nor select. */
  onRowKey?: (event: KeyboardEvent, uid: string) => void
}

/** The part of `RowActs` that is used here. */
type HeardActs<Item> = Omit<RowActs<Item>, 'choosing'> & { choosing?: Pick<Choosing<Item>, 'choose'> }

interface RowState {
  focus: Pick<RowFocus, 'active' | 'focus' | 'move'>
  /** Undefined where rows cannot be selected. */
  table?: { getIsSomeRowsSelected(): boolean }
  choice?: RowChoice
}

/** Whether a click hit a control with an action of its own, so that the row ignores it. */
const isOwnControl = (target: Element) =>
  target.closest('a, button:not([data-control="open"]), input, label, select, textarea, [data-handle]') !== null

const isTextMarked = (): boolean => !(window.getSelection()?.isCollapsed ?? true)

/** Events of all rows of a table or list, handled on the table itself because there may be very many rows. */
export function useRowEvents<Item>(
  { onOpen, choosing, menu, onRowKey }: HeardActs<Item>,
  { focus, table, choice }: RowState,
) {
  const openMenu = (uid: string, below: Element) => {
    const { left, bottom } = below.getBoundingClientRect()
    menu?.open(uid, { x: left, y: bottom })
  }
  const onChange = (event: FormEvent) => {
    const uid = rowOf(event.target)
    if (uid === null) return
    if ((event.nativeEvent as globalThis.MouseEvent).shiftKey) choice?.extend(focus.active ?? uid, uid)
    else choice?.toggle(uid)
  }
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element
    const uid = rowOf(target)
    const dots = target.closest('[data-control="menu"]')
    if (uid !== null && dots !== null) return openMenu(uid, dots)
    if (uid === null || isOwnControl(target)) return
    if (choosing && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      if (event.shiftKey) choice?.extend(focus.active ?? uid, uid)
      else choice?.toggle(uid)
      return focus.focus(uid, 'open')
    }
    const isReading = target.closest('button') === null && isTextMarked()
    if (!isReading) onOpen(uid)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const uid = rowOf(event.target)
    if (uid === null || event.defaultPrevented) return
    const moved = focus.move(event)
    if (moved !== null) {
      if (choosing && event.shiftKey) choice?.extend(moved.from, moved.to)
      else choice?.end()
    } else if (choosing && event.key === ' ' && (event.target as HTMLElement).dataset.control === 'open') {
      event.preventDefault()
      if (event.shiftKey) choice?.extend(uid, uid)
      else choice?.toggle(uid)
    } else if (choosing && event.key === 'Escape' && table?.getIsSomeRowsSelected()) {
      event.preventDefault()
      choosing.choose({})
    } else if (menu && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
      event.preventDefault()
      openMenu(uid, event.target as Element)
    } else onRowKey?.(event, uid)
  }
  const onMouseDown = (event: MouseEvent) => {
    // Shift and click selects a range of rows, not of text.
    if (choosing && event.shiftKey && rowOf(event.target) !== null) event.preventDefault()
  }
  const onContextMenu = (event: MouseEvent) => {
    const uid = rowOf(event.target)
    // Marked text and links keep the browser's context menu, for copying and for link actions.
    if (menu === undefined || uid === null || isTextMarked() || (event.target as Element).closest('a') !== null) return
    event.preventDefault()
    focus.focus(uid, 'open')
    menu.open(uid, { x: event.clientX, y: event.clientY })
  }
  return { onChange, onClick, onContextMenu, onKeyDown, onMouseDown }
}
