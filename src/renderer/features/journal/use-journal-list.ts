import { type QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Api, type Client, useApi } from '#renderer/lib/api.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import type { DrawnRows } from '#renderer/ui/list-geometry.ts'
import type { ActivityLine, JournalFilter } from '#shared/contract/journal.ts'
import { toDayOrder } from '#shared/domain/calendar/day-order.ts'
import {
  type JournalView,
  lineAt,
  PAGE_SIZE,
  type Pages,
  pagesDrawn,
  pagesOf,
  placeAfter,
  requestOf,
  rowOf,
} from './journal-view.ts'

/** How long entries are kept in memory after they left the screen, in milliseconds. */
const KEPT = 30_000

/** The entries of one page of a view. They never change, because every change makes a new view. */
const pageQuery = (client: Client, view: JournalView, page: number) => ({
  queryKey: ['journal', 'lines', view.stamp, page],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<ActivityLine[]> => {
    const request = requestOf(view, page * PAGE_SIZE, (page + 1) * PAGE_SIZE)
    return request === null ? [] : (await client.journal.page(request, { signal })).lines
  },
  staleTime: 'static' as const,
  gcTime: KEPT,
})

/** The pages of a view that hold the drawn rows, as far as they are read. */
function usePages(view: JournalView | null, rows: DrawnRows) {
  const { client } = useApi()
  const wanted = view === null ? [] : pagesDrawn(rows)
  const results = useQueries({ queries: view === null ? [] : wanted.map((page) => pageQuery(client, view, page)) })
  const pages: Pages = new Map(results.flatMap(({ data }, index) => (data ? [[wanted[index] ?? -1, data]] : [])))
  const failed = results.find(({ isError }) => isError)
  return { pages, isComplete: pages.size === wanted.length, failed }
}

/** The rows drawn before a list is there. */
const FIRST_ROWS: DrawnRows = { first: 0, start: 0, end: PAGE_SIZE, active: 0 }

/** Milliseconds between two reads while the list is scrolled far. */
const PAUSE = 80

/** The rows to read: the drawn ones, but not every row that a long scroll passes. */
function useRead() {
  const [rows, setRows] = useState<DrawnRows>(FIRST_ROWS)
  const last = useRef({ start: 0, at: 0, timer: 0 })
  const read = useCallback((next: DrawnRows) => {
    const take = () => {
      Object.assign(last.current, { start: next.start, at: performance.now() })
      setRows(next)
    }
    clearTimeout(last.current.timer)
    const isFar = Math.abs(next.start - last.current.start) > 2 * PAGE_SIZE
    if (isFar && performance.now() - last.current.at < PAUSE) last.current.timer = window.setTimeout(take, PAUSE)
    else take()
  }, [])
  useEffect(() => () => clearTimeout(last.current.timer), [])
  return { rows, read, setRows }
}

/** The shown view, and where the rows of the former view are in it. */
interface Shown {
  view: JournalView
  placeOf: (row: number) => number
}

const isSameFilter = (a: JournalFilter, b: JournalFilter) => JSON.stringify(a) === JSON.stringify(b)

/** The visible rows of one view as rows of another. */
function rowsAfter(before: JournalView, after: JournalView, rows: DrawnRows): DrawnRows {
  const place = (row: number) => placeAfter(before.order, after.order, row)
  const start = place(rows.start)
  const end = Math.min(start + rows.end - rows.start, after.order.count)
  return { first: place(rows.first), start, end, active: place(rows.active) }
}

/**
 * The entries that a filter finds, as a list of known length of which only the drawn rows are read. After a change only
 * the days are counted and the visible rows read again; until both have arrived, the list stays as it was.
 */
export function useJournalList(filter: JournalFilter) {
  const { client, query } = useApi()
  const queryClient = useQueryClient()
  const days = useQuery({
    queryKey: [...query.journal.days.queryKey({ input: { filter } }), 'view'],
    queryFn: async ({ signal }): Promise<JournalView> => ({
      stamp: newUid(),
      filter,
      order: toDayOrder(await client.journal.days({ filter }, { signal })),
    }),
    structuralSharing: false,
  })
  const { rows, read, setRows } = useRead()
  const [shown, setShown] = useState<Shown | null>(null)
  const now = usePages(shown?.view ?? null, rows)
  const newest = days.data ?? null
  const next = newest === null || newest.stamp === shown?.view.stamp ? null : newest
  const isSame = next !== null && shown !== null && isSameFilter(next.filter, shown.view.filter)
  const nextRows = isSame ? rowsAfter(shown.view, next, rows) : FIRST_ROWS
  const coming = usePages(next, nextRows)
  if (next !== null && coming.isComplete) {
    setShown({ view: next, placeOf: isSame ? placesAfter(shown.view, next, now.pages, coming.pages) : () => 0 })
    setRows(nextRows)
  }
  const locate = (uid: string) =>
    shown === null ? Promise.resolve(null) : locateLine({ queryClient, client, query }, shown.view, uid)
  return {
    days,
    view: shown?.view ?? null,
    placeOf: shown?.placeOf ?? ((row: number) => row),
    pages: now.pages,
    /** A page whose reading failed. */
    failed: now.failed ?? coming.failed,
    rows,
    read,
    locate,
  }
}
export type JournalListState = ReturnType<typeof useJournalList>

/** Where rows of a view are in the next one: exact for an entry that is still on its day. */
function placesAfter(before: JournalView, after: JournalView, read: Pages, coming: Pages): (row: number) => number {
  return (row) => {
    const line = lineAt(read, row)
    const found = line === undefined ? null : rowOf(coming, line.uid)
    if (found !== null && lineAt(coming, found)?.day === line?.day) return found
    return placeAfter(before.order, after.order, row)
  }
}

/** The row of an entry in a view, whether or not it was read; null if the view does not have it. */
async function locateLine(
  { queryClient, client, query }: Api & { queryClient: QueryClient },
  view: JournalView,
  uid: string,
): Promise<number | null> {
  const line = await queryClient.fetchQuery(query.journal.get.queryOptions({ input: { uid } }))
  const day = view.order.days.find((one) => one.day === line.day)
  if (day === undefined) return null
  for (const page of pagesOf(day.first, day.first + day.lines)) {
    const lines = await queryClient.fetchQuery(pageQuery(client, view, page))
    const index = lines.findIndex((one) => one.uid === uid)
    if (index >= 0) return page * PAGE_SIZE + index
  }
  return null
}
