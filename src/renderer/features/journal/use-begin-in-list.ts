import { type RefObject, useEffect, useRef } from 'react'
import type { ListHandle } from '#renderer/ui/windowed-list.tsx'

/**
 * Gives the focus to a list once it is there, so that its keys work at once: unless somebody is at something else by then. The
 * link that led here has done its work.
 */
export function useBeginInList(handle: RefObject<ListHandle | null>, isThere: boolean): void {
  const hasBegun = useRef(false)
  useEffect(() => {
    if (!isThere || hasBegun.current) return
    hasBegun.current = true
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body || activeElement.matches('nav a'))
      handle.current?.focus()
  }, [handle, isThere])
}
