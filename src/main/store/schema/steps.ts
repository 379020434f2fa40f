import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { itemId } from './columns.ts'

export const step = sqliteTable('step', {
  id: itemId(),
  title: text().notNull(),
  status: text().notNull(),
  week: text().notNull(),
  minutes: integer(),
  endDay: text(),
  reason: text().notNull(),
  suggestedBy: text(),
  notes: text().notNull(),
})
