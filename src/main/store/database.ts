import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import type { StorageReason } from '#shared/model/failure.ts'
import * as schema from './schema/index.ts'

export type Sqlite = Database.Database
export type Drizzle = BetterSQLite3Database<typeof schema>

/** Statements are compiled once per store and kept by name: loading and compiling dominate short queries. */
type StatementCache = Map<string, unknown>

/** What happened in a committed batch, for the event stream. */
export interface StoreEvent {
  batchId: number
  types: string[]
}

/** An open workspace database with what every store function needs; the first argument of all of them. */
export interface Store {
  sqlite: Sqlite
  db: Drizzle
  /** The present instant in milliseconds UTC. */
  clock: () => number
  /** Makes the uid of a new item created at an instant. */
  newUid: (at: number) => string
  statements: StatementCache
  listeners: Set<(event: StoreEvent) => void>
  /** Snapshots being read; closed when the database is exchanged. */
  readers: Set<Sqlite>
  /** Why nothing may be written at the moment; null = it may. */
  held: StorageReason | null
}

/** What most handlers need: the open store. */
export interface StoreContext {
  store: Store
}

/** Durability and integrity settings; read back after setting because a wrong one fails silently. */
const PRAGMAS: [name: string, set: string | null, expected: unknown][] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
]

/**
 * Opens the database file with the settings that keep every acknowledged write (WAL + FULL) and asserts them.
 * Throws when one of them did not take.
 */
export function openDatabase(file: string, clock: () => number): Store {
  const sqlite = new Database(file)
  try {
    sqlite.pragma('busy_timeout = 5000')
    for (const [name, value] of PRAGMAS) sqlite.pragma(`${name} = ${value}`)
    for (const [name, , expected] of PRAGMAS) {
      const actual = sqlite.pragma(name, { simple: true })
      if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)}, expected ${String(expected)}`)
    }
  } catch (error) {
    sqlite.close()
    throw error
  }
  const db = drizzle(sqlite, { schema, casing: 'snake_case' })
  const newUid = (at: number) => uuidv7({ msecs: at })
  return { sqlite, db, clock, newUid, statements: new Map(), listeners: new Set(), readers: new Set(), held: null }
}

/** The statement kept under `name`, made by `prepare` at its first use. */
export function prepared<Statement>(store: Store, name: string, prepare: () => Statement): Statement {
  let statement = store.statements.get(name) as Statement | undefined
  if (statement === undefined) {
    statement = prepare()
    store.statements.set(name, statement)
  }
  return statement
}

/** Lets nobody write through this store, whichever way they do it; `write` answers STORAGE with the reason. */
export function holdStore(store: Store, reason: StorageReason): void {
  store.held = reason
  store.sqlite.pragma('query_only = ON')
}

export function releaseStore(store: Store): void {
  store.held = null
  if (store.sqlite.open) store.sqlite.pragma('query_only = OFF')
}

/** Tells everybody who listens that items of these types, or parts of the workspace with these names, changed. */
export function tellListeners(store: Store, types: string[], batchId = 0): void {
  for (const listener of store.listeners) listener({ batchId, types })
}

/**
 * Closes the database, lets `exchange` put another file into its place, and opens that under the same store. What was
 * prepared is forgotten; snapshots being read end.
 */
export function reopenDatabase(store: Store, exchange: () => void): void {
  const file = store.sqlite.name
  for (const reader of store.readers) reader.close()
  store.readers.clear()
  store.statements.clear()
  store.sqlite.close()
  try {
    exchange()
  } finally {
    const { sqlite, db } = openDatabase(file, store.clock)
    store.sqlite = sqlite
    store.db = db
  }
}

/**
 * A second store on the same file that sees the data of this moment, whatever is written meanwhile: for long exports. The
 * caller ends it with `closeSnapshot`.
 */
export function openSnapshot(store: Store): Store {
  const sqlite = new Database(store.sqlite.name, { readonly: true, fileMustExist: true })
  sqlite.pragma('trusted_schema = OFF')
  sqlite.exec('BEGIN')
  // A read transaction begins with its first read.
  sqlite.prepare('SELECT 1 FROM sqlite_schema').get()
  store.readers.add(sqlite)
  const db = drizzle(sqlite, { schema, casing: 'snake_case' })
  return { ...store, sqlite, db, statements: new Map(), listeners: new Set(), readers: new Set() }
}

/** Ends a snapshot; harmless when it is closed already. */
export function closeSnapshot(store: Store, snapshot: Store): void {
  store.readers.delete(snapshot.sqlite)
  snapshot.sqlite.close()
}
