import { type RefObject, useLayoutEffect, useRef } from 'react'
import { hasArrivedByKeys } from '#renderer/ui/arrival.ts'
import type { ListHandle } from '#renderer/ui/windowed-list.tsx'

/** Nothing has the focus but, at most, a link of the navigation that was used to get here. */
const isNowhere = (): boolean => {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.matches('nav a')
}

interface BeginOptions {
  isThere: boolean
  /** Begins there however the page was opened, and not by keys alone. */
  isAlways?: boolean
}

/** Focuses a list once it is there, so that its keys work at once, unless the person has focused something else by then. */
export function useBeginInList(
  handle: RefObject<ListHandle | null>,
  { isThere, isAlways = false }: BeginOptions,
): void {
  const hasBegun = useRef(false)
  // Before it is seen: a key pressed at first sight is meant for the list.
  useLayoutEffect(() => {
    if (!isThere || hasBegun.current || handle.current === null) return
    hasBegun.current = true
    if (hasArrivedByKeys() || (isAlways && isNowhere())) handle.current.focus()
  })
}
