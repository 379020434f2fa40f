import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { itemId, itemRef } from './columns.ts'

export const attachment = sqliteTable(
  'attachment',
  {
    id: itemId(),
    ownerId: itemRef().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    hash: text().notNull(),
  },
  (table) => [index('attachment_owner').on(table.ownerId), index('attachment_hash').on(table.hash)],
)
