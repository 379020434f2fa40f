import type { DrawnRows } from '#renderer/ui/list-geometry.ts'
import type { ActivityLine, JournalFilter } from '#shared/contract/journal.ts'
import { type DayOrder, dayIndexOf, windowOf } from '#shared/domain/calendar/day-order.ts'

/** What a filter found at one moment: where every line stands. The lines themselves are read for this view, page by page. */
export interface JournalView {
  /** Of this reading alone. */
  stamp: string
  filter: JournalFilter
  order: DayOrder
}

/** Lines of a page: a few of them are in sight at a time. */
export const PAGE_SIZE = 50

/** Pages that hold the rows from one to another (not included). */
export function pagesOf(start: number, end: number): number[] {
  const first = Math.floor(start / PAGE_SIZE)
  return Array.from({ length: Math.max(0, Math.ceil(end / PAGE_SIZE) - first) }, (_, index) => first + index)
}

/** Pages that hold what is drawn. */
export const pagesDrawn = ({ start, end, active }: DrawnRows): number[] => [
  ...new Set([...pagesOf(start, end), ...pagesOf(active, active + 1)]),
]

/** How the lines from one place to another (not included) are asked for; null where there are none. */
export function requestOf({ order, filter }: JournalView, start: number, end: number) {
  const window = windowOf(order, start, end)
  if (window === null) return null
  const { from, to, skip, limit } = window
  return { filter: { ...filter, from, to }, skip, limit }
}

/** Lines of a view as far as they were read, by their page. */
export type Pages = ReadonlyMap<number, readonly ActivityLine[]>

export const lineAt = (pages: Pages, row: number): ActivityLine | undefined =>
  pages.get(Math.floor(row / PAGE_SIZE))?.[row % PAGE_SIZE]

/** Where a line stands among the lines that were read; null when it is not among them. */
export function rowOf(pages: Pages, uid: string): number | null {
  for (const [page, lines] of pages) {
    const index = lines.findIndex((line) => line.uid === uid)
    if (index >= 0) return page * PAGE_SIZE + index
  }
  return null
}

/**
 * About where a place is after lines came and went: as far from the beginning of its day as before, or where the day was; what was
 * the last of its day, and is gone, gives its place to the first of the next. Exact unless something changed on the very day.
 */
export function placeAfter(before: DayOrder, after: DayOrder, row: number): number {
  const day = before.days[dayIndexOf(before, row)]
  if (day === undefined) return 0
  const same = after.days.find((one) => one.day <= day.day)
  if (same === undefined) return Math.max(0, after.count - 1)
  const within = same.day === day.day ? Math.min(row - day.first, same.lines) : 0
  return Math.min(same.first + within, after.count - 1)
}
