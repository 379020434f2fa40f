import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus in a list whose rows go when they are answered: where the focused one went, the first control that is left and that the Tab key reaches has it.
 * `rows` names the rows that are there.
 */
export function useKeepFocus<E extends HTMLElement>(list: RefObject<E | null>, rows: string): void {
  const wasInside = useRef(false)
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && list.current !== null && list.current.contains(target)
    }
    // Who clicks beside the list has left it. A control that is gone or waits for its answer was not left; so the look is at what
    // stands after the change, during which the event comes.
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
