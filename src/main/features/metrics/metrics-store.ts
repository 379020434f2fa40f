import { asc, eq } from 'drizzle-orm'
import type { Store } from '#main/store/database.ts'
import { refuseFutureDay } from '#main/store/days.ts'
import { metricEntity, metricPointEntity } from '#main/store/entities/metrics.ts'
import type { Patch } from '#main/store/entity.ts'
import { createItem, getItem, listItems, type Saved, updateItem, type View } from '#main/store/items.ts'
import { type MetricValues, metricValues } from '#main/store/metric-values.ts'
import { findItem } from '#main/store/rows.ts'
import { metric, metricPoint } from '#main/store/schema/metrics.ts'
import type { MetricView } from '#shared/contract/metrics.ts'
import type { MetricFields, MetricPointFields } from '#shared/model/metric.ts'

function withValues(view: View<MetricFields>, values: Map<string, MetricValues>): MetricView {
  const { points = 0, first = null, newest = null, current = null } = values.get(view.uid) ?? {}
  return { ...view, points, first, newest, current }
}

/** All metrics with their first, newest and present value. */
export function listMetrics(store: Store): MetricView[] {
  const values = metricValues(store)
  return listItems(store, metricEntity, { orderBy: [asc(metric.id)] }).map((view) => withValues(view, values))
}

/** One metric with its values. */
export function getMetric(store: Store, input: { uid: string }): MetricView {
  return withValues(getItem(store, metricEntity, input.uid), metricValues(store))
}

/** The values of one metric, oldest first. */
export function listMetricPoints(store: Store, input: { metricUid: string }): View<MetricPointFields>[] {
  const { id } = findItem(store, input.metricUid)
  return listItems(store, metricPointEntity, {
    where: eq(metricPoint.metricId, id),
    orderBy: [asc(metricPoint.day), asc(metricPoint.id)],
  })
}

/** Writes down a value on a day that is not in the future. */
export function createMetricPoint(
  store: Store,
  input: { uid?: string | undefined; fields: Patch<MetricPointFields> },
): Saved {
  refuseFutureDay(store, 'day', input.fields.day)
  return createItem(store, metricPointEntity, input)
}

/** Corrects a value. */
export function updateMetricPoint(store: Store, input: { uid: string; patch: Patch<MetricPointFields> }): Saved {
  refuseFutureDay(store, 'day', input.patch.day)
  return updateItem(store, metricPointEntity, input)
}
