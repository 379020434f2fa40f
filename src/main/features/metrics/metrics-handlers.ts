import { implement } from '@orpc/server'
import { crudHandlers } from '#main/features/crud-handlers.ts'
import type { StoreContext } from '#main/store/engine/database.ts'
import { metricEntity, metricPointEntity } from '#main/store/entities/metrics.ts'
import { metricPoints, metrics } from '#shared/contract/metrics.ts'
import { listSeries } from './metric-series.ts'
import {
  createMetricPoint,
  getMetric,
  listMetricPoints,
  listMetrics,
  listRecorded,
  pasteMetricPoints,
  updateMetricPoint,
} from './metrics-store.ts'

const metricsOs = implement(metrics).$context<StoreContext>()
const pointsOs = implement(metricPoints).$context<StoreContext>()

export const metricsHandlers = {
  ...crudHandlers(metrics, metricEntity),
  list: metricsOs.list.handler(({ context }) => listMetrics(context.store)),
  get: metricsOs.get.handler(({ context, input }) => getMetric(context.store, input)),
  series: metricsOs.series.handler(({ context, input }) => listSeries(context.store, input)),
}

export const metricPointsHandlers = {
  ...crudHandlers(metricPoints, metricPointEntity),
  list: pointsOs.list.handler(({ context, input }) => listMetricPoints(context.store, input)),
  create: pointsOs.create.handler(({ context, input }) => createMetricPoint(context.store, input)),
  update: pointsOs.update.handler(({ context, input }) => updateMetricPoint(context.store, input)),
  recorded: pointsOs.recorded.handler(({ context, input }) => listRecorded(context.store, input)),
  paste: pointsOs.paste.handler(({ context, input }) => pasteMetricPoints(context.store, input)),
}
