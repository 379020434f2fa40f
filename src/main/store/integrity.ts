import Database from 'better-sqlite3'
import type { Sqlite } from './database.ts'
import { isDamage } from './failures.ts'

/** Lines that `integrity_check` answers at most; one is enough to know. */
const LINES = 20

const checkLines = (sqlite: Sqlite, pragma: 'quick_check' | 'integrity_check'): string[] => {
  const rows = sqlite.pragma(`${pragma}(${LINES})`) as Record<string, string>[]
  const lines = rows.map((row) => String(Object.values(row)[0]))
  return lines.length === 1 && lines[0] === 'ok' ? [] : lines
}

/**
 * What is wrong with an open database; empty = nothing. `quick` reads every page but does not compare indexes with their
 * tables; `full` does that and checks references too.
 */
export function findDamage(sqlite: Sqlite, depth: 'quick' | 'full'): string[] {
  try {
    if (depth === 'quick') return checkLines(sqlite, 'quick_check')
    const lines = checkLines(sqlite, 'integrity_check')
    if (lines.length > 0) return lines
    const broken = sqlite.pragma('foreign_key_check') as { table: string; rowid: number }[]
    return broken.slice(0, LINES).map(({ table, rowid }) => `row ${rowid} of ${table} refers to nothing`)
  } catch (error) {
    if (isDamage(error)) return [(error as Error).message]
    throw error
  }
}

/** Opens a database file only to look at it; the caller closes it. */
export function openReadOnly(file: string): Sqlite {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true })
  try {
    sqlite.pragma('trusted_schema = OFF')
    sqlite.pragma('cell_size_check = ON')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** Number of migrations a database has seen. */
export const schemaOf = (sqlite: Sqlite): number => sqlite.pragma('user_version', { simple: true }) as number

/** Rows by table: the user's tables and those behind the search index. */
export function countRows(sqlite: Sqlite): Record<string, number> {
  const tables = sqlite
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()
  return Object.fromEntries(
    tables.map(({ name }) => [name, sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]),
  )
}

/** True when the database has the table: an older schema may not. */
export function hasTable(sqlite: Sqlite, name: string): boolean {
  return sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined
}
