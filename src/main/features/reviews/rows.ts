import { prepared, type Store } from '#main/store/database.ts'
import type { LocalText } from '#shared/model/common.ts'

/**
 * Rows of a statement kept under `name`. Texts that may be bilingual arrive as JSON: `parseText` reads them.
 *
 * Statements that join `item` do it by CROSS JOIN, which keeps SQLite from walking all items to find the few of one table.
 */
export function readRows<Row>(store: Store, name: string, sql: string, parameters: object = {}): Row[] {
  return prepared(store, `reviews.${name}`, () => store.sqlite.prepare<object, Row>(sql)).all(parameters)
}

/** A stored `LocalText`. */
export function parseText(json: string): LocalText {
  return JSON.parse(json) as LocalText
}
