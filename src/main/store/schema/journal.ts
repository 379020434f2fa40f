import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ActivityFields } from '#shared/model/activity.ts'
import { flag, itemId } from './columns.ts'

export const activity = sqliteTable(
  'activity',
  {
    id: itemId(),
    kind: text().$type<ActivityFields['kind']>(),
    title: text().notNull(),
    day: text().notNull(),
    minutes: integer().notNull(),
    notes: text().notNull(),
    inbox: flag().notNull(),
    visibilityKind: text().$type<ActivityFields['visibilityKind']>(),
    visibleTo: text().$type<ActivityFields['visibleTo']>(),
    /** `YYYY-MM` of the day, for the covering index of the year's facts. */
    month: text().generatedAlwaysAs(sql`substr(day, 1, 7)`, { mode: 'virtual' }),
  },
  (table) => [
    // The order of the journal; with kind and minutes, so that the entries a filter finds are counted without reading
    // them.
    index('activity_day').on(table.day, table.id, table.kind, table.minutes),
    index('activity_kind_day').on(table.kind, table.day, table.id),
    index('activity_month_kind').on(table.month, table.kind, table.minutes),
    index('activity_inbox').on(table.inbox, table.day, table.id, table.minutes).where(sql`inbox = 1`),
  ],
)
