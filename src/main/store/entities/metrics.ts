import { metric, metricPoint } from '#main/store/schema/metrics.ts'
import { metricModel, metricPointModel } from '#shared/model/metric.ts'
import { defineEntity } from './entity.ts'

export const metricEntity = defineEntity(metricModel, {
  table: metric,
  title: (fields) => fields.title,
  searchText: (fields) => [fields.meaning],
})

export const metricPointEntity = defineEntity(metricPointModel, {
  table: metricPoint,
  isSearched: false,
  refs: { metricUid: { column: 'metricId', type: 'metric', onRemove: 'cascade' } },
  title: (fields) => String(fields.value),
  day: (fields) => fields.day,
})
