import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { type ListGeometry, scaleOf, topToShow } from './list-geometry.ts'

/** What is in sight, in pixels of the list. */
interface ListView {
  top: number
  height: number
}

interface ListScrollOptions {
  frame: RefObject<HTMLDivElement | null>
  geometry: ListGeometry
  /** See the list. */
  version: string
  placeOf: (row: number) => number
  /** The row that the keys go on from. */
  active: number
  /** Hears how rows moved. */
  onMoved: (placeOf: (row: number) => number) => void
}

/**
 * The place a long list is scrolled to. It is kept when the rows around it change (the first row in sight stays where it is)
 * and when the list was hidden for a while.
 */
export function useListScroll({ frame, geometry, version, placeOf, active, onMoved }: ListScrollOptions) {
  const [view, setView] = useState<ListView>({ top: 0, height: 0 })
  // What holds already, drawn or not: a key may come between a change of the height and the next drawing.
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
    // Whoever is at the very top stays there and sees what is new.
    to(before.top === 0 ? 0 : geometry.topOf(placeOf(first)) + rest)
  })
  const measure = useEffectEvent((height: number) => {
    // Not drawn at the moment: it comes back as it was.
    if (height === 0) return
    const { top, height: before, active: row } = known.current
    known.current.height = height
    // The row that the keys go on from stays in sight when there is less room, as beside a panel that opens.
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
    /** Scrolls as little as brings a row into sight. */
    toSight: (row: number) => {
      known.current.active = row
      to(topToShow(geometry, row, known.current.top, known.current.height))
    },
    /** Takes over where the list was scrolled to; null while it is not drawn. */
    read: (): number | null => {
      const element = frame.current
      if (element === null || element.clientHeight === 0) return null
      const { top: before, height } = known.current
      // Where a pixel of the scroll bar is many of the list, a row that was gone to stands between two of its places.
      const isThere = Math.abs(element.scrollTop - before / scaleNow()) < 1
      const top = isThere ? before : element.scrollTop * scaleNow()
      if (!isThere) show({ top, height })
      return top
    },
    /** Where a row is drawn, in pixels of what is scrolled. */
    placeOf: (row: number) => {
      const scale = scaleOf(geometry, view.height)
      return scale === 1 ? geometry.topOf(row) : view.top / scale + geometry.topOf(row) - view.top
    },
  }
}
