import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AchievementFields } from '#shared/model/achievement.ts'
import { itemId, json } from './columns.ts'

export const achievement = sqliteTable('achievement', {
  id: itemId(),
  title: text().notNull(),
  day: text().notNull(),
  situation: text().notNull(),
  task: text().notNull(),
  action: text().notNull(),
  result: text().notNull(),
  audience: json<AchievementFields['audience']>().notNull(),
  scope: text().$type<AchievementFields['scope']>().notNull(),
  peopleLed: integer(),
  metricName: text().notNull(),
  metricBaseline: real(),
  metricResult: real(),
  metricUnit: text().notNull(),
  myShare: real(),
  roleShift: json<AchievementFields['roleShift']>().notNull(),
})
