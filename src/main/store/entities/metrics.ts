import { emptyMetric, emptyMetricPoint, MetricFields, MetricPointFields } from '#shared/model/metric.ts'
import { defineEntity } from '../entity.ts'
import { metric, metricPoint } from '../schema/metrics.ts'

export const metricEntity = defineEntity<MetricFields>({
  type: 'metric',
  fields: MetricFields,
  empty: emptyMetric,
  table: metric,
  title: (fields) => fields.title,
  searchText: (fields) => [fields.meaning],
})

export const metricPointEntity = defineEntity<MetricPointFields>({
  type: 'metricPoint',
  fields: MetricPointFields,
  empty: emptyMetricPoint,
  table: metricPoint,
  refs: { metricUid: { column: 'metricId', type: 'metric', onRemove: 'cascade' } },
  title: (fields) => String(fields.value),
  day: (fields) => fields.day,
  searchText: (fields) => [fields.note],
})
