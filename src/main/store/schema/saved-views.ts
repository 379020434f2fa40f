import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SavedViewFields } from '#shared/model/saved-view.ts'
import { itemId, json } from './columns.ts'

export const savedView = sqliteTable('saved_view', {
  id: itemId(),
  title: text().notNull(),
  page: text().notNull(),
  query: json<SavedViewFields['query']>().notNull(),
})
