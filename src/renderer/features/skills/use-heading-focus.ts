import { type RefObject, useEffect, useRef } from 'react'

/** The heading of a new question takes the focus, unless a dialog or menu in front of the page has it. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement?.closest('[role="dialog"], [role="menu"]')) return
    heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
