import { useEffect, useRef } from 'react'

const newItemButton = () => document.querySelector<HTMLElement>('[data-new-item]')

/**
 * Gives the focus back to the row of an item (`data-uid`) when its panel closes, so that the keyboard goes on from there;
 * to the button that adds items (`data-new-item`) when the row is gone, or goes a moment later because the item was
 * removed. `open` is the item in the panel, null = no panel.
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

/** Gives the focus to the button that adds items when the last row of a list goes away with it. `count` are the rows that are shown. */
export function useFocusWhenEmpty(count: number): void {
  const before = useRef(count)
  useEffect(() => {
    if (count === 0 && before.current > 0 && document.activeElement === document.body) newItemButton()?.focus()
    before.current = count
  }, [count])
}
