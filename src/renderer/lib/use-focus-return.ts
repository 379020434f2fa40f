import { type RefObject, useEffect, useRef } from 'react'

/** The element that gets the focus back when something that took it closes, such as a form within a panel. */
export function useFocusReturn<Target extends HTMLElement>(isOpen: boolean): RefObject<Target | null> {
  const target = useRef<Target>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) target.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return target
}
