import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { metricEntity, metricPointEntity } from '#main/store/entities/metrics.ts'
import { createItem, getItem, removeItem, updateItem } from '#main/store/items.ts'
import { metricPoints, metrics } from '#shared/contract/metrics.ts'
import { createMetricPoint, getMetric, listMetricPoints, listMetrics, updateMetricPoint } from './metrics-store.ts'

const metricsOs = implement(metrics).$context<StoreContext>()
const pointsOs = implement(metricPoints).$context<StoreContext>()

export const metricsHandlers = metricsOs.router({
  list: metricsOs.list.handler(({ context }) => listMetrics(context.store)),
  get: metricsOs.get.handler(({ context, input }) => getMetric(context.store, input)),
  create: metricsOs.create.handler(({ context, input }) => createItem(context.store, metricEntity, input)),
  update: metricsOs.update.handler(({ context, input }) => updateItem(context.store, metricEntity, input)),
  remove: metricsOs.remove.handler(({ context, input }) => removeItem(context.store, metricEntity, input)),
})

export const metricPointsHandlers = pointsOs.router({
  list: pointsOs.list.handler(({ context, input }) => listMetricPoints(context.store, input)),
  get: pointsOs.get.handler(({ context, input }) => getItem(context.store, metricPointEntity, input.uid)),
  create: pointsOs.create.handler(({ context, input }) => createMetricPoint(context.store, input)),
  update: pointsOs.update.handler(({ context, input }) => updateMetricPoint(context.store, input)),
  remove: pointsOs.remove.handler(({ context, input }) => removeItem(context.store, metricPointEntity, input)),
})
