import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PersonFields } from '#shared/model/person.ts'
import { itemId } from './columns.ts'

export const person = sqliteTable('person', {
  id: itemId(),
  name: text().notNull(),
  role: text().$type<PersonFields['role']>().notNull(),
  position: text().notNull(),
  company: text().notNull(),
  contact: text().notNull(),
  cadenceDays: integer(),
  notes: text().notNull(),
})
