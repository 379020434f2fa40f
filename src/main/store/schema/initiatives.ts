import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { InitiativeFields } from '#shared/model/initiative.ts'
import { itemId, itemRef, json } from './columns.ts'

export const initiative = sqliteTable('initiative', {
  id: itemId(),
  catalogueKey: text(),
  title: text().notNull(),
  hypothesis: text().notNull(),
  status: text().notNull(),
  metricId: itemRef(),
  expectedChange: real(),
  impact: integer(),
  confidence: integer(),
  ease: integer(),
  ownerId: itemRef(),
  startDay: text(),
  endDay: text(),
  lesson: text().notNull(),
  retros: json<InitiativeFields['retros']>().notNull().default([]),
  notes: text().notNull(),
})
