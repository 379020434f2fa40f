import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus in a list whose rows disappear when they are answered: if the focused row is gone, the focus goes to
 * the first remaining control that Tab reaches. `rows` identifies the present rows.
 */
export function useKeepFocus<E extends HTMLElement>(list: RefObject<E | null>, rows: string): void {
  const wasInside = useRef(false)
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && list.current !== null && list.current.contains(target)
    }
    // A click beside the list leaves it. A control that was removed or disabled also fires this event, during the
    // change; so the check runs after the change.
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null || !(target instanceof Element)) return
      queueMicrotask(() => {
        if (document.activeElement !== document.body || !target.isConnected || target.matches(':disabled')) return
        wasInside.current = false
      })
    }
    document.addEventListener('focusin', follow)
    document.addEventListener('focusout', leave)
    return () => {
      document.removeEventListener('focusin', follow)
      document.removeEventListener('focusout', leave)
    }
  }, [list])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the moment the rows change.
  useEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return
    list.current?.querySelector<HTMLElement>('button:not([tabindex="-1"]), input')?.focus()
  }, [rows])
}
