import { index, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MetricFields } from '#shared/model/metric.ts'
import { itemId, itemRef, localText } from './columns.ts'

export const metric = sqliteTable('metric', {
  id: itemId(),
  key: text(),
  title: localText().notNull(),
  meaning: localText().notNull(),
  unit: localText().notNull(),
  direction: text().$type<MetricFields['direction']>().notNull(),
})

export const metricPoint = sqliteTable(
  'metric_point',
  {
    id: itemId(),
    metricId: itemRef().notNull(),
    day: text().notNull(),
    value: real().notNull(),
    note: text().notNull(),
  },
  (table) => [index('metric_point_metric').on(table.metricId, table.day)],
)
