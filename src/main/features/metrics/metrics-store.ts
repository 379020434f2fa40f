import { asc, desc, inArray } from 'drizzle-orm'
import type { Store } from '#main/store/engine/database.ts'
import { refuseFutureDay } from '#main/store/engine/days.ts'
import {
  type Change,
  createItem,
  getItem,
  listItems,
  type Saved,
  updateItem,
  type View,
} from '#main/store/engine/items.ts'
import { requireItem } from '#main/store/engine/rows.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import { write } from '#main/store/engine/writer.ts'
import type { Patch } from '#main/store/entities/entity.ts'
import { metricEntity, metricPointEntity } from '#main/store/entities/metrics.ts'
import { computedMetrics, readValues } from '#main/store/facts/computed-metrics.ts'
import { metricValues } from '#main/store/facts/metric-values.ts'
import { metric, metricPoint } from '#main/store/schema/metrics.ts'
import type { MetricView } from '#shared/contract/metrics.ts'
import type { DatedValue, MetricFields, MetricPointFields } from '#shared/model/metric.ts'

/** Adds to a metric the facts about its values. */
function readViews(store: Store): (view: View<MetricFields>) => MetricView {
  const computed = computedMetrics(store)
  const values = metricValues(store, computed)
  return (view) => {
    const { points = 0, first = null, newest = null, current = null } = values.get(view.uid) ?? {}
    return { ...view, points, first, newest, current, computedFrom: computed.get(view.uid)?.from ?? [] }
  }
}

/** All metrics with their first, newest and present value. */
export function listMetrics(store: Store): MetricView[] {
  return listItems(store, metricEntity, { orderBy: [asc(metric.id)] }).map(readViews(store))
}

/** One metric with its values. */
export function getMetric(store: Store, input: { uid: string }): MetricView {
  return readViews(store)(getItem(store, metricEntity, input.uid))
}

const PAGE = 'SELECT id FROM metric_point WHERE metric_id = ? ORDER BY day DESC, id DESC LIMIT ? OFFSET ?'
const COUNT = 'SELECT count(*) AS total FROM metric_point WHERE metric_id = ?'

/**
 * A page of the values of one metric, newest first. It is found in the index alone, so a page far back costs hardly
 * more.
 */
export function listMetricPoints(
  store: Store,
  { metricUid, skip = 0, limit = 100 }: { metricUid: string; skip?: number; limit?: number },
): { points: View<MetricPointFields>[]; total: number } {
  const { id } = requireItem(store, metricUid)
  return store.sqlite.transaction(() => {
    const page = readRows<{ id: number }>(store, PAGE, [id, limit, skip]).map((row) => row.id)
    return {
      points: listItems(store, metricPointEntity, {
        where: inArray(metricPoint.id, page),
        orderBy: [desc(metricPoint.day), desc(metricPoint.id)],
      }),
      total: findRow<{ total: number }>(store, COUNT, [id])?.total ?? 0,
    }
  })()
}

/** Every recorded value of a metric, oldest first, without notes: shows which values exist before many are added. */
export function listRecorded(store: Store, { metricUid }: { metricUid: string }): DatedValue[] {
  return readValues(store, requireItem(store, metricUid).id)
}

/** Records a value on a day that is not in the future. */
export function createMetricPoint(
  store: Store,
  input: { uid?: string | undefined; fields: Patch<MetricPointFields> },
): Saved {
  refuseFutureDay(store, 'day', input.fields.day)
  return createItem(store, metricPointEntity, input)
}

/** Corrects a value. */
export function updateMetricPoint(store: Store, input: Change<MetricPointFields>): Saved {
  refuseFutureDay(store, 'day', input.patch.day)
  return updateItem(store, metricPointEntity, input)
}

const SAME = 'SELECT 1 AS found FROM metric_point WHERE metric_id = ? AND day = ? AND value = ? LIMIT 1'

/** Adds those of the given values that the metric does not have yet, as one undoable action. */
export function pasteMetricPoints(
  store: Store,
  { metricUid, values }: { metricUid: string; values: Omit<MetricPointFields, 'metricUid'>[] },
): { count: number; batchId: number } {
  for (const [index, { day }] of values.entries()) refuseFutureDay(store, `values.${index}.day`, day)
  const { result: count, batchId } = write(store, 'metricPoint.paste', (w) => {
    const { id } = requireItem(store, metricUid)
    const isNew = ({ day, value }: { day: string; value: number }) => findRow(store, SAME, [id, day, value]) === null
    let added = 0
    for (const point of values) {
      if (!isNew(point)) continue
      w.insert(metricPointEntity, { metricUid, ...point })
      added += 1
    }
    return added
  })
  return { count, batchId }
}
