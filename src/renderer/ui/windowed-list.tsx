import { type CSSProperties, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { type DrawnRows, type ListGeometry, rangeAt, scrollHeightOf } from './list-geometry.ts'
import { useListFocus } from './use-list-focus.ts'
import { useListScroll } from './use-list-scroll.ts'
import classes from './windowed-list.module.css'

export interface GoTo {
  to: 'top' | 'sight' | 'nowhere'
  focus?: boolean
}

/** Methods of a list for its parent. */
export interface ListHandle {
  /**
   * Makes a row the active one and scrolls: until it is at the top, or just far enough to show it. With `nowhere` the
   * list does not scroll, and the focus stays if it is in the list.
   */
  goTo(row: number, how: GoTo): void
  /** Focuses the active row. */
  focus(): void
}

interface WindowedListProps {
  /** Name of the list for screen readers. */
  label: string
  geometry: ListGeometry
  /**
   * Changes each time rows may have been added, removed or moved; `placeOf` then gives the new place of a former row.
   */
  version: string
  placeOf: (row: number) => number
  /**
   * Draws a row. Its focusable controls have `data-control`; `open` (or the first of them) stands for the row itself.
   * All but those of the active row have `tabIndex` -1, so that the list is one stop of the Tab key.
   */
  row: (row: number, isActive: boolean) => ReactNode
  /** The active row stays drawn however far the list is scrolled, because the focus returns to it. */
  isHeld: boolean
  onDrawn: (rows: DrawnRows) => void
  handle: Ref<ListHandle>
}

/**
 * A list of known length of which only the visible rows are in the document. Arrow keys, Page Up and Down, Home and End
 * move through all of it. The focused row is never removed, and the scroll position is kept when rows are added or
 * removed.
 */
export function WindowedList(props: WindowedListProps) {
  const { label, geometry, version, placeOf, row, isHeld, onDrawn } = props
  const frame = useRef<HTMLDivElement>(null)
  const [activeRow, setActive] = useState(0)
  const active = Math.max(0, Math.min(activeRow, geometry.count - 1))
  const focus = useListFocus(frame, active, setActive)
  const onMoved = (moved: (before: number) => number) => {
    setActive((before) => moved(before))
    focus.stay()
  }
  const scroll = useListScroll({ frame, geometry, version, placeOf, active, onMoved })
  const { top, height } = scroll.view
  const { first, start, end } = rangeAt(geometry, top, height)
  useEffect(() => onDrawn({ first, start, end, active }), [active, end, first, onDrawn, start])
  const moveTo = (to: number, wanted: GoTo) => {
    if (wanted.to === 'nowhere' && focus.isWithin()) return
    const next = Math.max(0, Math.min(to, geometry.count - 1))
    setActive(next)
    if (wanted.focus) focus.want(next)
    if (wanted.to === 'top') scroll.to(geometry.topOf(next))
    if (wanted.to === 'sight') scroll.toSight(next)
  }
  useImperativeHandle(props.handle, () => ({ goTo: moveTo, focus: () => moveTo(active, { to: 'sight', focus: true }) }))
  const onScroll = () => {
    const now = scroll.read()
    if (now === null || isHeld || focus.isWithin()) return
    // When the Tab key enters the list, the first visible row becomes the active one.
    const seen = rangeAt(geometry, now, height)
    if (active < seen.first || geometry.topOf(active) > now + height) setActive(seen.first)
  }
  return (
    <div className={classes.frame} ref={frame} onScroll={onScroll}>
      {/* biome-ignore lint/a11y/useSemanticElements: the rows are placed by their numbers */}
      <div
        className={classes.rows}
        role="list"
        aria-label={label}
        style={toVariables({ '--list-height': scrollHeightOf(geometry) })}
        {...focus.events}
        onKeyDown={(event) => {
          const size = { count: geometry.count, page: pageOf(geometry, top, height) }
          focus.onKeyDown(event, size, (to) => moveTo(to, { to: 'sight', focus: true }))
        }}
      >
        {drawnRows({ start, end, active }, geometry.count).map((index) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            key={index}
            role="listitem"
            data-index={index}
            aria-setsize={geometry.count}
            aria-posinset={index + 1}
            className={classes.row}
            style={toVariables({ '--row-top': scroll.placeOf(index) })}
          >
            {row(index, index === active)}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The rows in the document, in order: those around the scroll position, and the active one wherever it is. */
function drawnRows({ start, end, active }: { start: number; end: number; active: number }, count: number): number[] {
  const rows = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
  if (count === 0 || (active >= start && active < end)) return rows
  return active < start ? [active, ...rows] : [...rows, active]
}

/** Pixels as CSS variables, because the style sheet ignores them in print. */
const toVariables = (pixels: Record<`--${string}`, number>): CSSProperties =>
  Object.fromEntries(Object.entries(pixels).map(([name, value]) => [name, `${value}px`]))

/** Rows by which a page key moves: one less than the visible rows. */
function pageOf(geometry: ListGeometry, top: number, height: number): number {
  return Math.max(1, geometry.rowAt(top + height) - geometry.rowAt(top) - 1)
}
