import { z } from 'zod'
import type { Store } from './database.ts'
import { findRow, runSql } from './statements.ts'

/** A value that is kept under a name; null if there is none, or if it cannot be read any more. */
export function readSetting<Value>(store: Store, key: string, schema: z.ZodType<Value>): Value | null {
  const sql = 'SELECT value FROM setting WHERE key = ?'
  const row = findRow<{ value: unknown }>(store, sql, [key], { value: z.unknown() })
  return schema.safeParse(row?.value).data ?? null
}

/** Keeps a value under a name, in the transaction of the caller. It is no action that could be undone. */
export function saveSetting(store: Store, key: string, value: unknown): void {
  const sql = 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
  runSql(store, sql, [key, JSON.stringify(value)])
}
