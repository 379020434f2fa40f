import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ProjectFields } from '#shared/model/project.ts'
import { itemId } from './columns.ts'

export const project = sqliteTable('project', {
  id: itemId(),
  kind: text().$type<ProjectFields['kind']>().notNull(),
  title: text().notNull(),
  status: text().$type<ProjectFields['status']>().notNull(),
  responsibility: text().notNull(),
  stack: text().notNull(),
  repository: text().notNull(),
  url: text().notNull(),
  startDay: text(),
  endDay: text(),
  nextAction: text().notNull(),
  notes: text().notNull(),
})
