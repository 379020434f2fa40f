import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus in a list whose rows go when they are answered: where the focused one went, the first control that is left has it.
 * `rows` names the rows that are there.
 */
export function useKeepFocus<E extends HTMLElement>(list: RefObject<E | null>, rows: string): void {
  const wasInside = useRef(false)
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && list.current !== null && list.current.contains(target)
    }
    document.addEventListener('focusin', follow)
    return () => document.removeEventListener('focusin', follow)
  }, [list])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the moment the rows change.
  useEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return
    list.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [rows])
}
