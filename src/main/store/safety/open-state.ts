import type { Sqlite } from '#main/store/engine/database.ts'
import { hasTable, schemaOf } from './integrity.ts'

/**
 * Newest entry of the history and its instant. The instant is needed because after a restore the same numbers are used
 * again.
 */
export interface LastBatch {
  id: number
  at: number
}

export const isSameBatch = (a: LastBatch, b: LastBatch): boolean => a.id === b.id && a.at === b.at

/** The newest entry of the history; zeros = nothing was ever done. */
export function lastBatchOf(sqlite: Sqlite): LastBatch {
  const newest = hasTable(sqlite, 'batch')
    ? sqlite.prepare<[], LastBatch>('SELECT id, at FROM batch ORDER BY id DESC LIMIT 1').get()
    : undefined
  return newest ?? { id: 0, at: 0 }
}

/** Facts that tell a database from others, cheap enough to read before each backup. */
export interface OpenState {
  /** Number of migrations it has seen. */
  schema: number
  tables: string[]
  lastBatch: LastBatch
  /** Rows of `item`. */
  items: number
}

/** Reads the facts that tell the database of this connection from others. */
export function describeState(sqlite: Sqlite): OpenState {
  const names = sqlite.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  const items = hasTable(sqlite, 'item') ? sqlite.prepare<[], number>('SELECT count(*) FROM item').pluck().get() : 0
  return { schema: schemaOf(sqlite), tables: names, lastBatch: lastBatchOf(sqlite), items: items ?? 0 }
}

/**
 * Why `found` cannot be the database that was in the state `expected` a moment ago, null when it can: data may have
 * been added since, but none may be missing.
 */
export function differenceTo(expected: OpenState, found: OpenState): string | null {
  if (found.schema !== expected.schema) return `schema ${found.schema} instead of ${expected.schema}`
  const missing = expected.tables.find((table) => !found.tables.includes(table))
  if (missing !== undefined) return `the table ${missing} is missing`
  const [before, after] = [expected.lastBatch, found.lastBatch]
  if (isSameBatch(before, after) ? found.items !== expected.items : after.id <= before.id)
    return 'it holds another state'
  return null
}
