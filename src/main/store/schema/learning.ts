import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LearningFields } from '#shared/model/learning.ts'
import { itemId, json } from './columns.ts'

export const learning = sqliteTable('learning', {
  id: itemId(),
  kind: text().$type<LearningFields['kind']>().notNull(),
  title: text().notNull(),
  provider: text().notNull(),
  url: text().notNull(),
  status: text().$type<LearningFields['status']>().notNull(),
  progress: integer().notNull(),
  startDay: text(),
  endDay: text(),
  cost: json<LearningFields['cost']>(),
  plannedHours: real(),
  catalogueKey: text(),
  notes: text().notNull(),
})
