import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findItems } from '#main/features/search/search-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { undo } from '#main/store/engine/undo.ts'
import { write } from '#main/store/engine/writer.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { metricEntity, metricPointEntity } from '#main/store/entities/metrics.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { createMetricPoint, getMetric, listMetricPoints, updateMetricPoint } from './metrics-store.ts'

const MANY = 10_000
const FIRST = '1999-01-01'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const countRows = (table: string) => store.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number

/** How many rows an action writes; the rows of each table of the search index count too. */
function rowsWritten(action: () => void): number {
  const changes = () => store.sqlite.prepare('SELECT total_changes()').pluck().get() as number
  const before = changes()
  action()
  return changes() - before
}

/** A metric with 10,000 values, one a day. */
function makeSeries(): string {
  const metricUid = add(store, metricEntity, { title: 'Lead time' })
  write(store, 'test.series', (w) => {
    for (let index = 0; index < MANY; index += 1)
      w.insert(metricPointEntity, { metricUid, day: addDays(FIRST, index), value: index, note: 'measured' })
  })
  return metricUid
}

/** The time of the fastest of several runs, so that other load on the machine does not matter. */
function fastest(work: () => void): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

describe('values of a metric', () => {
  it('are read in pages, newest first, those of one day in the order they came', () => {
    const metricUid = add(store, metricEntity, { title: 'NPS' })
    const other = add(store, metricEntity, { title: 'ROI' })
    for (const [day, value] of [
      ['2026-01-02', 2],
      ['2026-01-01', 1],
      ['2026-01-02', 3],
    ] as const)
      createMetricPoint(store, { fields: { metricUid, day, value } })
    createMetricPoint(store, { fields: { metricUid: other, day: '2026-01-03', value: 9 } })
    const read = (skip: number, limit: number) => {
      const { points, total } = listMetricPoints(store, { metricUid, skip, limit })
      return [points.map(({ value }) => value), total]
    }
    expect(read(0, 2)).toEqual([[3, 2], 3])
    expect(read(2, 2)).toEqual([[1], 3])
    expect(read(4, 2)).toEqual([[], 3])
  })

  it('are many without cost: any page, the metric, one more, the search', () => {
    const line = add(store, activityEntity, { title: 'Measured by hand', day: '2026-11-01' })
    const searched = countRows('item_text_docsize')
    const metricUid = makeSeries()
    expect(countRows('item_text_docsize')).toBe(searched + 1)
    const page = (skip: number) => listMetricPoints(store, { metricUid, skip, limit: 50 }).points
    expect(page(9_950).map(({ value }) => value)).toEqual(Array.from({ length: 50 }, (_, index) => 49 - index))
    for (const skip of [0, 5_000, 9_950]) expect(fastest(() => page(skip))).toBeLessThan(50)
    expect(fastest(() => getMetric(store, { uid: metricUid }))).toBeLessThan(50)
    expect(getMetric(store, { uid: metricUid })).toMatchObject({ points: MANY, current: MANY - 1, first: { value: 0 } })

    const search = { text: 'measured', order: 'relevance', limit: 10 } as const
    expect(findItems(store, search).items.map(({ uid }) => uid)).toEqual([line])
    const recent = { text: '', order: 'relevance', limit: 10 } as const
    expect(findItems(store, recent).items.map(({ uid }) => uid)).toEqual([metricUid, line])

    let uid = ''
    // The batch, the change, the item and its value.
    const fields = { metricUid, day: '2026-11-20', value: 1 }
    expect(rowsWritten(() => (uid = createMetricPoint(store, { fields }).uid))).toBe(4)
    expect(rowsWritten(() => updateMetricPoint(store, { uid, patch: { value: 2 } }))).toBe(4)
    undo(store)
    undo(store)
    expect(page(0)[0]?.value).toBe(MANY - 1)
  })
})
