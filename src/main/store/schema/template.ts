import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { itemId, itemRef, json } from './columns.ts'

export const planTemplate = sqliteTable('plan_template', {
  id: itemId(),
  planId: itemRef().notNull(),
  shape: integer().notNull(),
  content: json<Record<string, unknown>>().notNull(),
})
