import type { ListGeometry } from '#renderer/ui/list-geometry.ts'
import { type DayOrder, dayIndexOf, lastDay } from '#shared/domain/calendar/day-order.ts'

/** Pixels of a row, and of the heading of a day, which is part of the row of its first entry. */
export const LINE_HEIGHT = 34
export const HEADING_HEIGHT = 40

/** Whether a row is the first of its day. */
const isFirstOfDay = (order: DayOrder, row: number): boolean => order.days[dayIndexOf(order, row)]?.first === row

/** Geometry of a list whose rows stand under headings of days. */
export function dayGeometry(order: DayOrder): ListGeometry {
  const { days, count } = order
  const topOfDay = (index: number) => (days[index]?.first ?? 0) * LINE_HEIGHT + index * HEADING_HEIGHT
  const dayAt = (top: number) =>
    Math.max(
      0,
      lastDay(order, (_, index) => topOfDay(index) <= top),
    )
  const headingOf = (row: number) => (isFirstOfDay(order, row) ? HEADING_HEIGHT : 0)
  return {
    count,
    total: count * LINE_HEIGHT + days.length * HEADING_HEIGHT,
    topOf: (row) => row * LINE_HEIGHT + (dayIndexOf(order, row) + 1) * HEADING_HEIGHT - headingOf(row),
    heightOf: (row) => LINE_HEIGHT + headingOf(row),
    rowAt: (top) => {
      const index = dayAt(top)
      const inDay = Math.floor((top - topOfDay(index) - HEADING_HEIGHT) / LINE_HEIGHT)
      const { first = 0, lines = 0 } = days[index] ?? {}
      return Math.max(0, first + Math.max(0, Math.min(lines - 1, inDay)))
    },
  }
}
