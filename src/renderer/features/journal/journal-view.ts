import type { DrawnRows } from '#renderer/ui/list-geometry.ts'
import type { ActivityLine, JournalFilter } from '#shared/contract/journal.ts'
import { type DayOrder, dayIndexOf, windowOf } from '#shared/domain/calendar/day-order.ts'

/**
 * What a filter found at one moment: the place of every entry. The entries themselves are read for this view page by
 * page.
 */
export interface JournalView {
  /** Identifies this reading. */
  stamp: string
  filter: JournalFilter
  order: DayOrder
}

/** Entries per page; only a few of them are visible at a time. */
export const PAGE_SIZE = 50

/** Pages that hold the rows from `start` to `end` (not included). */
export function pagesOf(start: number, end: number): number[] {
  const first = Math.floor(start / PAGE_SIZE)
  return Array.from({ length: Math.max(0, Math.ceil(end / PAGE_SIZE) - first) }, (_, index) => first + index)
}

/** Pages that hold the drawn rows and the active one. */
export const pagesDrawn = ({ start, end, active }: DrawnRows): number[] => [
  ...new Set([...pagesOf(start, end), ...pagesOf(active, active + 1)]),
]

/** The request for the rows from `start` to `end` (not included); null if there are none. */
export function requestOf({ order, filter }: JournalView, start: number, end: number) {
  const window = windowOf(order, start, end)
  if (window === null) return null
  const { from, to, skip, limit } = window
  return { filter: { ...filter, from, to }, skip, limit }
}

/** The entries of a view that were read, by page. */
export type Pages = ReadonlyMap<number, readonly ActivityLine[]>

export const lineAt = (pages: Pages, row: number): ActivityLine | undefined =>
  pages.get(Math.floor(row / PAGE_SIZE))?.[row % PAGE_SIZE]

/** The row of an entry among those that were read; null if it is not among them. */
export function rowOf(pages: Pages, uid: string): number | null {
  for (const [page, lines] of pages) {
    const index = lines.findIndex((line) => line.uid === uid)
    if (index >= 0) return page * PAGE_SIZE + index
  }
  return null
}

/**
 * Roughly where a row is after entries were added or removed: at the same distance from the beginning of its day, or
 * where the day was. If the last entry of a day is gone, its row goes to the first entry of the next day. Exact unless
 * something changed on that very day.
 */
export function placeAfter(before: DayOrder, after: DayOrder, row: number): number {
  const day = before.days[dayIndexOf(before, row)]
  if (day === undefined) return 0
  const same = after.days.find((one) => one.day <= day.day)
  if (same === undefined) return Math.max(0, after.count - 1)
  const within = same.day === day.day ? Math.min(row - day.first, same.lines) : 0
  return Math.min(same.first + within, after.count - 1)
}
