import { useEffect, useRef } from 'react'

/**
 * Gives the focus back to the row of an item (`data-uid`) when its panel closes, so that the keyboard goes on from there;
 * to the button that adds items (`data-new-item`) when the row is gone. `open` is the item in the panel, null = no panel.
 */
export function useFocusBack(open: string | null): void {
  const last = useRef(open)
  useEffect(() => {
    const closed = open === null ? last.current : null
    last.current = open
    if (closed === null || document.activeElement !== document.body) return
    const row = document.querySelector<HTMLElement>(`[data-uid="${CSS.escape(closed)}"]`)
    const other = document.querySelector<HTMLElement>('[data-new-item]')
    ;(row ?? other)?.focus()
  }, [open])
}
