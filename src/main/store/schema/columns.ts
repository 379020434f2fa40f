import { customType, integer } from 'drizzle-orm/sqlite-core'
import type { LocalText } from '#shared/model/common.ts'
import { item } from './item.ts'

/** JSON kept as text; SQL NULL stays null in both directions, also through placeholders. */
export const json = <T>() =>
  customType<{ data: T; driverData: string | null }>({
    dataType: () => 'text',
    toDriver: (value) => (value === null ? null : JSON.stringify(value)),
    fromDriver: (value) => JSON.parse(value as string) as T,
  })()

/** A `LocalText` as JSON: a quoted string, or an object with both languages. */
export const localText = () => json<LocalText>()

/** A boolean as 0 or 1, also through placeholders. */
export const flag = () =>
  customType<{ data: boolean; driverData: number }>({
    dataType: () => 'integer',
    toDriver: (value) => (value ? 1 : 0),
    fromDriver: (value) => value === 1,
  })()

/** The primary key every entity's table shares with its row in `item`. */
export const itemId = () =>
  integer()
    .primaryKey()
    .references(() => item.id, { onDelete: 'cascade' })

/** A reference to another item's row. */
export const itemRef = () => integer().references(() => item.id)
