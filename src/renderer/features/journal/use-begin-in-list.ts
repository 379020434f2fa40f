import { type RefObject, useEffect, useRef } from 'react'
import type { ListHandle } from '#renderer/ui/windowed-list.tsx'

/**
 * Focuses a list once it is there, so that its keys work at once, unless the person has focused something else by then.
 * A focused link of the navigation does not count, because it was only used to get here.
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
