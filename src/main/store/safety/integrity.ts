import { closeSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Sqlite } from '#main/store/engine/database.ts'
import { isDamage, storageReason } from '#main/store/files/failures.ts'
import { assertPlainDatabase, openPlain } from '#main/store/files/private-files.ts'
import { sideFiles, sizeOf } from '#main/store/files/workspace-files.ts'

/** Bytes read at once. */
const CHUNK = 1 << 20

/** Lines that `integrity_check` answers at most; one is enough to know. */
const LINES = 20

/**
 * How a check names a page it could not read: with SQLite's result code, of which only the low byte 11 means wrong
 * content.
 */
const UNREAD_PAGE = /unable to get the page\. error code=(\d+)/
const CORRUPT = 11

function checkLines(sqlite: Sqlite, pragma: 'quick_check' | 'integrity_check'): string[] {
  const rows = sqlite.pragma(`${pragma}(${LINES})`) as Record<string, string>[]
  const lines = rows.map((row) => String(Object.values(row)[0]))
  if (lines.length === 1 && lines[0] === 'ok') return []
  const unread = lines.find((line) => (Number(UNREAD_PAGE.exec(line)?.[1] ?? CORRUPT) & 0xff) !== CORRUPT)
  if (unread !== undefined) throw Object.assign(new Error(unread), { code: 'SQLITE_IOERR_READ' })
  return lines
}

/**
 * What is wrong with an open database; empty = nothing. `quick` reads every page but does not compare indexes with
 * their tables; `full` does that and checks references too. Throws when a page could not be read, because that says
 * nothing about its content.
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
  assertPlainDatabase(file)
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

/**
 * What `look` answers about the database in a file, opened only for that. Damage found on the way is an answer and not
 * an error.
 */
export function lookInto<Found>(
  file: string,
  look: (sqlite: Sqlite) => Found,
  damaged: (error: Error) => Found,
): Found {
  try {
    const sqlite = openReadOnly(file)
    try {
      return look(sqlite)
    } finally {
      sqlite.close()
    }
  } catch (error) {
    if (isDamage(error)) return damaged(error as Error)
    throw error
  }
}

/**
 * Before damage is reported, reads the files end to end and looks a second time: a read that fails once can look like
 * wrong content, and the advice to restore would cost what was written since the backup. Throws the error that keeps
 * the files from being read.
 */
export function lookTwice<Found>(database: string, look: () => Found, isSound: (found: Found) => boolean): Found {
  try {
    const found = look()
    if (isSound(found)) return found
  } catch (error) {
    if (storageReason(error) !== 'io') throw error
  }
  for (const file of [database, ...sideFiles(database)]) if (sizeOf(file) !== null) readThrough(file)
  return look()
}

/** Reads a file to its end. */
function readThrough(file: string): void {
  const handle = openPlain(file)
  try {
    const buffer = Buffer.allocUnsafe(CHUNK)
    while (readSync(handle, buffer, 0, CHUNK, null) > 0);
  } finally {
    closeSync(handle)
  }
}

/** What is wrong with the database in a file. Damage is confirmed by a second look, as one read may fail by chance. */
export function findFileDamage(database: string, look: (sqlite: Sqlite) => string[]): string[] {
  const lookOnce = () => lookInto(database, look, (error) => [error.message])
  return lookTwice(database, lookOnce, (problems) => problems.length === 0)
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
