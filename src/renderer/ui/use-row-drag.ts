import { type DragEvent, useRef } from 'react'
import { gapAt, placeInGap } from './row-order.ts'
import { rowOf } from './use-row-focus.ts'

interface RowDragOptions {
  /** The rows among which a row can be moved, including itself; null if it cannot be moved. */
  listOf: (uid: string) => readonly string[] | null
  onMove: (uid: string, to: number) => void
}

/** Media type of a dragged row, which no other program and no field accepts. */
const KIND = 'application/x-kurs-row'

const rowsIn = (list: Element, uids: readonly string[]): HTMLElement[] =>
  uids.flatMap((uid) => list.querySelector<HTMLElement>(`[data-row="${CSS.escape(uid)}"]`) ?? [])

/** Draws or removes the line where the row would land. It is not React state because it follows the pointer. */
function drawLine(list: Element, rows: readonly HTMLElement[], gap: number | null): void {
  for (const marked of list.querySelectorAll<HTMLElement>('[data-drop]')) delete marked.dataset.drop
  if (gap === null) return
  const next = rows[gap]
  if (next !== undefined) next.dataset.drop = 'before'
  else if (rows.length > 0) (rows.at(-1) as HTMLElement).dataset.drop = 'after'
}

/**
 * Rows (`data-row`) that are dragged by a handle (`data-handle`, `draggable`) to another place of their list. This is
 * the browser's own drag and drop: it tells clicks from drags, Escape cancels, and containers scroll at their edges.
 */
export function useRowDrag({ listOf, onMove }: RowDragOptions) {
  const held = useRef<string | null>(null)
  /** The target of the drag; null = the row cannot be dropped here. */
  const aim = ({ currentTarget: list, clientY }: DragEvent) => {
    const uid = held.current
    const uids = uid === null ? null : listOf(uid)
    if (uid === null || uids === null) return null
    const rows = rowsIn(list, uids)
    const gap = gapAt(
      rows.map((row) => row.getBoundingClientRect()),
      clientY,
    )
    const to = gap === null ? null : placeInGap(uids.indexOf(uid), gap)
    drawLine(list, rows, to === null ? null : gap)
    return gap === null ? null : { uid, to }
  }
  const end = ({ currentTarget: list }: DragEvent) => {
    held.current = null
    drawLine(list, [], null)
    for (const row of list.querySelectorAll<HTMLElement>('[data-dragged]')) delete row.dataset.dragged
  }
  return {
    onDragStart: (event: DragEvent) => {
      const uid = rowOf(event.target)
      const isHandle = event.target instanceof Element && event.target.matches('[data-handle]')
      if (!isHandle || uid === null || listOf(uid) === null) return
      const row = rowsIn(event.currentTarget, [uid])[0]
      if (row === undefined) return
      held.current = uid
      event.dataTransfer.setData(KIND, uid)
      event.dataTransfer.effectAllowed = 'move'
      const { left, top } = row.getBoundingClientRect()
      event.dataTransfer.setDragImage(row, event.clientX - left, event.clientY - top)
      row.dataset.dragged = 'true'
    },
    onDragOver: (event: DragEvent) => {
      if (aim(event) === null) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
    },
    onDragLeave: (event: DragEvent) => {
      const { currentTarget: list, relatedTarget } = event
      if (!(relatedTarget instanceof Node && list.contains(relatedTarget))) drawLine(list, [], null)
    },
    onDrop: (event: DragEvent) => {
      const target = aim(event)
      if (target === null) return
      event.preventDefault()
      end(event)
      if (target.to !== null) onMove(target.uid, target.to)
    },
    onDragEnd: end,
  }
}

export type RowDragEvents = ReturnType<typeof useRowDrag>
