import { type CSSProperties, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { type DrawnRows, type ListGeometry, rangeAt, scrollHeightOf } from './list-geometry.ts'
import { useListFocus } from './use-list-focus.ts'
import { useListScroll } from './use-list-scroll.ts'
import classes from './windowed-list.module.css'

export interface GoTo {
  to: 'top' | 'sight' | 'nowhere'
  focus?: boolean
}

/** What can be asked of a list from outside. */
export interface ListHandle {
  /**
   * Makes a row the one that the keys go on from and scrolls: until it is at the top, or only as far as it takes to see it.
   * With `nowhere` the list stays where it is, and the focus too if it is in the list.
   */
  goTo(row: number, how: GoTo): void
  /** Gives the focus to the row that the keys go on from. */
  focus(): void
}

interface WindowedListProps {
  /** Name of the list for screen readers. */
  label: string
  geometry: ListGeometry
  /** Another one each time rows may have come, gone or moved; `placeOf` then says where the row is that was at a place before. */
  version: string
  placeOf: (row: number) => number
  /**
   * Draws a row. What takes the focus in it has `data-control`, `open` (or the first of them) is the row itself; all but those of the
   * active row have `tabIndex` -1, so that the list is one stop of the Tab key.
   */
  row: (row: number, isActive: boolean) => ReactNode
  /** The active row stays however far the list is scrolled, because the focus comes back to it. */
  isHeld: boolean
  onDrawn: (rows: DrawnRows) => void
  handle: Ref<ListHandle>
}

/**
 * A list of known length of which only what is in sight is in the document, whatever its length. Arrows, Page Up and Down, Home
 * and End move through all of it; the row that has the focus is never taken away, and the place is kept when rows come and go.
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
    if (wanted.focus) focus.want()
    if (wanted.to === 'top') scroll.to(geometry.topOf(next))
    if (wanted.to === 'sight') scroll.toSight(next)
  }
  useImperativeHandle(props.handle, () => ({ goTo: moveTo, focus: () => moveTo(active, { to: 'sight', focus: true }) }))
  const onScroll = () => {
    const now = scroll.read()
    if (now === null || isHeld || focus.isWithin()) return
    // Whoever comes in by the Tab key begins with what is in sight.
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

/** The rows that are in the document, in their order: those around the place, and the active one wherever it is. */
function drawnRows({ start, end, active }: { start: number; end: number; active: number }, count: number): number[] {
  const rows = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
  if (count === 0 || (active >= start && active < end)) return rows
  return active < start ? [active, ...rows] : [...rows, active]
}

/** Pixels as variables of the style sheet, which has its own way on paper. */
const toVariables = (pixels: Record<`--${string}`, number>): CSSProperties =>
  Object.fromEntries(Object.entries(pixels).map(([name, value]) => [name, `${value}px`]))

/** Rows that a page key moves by: those in sight but one. */
function pageOf(geometry: ListGeometry, top: number, height: number): number {
  return Math.max(1, geometry.rowAt(top + height) - geometry.rowAt(top) - 1)
}
