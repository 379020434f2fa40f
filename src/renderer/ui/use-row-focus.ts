import { type FocusEvent, type KeyboardEvent, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { hasArrivedByKeys } from './arrival.ts'
import { rowByKey } from './use-list-focus.ts'

/** Rows by which a page key moves. */
const PAGE = 10

/** The row around an element: the uid of its item in a table, its number in a list that is drawn in part. */
export const rowOf = (target: EventTarget | null): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-row]')?.dataset.row) || null

/** The row a key leads to where all rows are below each other; null for a key that does not move. */
function rowBelow(order: readonly string[], from: string, key: string): string | null {
  const row = rowByKey(key, order.indexOf(from), { count: order.length, page: PAGE })
  return row === null ? null : (order[Math.max(0, Math.min(row, order.length - 1))] ?? from)
}

/** The row that takes the focus of a removed one: the next row that is left, at the end the previous one. */
function heirOf(seen: readonly string[], removed: string, present: ReadonlySet<string>): string | undefined {
  const index = seen.indexOf(removed)
  const heirs = [...seen.slice(index + 1), ...seen.slice(0, Math.max(index, 0)).reverse()]
  return heirs.find((uid) => present.has(uid))
}

/**
 * The one row of a table that is a stop of the Tab key: at first that of the open item, later the row that last had the
 * focus. If that row is removed with the focus in it, the next row takes the focus, at the end the previous one; if it
 * is drawn anew elsewhere, such as in another column, it keeps the focus. `order` are the rows in display order.
 * Focusable controls in a row have `data-control`, which is `open` for the name of its item. `next` is the row a key
 * leads to where rows are not all below each other; it answers null for a key that does not move.
 */
export function useRowFocus<Frame extends HTMLElement = HTMLTableElement>(
  order: readonly string[],
  open: string | null,
  next?: (from: string, key: string) => string | null,
) {
  const frame = useRef<Frame>(null)
  const within = useRef(false)
  const control = useRef('open')
  const before = useRef(order)
  const [last, setLast] = useState<string | null>(null)
  const present = useMemo(() => new Set(order), [order])
  const isThere = (uid: string | null) => uid !== null && present.has(uid)
  const active = isThere(last) ? last : isThere(open) ? open : (order[0] ?? null)
  const focus = (uid: string | undefined, wanted = control.current) => {
    const row = uid === undefined ? null : frame.current?.querySelector(`[data-row="${CSS.escape(uid)}"]`)
    row?.querySelector<HTMLElement>(`[data-control="${wanted}"]`)?.focus()
  }
  const onFirstDrawn = useEffectEvent(() => {
    if (active !== null && hasArrivedByKeys()) focus(active, 'open')
  })
  // Before it is seen: a key pressed at first sight is meant for the list.
  useLayoutEffect(() => onFirstDrawn(), [])
  useLayoutEffect(() => {
    const seen = before.current
    before.current = order
    if (!within.current || last === null || document.activeElement !== document.body) return
    if (present.has(last)) return focus(last)
    focus(heirOf(seen, last, present))
  })
  /** Moves the focus by a key and answers the old and new row; null for a key that does not move. */
  const move = (event: KeyboardEvent): { from: string; to: string } | null => {
    const from = rowOf(event.target)
    if (from === null || event.ctrlKey || event.metaKey || event.altKey) return null
    const to = next === undefined ? rowBelow(order, from, event.key) : next(from, event.key)
    if (to === null) return null
    event.preventDefault()
    focus(to)
    return { from, to }
  }
  return {
    frame,
    active,
    focus,
    move,
    events: {
      onFocus: ({ target }: FocusEvent<HTMLElement>) => {
        const row = rowOf(target)
        if (row === null) return
        within.current = true
        control.current = target.dataset.control ?? 'open'
        setLast(row)
      },
      onBlur: ({ target }: FocusEvent<HTMLElement>) => {
        // Checked after the removal of an element is complete.
        queueMicrotask(() => {
          if (target.isConnected && !frame.current?.contains(document.activeElement)) within.current = false
        })
      },
    },
  }
}

export type RowFocus = ReturnType<typeof useRowFocus>
