import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'

/** The row a key leads to from the active row. */
export function rowByKey(key: string, active: number, { count, page }: { count: number; page: number }): number | null {
  switch (key) {
    case 'ArrowDown':
      return active + 1
    case 'ArrowUp':
      return active - 1
    case 'PageDown':
      return active + page
    case 'PageUp':
      return active - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** Fields need these keys themselves. */
const isField = (element: HTMLElement) => element.matches('input, textarea, select, [contenteditable="true"]')

/**
 * The focus within a list of which only some rows are drawn. It follows the active row, also when that row moves. If
 * the focused element is removed, the active row takes the focus, so that it is not lost to the page.
 */
export function useListFocus(
  frame: RefObject<HTMLDivElement | null>,
  active: number,
  setActive: (row: number) => void,
) {
  const within = useRef(false)
  const wanted = useRef(false)
  /** The focused control of the row, so that arrow keys stay in its column. */
  const column = useRef('')
  /** Focuses a row if it is drawn. */
  const focusRow = (index: number) => {
    const row = frame.current?.querySelector(`[data-index="${index}"]`)
    const controls = [...(row?.querySelectorAll<HTMLElement>('[data-control]') ?? [])]
    const named = (name: string) => controls.find(({ dataset }) => dataset.control === name)
    const target = named(column.current) ?? named('open') ?? controls[0]
    if (target === undefined) return
    wanted.current = false
    target.focus({ preventScroll: true })
  }
  useLayoutEffect(() => {
    const isLost = within.current && document.activeElement === document.body
    if (isLost || wanted.current) focusRow(active)
  })
  return {
    isWithin: () => within.current,
    /** A row takes the focus: at once if it is drawn, otherwise as soon as it is drawn as the active row. */
    want: (row: number) => {
      within.current = true
      wanted.current = true
      focusRow(row)
    },
    /** If the list has the focus, it follows the active row. */
    stay: () => {
      wanted.current ||= within.current
    },
    events: {
      onFocus: ({ target }: FocusEvent<HTMLElement>) => {
        const row = target.closest<HTMLElement>('[data-index]')
        if (row === null || !frame.current?.contains(row)) return
        within.current = true
        column.current = target.closest<HTMLElement>('[data-control]')?.dataset.control ?? ''
        setActive(Number(row.dataset.index))
      },
      onBlur: ({ target }: FocusEvent<HTMLElement>) => {
        // Checked after the removal of an element is complete.
        queueMicrotask(() => {
          if (target.isConnected && !frame.current?.contains(document.activeElement)) within.current = false
        })
      },
    },
    onKeyDown: (
      event: KeyboardEvent<HTMLElement>,
      size: { count: number; page: number },
      moveTo: (row: number) => void,
    ) => {
      const target = event.target as HTMLElement
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (!frame.current?.contains(target) || isField(target)) return
      const row = rowByKey(event.key, active, size)
      if (row === null) return
      event.preventDefault()
      moveTo(row)
    },
  }
}
