import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LoadEntryFields } from '#shared/model/load.ts'
import { itemId } from './columns.ts'

export const loadEntry = sqliteTable(
  'load_entry',
  {
    id: itemId(),
    week: text().notNull(),
    operations: integer().notNull(),
    learning: integer().notNull(),
    strategy: integer().notNull(),
    freedMinutes: integer(),
    outcome: text().$type<LoadEntryFields['outcome']>(),
    notes: text().notNull(),
  },
  (table) => [index('load_entry_week').on(table.week)],
)
