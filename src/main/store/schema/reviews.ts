import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ReviewFields } from '#shared/model/review.ts'
import { itemId, itemRef, json } from './columns.ts'

export const review = sqliteTable(
  'review',
  {
    id: itemId(),
    periodStart: text().notNull(),
    periodEnd: text().notNull(),
    status: text().$type<ReviewFields['status']>().notNull(),
    revision: integer().notNull(),
    replacesId: itemRef(),
    answers: json<ReviewFields['answers']>().notNull(),
    focus: json<ReviewFields['focus']>().notNull(),
    signedAt: integer(),
    snapshot: json<ReviewFields['snapshot']>(),
  },
  (table) => [index('review_period').on(table.periodEnd)],
)
