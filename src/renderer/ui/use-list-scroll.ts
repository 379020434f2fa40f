import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { type ListGeometry, scaleOf, topToShow } from './list-geometry.ts'

/** The visible part, in pixels of the list. */
interface ListView {
  top: number
  height: number
}

interface ListScrollOptions {
  frame: RefObject<HTMLDivElement | null>
  geometry: ListGeometry
  /** As in the properties of `WindowedList`. */
  version: string
  placeOf: (row: number) => number
  /** The active row, from which keys move. */
  active: number
  /** Called with where each row moved. */
  onMoved: (placeOf: (row: number) => number) => void
}

/**
 * The scroll position of a long list. It is kept when rows around it change (the first visible row stays in place) and
 * when the list was hidden for a while.
 */
export function useListScroll({ frame, geometry, version, placeOf, active, onMoved }: ListScrollOptions) {
  const [view, setView] = useState<ListView>({ top: 0, height: 0 })
  // The newest state, drawn or not: a key may arrive between a change of the height and the next drawing.
  const known = useRef({ version, geometry, active, ...view })
  useLayoutEffect(() => {
    known.current.active = active
  }, [active])
  const scaleNow = () => scaleOf(known.current.geometry, known.current.height)
  const show = (next: ListView) => {
    Object.assign(known.current, next)
    setView(next)
  }
  const to = (wanted: number) => {
    const element = frame.current
    if (element === null) return
    const { geometry: present, height } = known.current
    const top = Math.max(0, Math.min(wanted, present.total - height))
    element.scrollTop = top / scaleNow()
    show({ top, height })
  }
  useLayoutEffect(() => {
    const before = known.current
    if (before.version === version) return
    const first = before.geometry.rowAt(before.top)
    const rest = before.top - before.geometry.topOf(first)
    known.current = { ...before, version, geometry }
    onMoved(placeOf)
    // A list scrolled to the very top stays there, so that new rows are visible.
    to(before.top === 0 ? 0 : geometry.topOf(placeOf(first)) + rest)
  })
  const measure = useEffectEvent((height: number) => {
    // Hidden at the moment: the position is kept for when it is shown again.
    if (height === 0) return
    const { top, height: before, active: row } = known.current
    known.current.height = height
    // The active row stays visible when the height shrinks, as when a panel opens.
    const wasSeen = before > 0 && topToShow(geometry, row, top, before) === top
    to(wasSeen ? topToShow(geometry, row, top, height) : top)
  })
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    measure(element.clientHeight)
    const observer = new ResizeObserver(() => measure(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return {
    view,
    to,
    /** Scrolls just far enough to show a row. */
    toSight: (row: number) => {
      known.current.active = row
      to(topToShow(geometry, row, known.current.top, known.current.height))
    },
    /** Reads the scroll position of the element; null while it is not drawn. */
    read: (): number | null => {
      const element = frame.current
      if (element === null || element.clientHeight === 0) return null
      const { top: before, height } = known.current
      // If one pixel of the scroll bar stands for many of the list, the exact position of a row lies between two scroll
      // positions.
      const isThere = Math.abs(element.scrollTop - before / scaleNow()) < 1
      const top = isThere ? before : element.scrollTop * scaleNow()
      if (!isThere) show({ top, height })
      return top
    },
    /** Where a row is drawn, in pixels of the scrolled element. */
    placeOf: (row: number) => {
      const scale = scaleOf(geometry, view.height)
      return scale === 1 ? geometry.topOf(row) : view.top / scale + geometry.topOf(row) - view.top
    },
  }
}
