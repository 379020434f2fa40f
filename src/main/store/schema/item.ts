import { customType, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LocalText } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'

const title = customType<{ data: LocalText; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value) as LocalText,
})

/**
 * One row for every item of the workspace, whatever its type: its identity, and what is needed to show it in a list of
 * links or search results without knowing its own table. Entity tables share the primary key.
 */
export const item = sqliteTable(
  'item',
  {
    /** Order of entry. An id is never given to another item, so a restored item gets its old place. */
    id: integer().primaryKey({ autoIncrement: true }),
    uid: text().notNull().unique(),
    type: text().$type<ItemType>().notNull(),
    title: title().notNull(),
    /** The day the item is about, where it has one. */
    day: text(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [index('item_type').on(table.type, table.id)],
)

/**
 * What an item is about (`link`) or is backed by (`evidence`). An activity's day and minutes are copied here so that hours
 * by skill, project or person come from one covering index instead of a join over wide rows.
 */
export const link = sqliteTable(
  'link',
  {
    sourceId: integer()
      .notNull()
      .references(() => item.id, { onDelete: 'cascade' }),
    role: text().$type<LinkRole>().notNull(),
    targetId: integer()
      .notNull()
      .references(() => item.id, { onDelete: 'cascade' }),
    targetType: text().$type<ItemType>().notNull(),
    day: text(),
    minutes: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.sourceId, table.role, table.targetId] }),
    index('link_target').on(table.targetType, table.targetId, table.day, table.minutes),
    index('link_target_source').on(table.targetId, table.sourceId),
  ],
)

/** What a linked item is to the item that links to it; each field of links has a role of its own. */
export type LinkRole = 'link' | 'evidence' | 'stakeholder'

export const itemTag = sqliteTable(
  'item_tag',
  {
    itemId: integer()
      .notNull()
      .references(() => item.id, { onDelete: 'cascade' }),
    tag: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.tag] }), index('item_tag_tag').on(table.tag, table.itemId)],
)

/** One user action: the changes that are undone together. */
export const batch = sqliteTable('batch', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  /** Message key of what was done, for "Undo: ...". */
  label: text().notNull(),
  origin: text().$type<BatchOrigin>().notNull(),
  /** 1 while in effect, 0 once undone; always 0 for batches that are not an action of the person. */
  effective: integer().notNull(),
  /** 0 for what cannot be undone, such as signing a review. */
  undoable: integer().notNull(),
  /** The batch an undo or redo acted on. */
  targetId: integer(),
})
/** `upgrade`: what Kurs itself adds to an older workspace; like an undo, it is not an action that can be undone. */
export type BatchOrigin = 'user' | 'undo' | 'redo' | 'import' | 'upgrade'

/**
 * The item as it was before a change; null = it did not exist. The state afterwards is the `before` of the item's next
 * change, or its present row, so it is not stored twice.
 */
export const change = sqliteTable(
  'change',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    batchId: integer()
      .notNull()
      .references(() => batch.id),
    itemUid: text().notNull(),
    type: text().$type<ItemType>().notNull(),
    before: text(),
    /** The row id of a removed item: its place in every order by entry. */
    itemId: integer(),
    /** Version of the shape `before` has: an undo lifts it to today's. */
    shape: integer().notNull().default(1),
  },
  (table) => [index('change_batch').on(table.batchId), index('change_item').on(table.itemUid)],
)

/**
 * When a field of an imported item was last changed in the workspace it came from, whose history was not imported.
 * Changes made here since are in `change` and take precedence.
 */
export const importedChange = sqliteTable(
  'imported_change',
  { itemUid: text().notNull(), field: text().notNull(), at: integer().notNull() },
  (table) => [primaryKey({ columns: [table.itemUid, table.field] })],
)

/** Preferences that belong to the workspace: language, theme, first day of the week. Not part of undo. */
export const setting = sqliteTable('setting', { key: text().primaryKey(), value: text().notNull() })
