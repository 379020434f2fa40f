import { useEffect, useRef } from 'react'

const newItemButton = () => document.querySelector<HTMLElement>('[data-new-item]')

/**
 * Returns the focus to the row of an item (`data-uid`) when its panel closes, so that the keyboard continues from
 * there. If the row is gone, or disappears a moment later because the item was removed, the focus goes to the button
 * that adds items (`data-new-item`). `open` is the item in the panel, null = no panel.
 */
export function useFocusBack(open: string | null): void {
  const last = useRef(open)
  const returnedTo = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const closed = open === null ? last.current : null
    last.current = open
    if (closed === null || document.activeElement !== document.body) return
    returnedTo.current = document.querySelector<HTMLElement>(`[data-uid="${CSS.escape(closed)}"]`)
    ;(returnedTo.current ?? newItemButton())?.focus()
  }, [open])
  useEffect(() => {
    if (returnedTo.current === null || returnedTo.current.isConnected) return
    returnedTo.current = null
    if (document.activeElement === document.body) newItemButton()?.focus()
  })
}

/**
 * Focuses the button that adds items when the last row of a list disappears while it has the focus. `count` is the
 * number of rows shown.
 */
export function useFocusWhenEmpty(count: number): void {
  const before = useRef(count)
  useEffect(() => {
    if (count === 0 && before.current > 0 && document.activeElement === document.body) newItemButton()?.focus()
    before.current = count
  }, [count])
}
