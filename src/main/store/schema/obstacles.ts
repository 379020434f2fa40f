import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ExperimentFields, ObstacleFields } from '#shared/model/obstacle.ts'
import { itemId, itemRef, localText } from './columns.ts'

export const obstacle = sqliteTable('obstacle', {
  id: itemId(),
  key: text(),
  title: localText().notNull(),
  description: localText().notNull(),
  status: text().$type<ObstacleFields['status']>().notNull(),
  notes: text().notNull(),
})

export const experiment = sqliteTable(
  'experiment',
  {
    id: itemId(),
    key: text(),
    obstacleId: itemRef().notNull(),
    title: localText().notNull(),
    hypothesis: localText().notNull(),
    action: localText().notNull(),
    indicator: localText().notNull(),
    reviewAfterDays: integer().notNull(),
    startDay: text(),
    reviewDay: text(),
    verdict: text().$type<ExperimentFields['verdict']>(),
    verdictDay: text(),
    lesson: text().notNull(),
  },
  (table) => [index('experiment_obstacle').on(table.obstacleId)],
)
