import { type DragEvent, useRef } from 'react'
import { rowOf } from '#renderer/ui/use-row-focus.ts'
import { type InitiativeStatus, STATUSES } from './board-columns.ts'

/** Media type of a dragged card, which no other program and no field accepts. */
const KIND = 'application/x-kurs-card'

const columnOf = ({ target }: DragEvent): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null

/**
 * Cards (`data-row`, `draggable`) that are dragged to another column (`data-column`) by the browser's own drag and
 * drop. Marks follow the pointer, so they are no React state.
 */
export function useCardDrag(onMove: (uid: string, status: InitiativeStatus) => void) {
  const held = useRef<string | null>(null)
  const mark = ({ currentTarget }: DragEvent, column: HTMLElement | null) => {
    for (const marked of currentTarget.querySelectorAll<HTMLElement>('[data-target]')) delete marked.dataset.target
    if (column !== null) column.dataset.target = 'true'
  }
  const end = (event: DragEvent) => {
    held.current = null
    mark(event, null)
    for (const card of event.currentTarget.querySelectorAll<HTMLElement>('[data-dragged]')) delete card.dataset.dragged
  }
  return {
    onDragStart: (event: DragEvent) => {
      const uid = rowOf(event.target)
      const card = (event.target as Element).closest<HTMLElement>('[data-row]')
      if (uid === null || card === null) return
      held.current = uid
      event.dataTransfer.setData(KIND, uid)
      event.dataTransfer.effectAllowed = 'move'
      card.dataset.dragged = 'true'
    },
    onDragOver: (event: DragEvent) => {
      const column = held.current === null ? null : columnOf(event)
      mark(event, column)
      if (column === null) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
    },
    onDrop: (event: DragEvent) => {
      const uid = held.current
      const column = columnOf(event)?.dataset.column
      const status = STATUSES.find((one) => one === column)
      if (uid === null || status === undefined) return
      event.preventDefault()
      end(event)
      onMove(uid, status)
    },
    onDragEnd: end,
  }
}
