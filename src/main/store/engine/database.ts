import { randomInt } from 'node:crypto'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { assertPlainDatabase, makePrivate, plainSize } from '#main/store/files/private-files.ts'
import { closeFiles, identifyFiles, type StoreFiles } from '#main/store/files/store-files.ts'
import type { Reader } from '#main/store/threads/stream-worker.ts'
import type { TimeZone } from '#shared/domain/calendar/time-zone.ts'
import { toPresent } from '#shared/model/common.ts'
import type { StorageReason } from '#shared/model/failure.ts'
import type { Subject } from '#shared/model/subject.ts'
import { systemZone } from './system-zone.ts'

export type Sqlite = Database.Database
export type Drizzle = BetterSQLite3Database

/** What happened in a committed batch, for the event stream. */
export interface StoreEvent {
  batchId: number
  types: readonly Subject[]
}

/** An open workspace database with what every store function needs; the first argument of all of them. */
export interface Store {
  sqlite: Sqlite
  db: Drizzle
  /** The present instant in milliseconds UTC. */
  clock: () => number
  /** The user's time zone, read again at each call: the system's or, in a request, the one its page names. */
  zone: () => TimeZone
  /** Makes the uid of a new item created at an instant. */
  newUid: (at: number) => string
  /** The statements of `statements.ts`: each by its text, or by the function that builds it. */
  statements: Map<unknown, unknown>
  listeners: Set<(event: StoreEvent) => void>
  /**
   * Grows by one with each change the listeners are told of; begins with the instant of opening, so that two stores
   * never share numbers.
   */
  told: number
  /** Threads that read the database for long exports; ended before the database is exchanged or closed. */
  readers: Set<Reader>
  /** All present reasons why nothing may be written; `heldBy` names the gravest. */
  holds: Set<StorageReason>
  /** Which files the database was opened with. */
  files: StoreFiles
  /**
   * What must succeed before the store can be used again after the database could not be opened; null = it can be used.
   */
  mend: (() => void) | null
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
 * Makes UUIDv7 that ascend even within a millisecond: items added by one action sort by uid in the order in which they
 * were added.
 */
function createUidMaker(): (at: number) => string {
  let last = { msecs: Number.NaN, seq: 0 }
  return (at) => {
    // A sequence that begins in the lower half does not overflow within one millisecond.
    last = { msecs: at, seq: at === last.msecs ? last.seq + 1 : randomInt(2 ** 30) }
    return uuidv7(last)
  }
}

/**
 * Opens the database file with the settings that keep every acknowledged write (WAL + FULL) and checks them; a missing
 * file is created unless it `mustExist`. Throws when a setting did not take effect. Only its user can read a new file
 * and the files SQLite puts beside it.
 */
export function openDatabase(file: string, clock: () => number, { mustExist = false } = {}): Store {
  return toStore(connect(file, mustExist), clock)
}

function toStore({ sqlite, db, files }: Connection, clock: () => number): Store {
  return {
    sqlite,
    db,
    clock: () => toPresent(clock()),
    zone: systemZone,
    newUid: createUidMaker(),
    statements: new Map(),
    listeners: new Set(),
    told: toPresent(clock()),
    readers: new Set(),
    holds: new Set(),
    files,
    mend: null,
  }
}

type Connection = Pick<Store, 'sqlite' | 'db' | 'files'>

const toConnection = (file: string, sqlite: Sqlite): Connection => ({
  sqlite,
  db: drizzle(sqlite, { casing: 'snake_case' }),
  files: identifyFiles(file),
})

function connect(file: string, mustExist: boolean): Connection {
  assertPlainDatabase(file)
  if (!mustExist || plainSize(file) !== null) makePrivate(file)
  const sqlite = new Database(file, { fileMustExist: mustExist })
  try {
    sqlite.pragma('busy_timeout = 5000')
    for (const [name, value] of PRAGMAS) sqlite.pragma(`${name} = ${value}`)
    for (const [name, , expected] of PRAGMAS) {
      const actual = sqlite.pragma(name, { simple: true })
      if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)}, expected ${String(expected)}`)
    }
    // The log is created by the first read.
    sqlite.prepare('SELECT 1 FROM sqlite_schema').get()
    return toConnection(file, sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** Reasons to hold a store, the gravest first: a damaged database stays damaged when the other reasons end. */
const BY_WEIGHT: StorageReason[] = ['corrupt', 'busy', 'moved']

/** Why nothing may be written at the moment; null = it may. */
export function heldBy(store: Store): StorageReason | null {
  return BY_WEIGHT.find((reason) => store.holds.has(reason)) ?? null
}

/** Forbids every kind of writing through this store until it is released for the same reason. */
export function holdStore(store: Store, reason: StorageReason): void {
  store.holds.add(reason)
  limitWriting(store)
}

/** Ends a hold; other holds of the same store remain. */
export function releaseStore(store: Store, reason: StorageReason): void {
  if (store.holds.delete(reason)) limitWriting(store)
}

function limitWriting({ sqlite, holds }: Store): void {
  if (sqlite.open) sqlite.pragma(`query_only = ${holds.size > 0 ? 'ON' : 'OFF'}`)
}

/** Runs `work` while nobody else can write. */
export async function whileHeld<T>(store: Store, work: () => Promise<T>): Promise<T> {
  holdStore(store, 'busy')
  try {
    return await work()
  } finally {
    releaseStore(store, 'busy')
  }
}

/** Tries again to make the store usable. Throws the reason when it still is not. */
export function mendStore(store: Store): void {
  store.mend?.()
}

/** The workspace folder of an open store. */
export const folderOf = (store: Store): string => dirname(store.files.database.file)

/**
 * Tells all listeners what has changed. A listener that fails is not told again: the change is done and must not look
 * refused.
 */
export function tellListeners(store: Store, types: readonly Subject[], batchId = 0): void {
  store.told += 1
  for (const listener of store.listeners) {
    try {
      listener({ batchId, types })
    } catch {
      store.listeners.delete(listener)
    }
  }
}

/** Closes the database; does nothing when it is closed already. */
export function closeStore(store: Store): void {
  store.statements.clear()
  if (store.sqlite.open) closeFiles(store.files, () => store.sqlite.close())
}

/** Number of attempts to open the database at once; after them the next request tries again. */
const ATTEMPTS = 3

/**
 * Closes the database, lets `exchange` put another file in its place, and opens that file under the same store.
 * Prepared statements are forgotten; nobody else may be reading (`endReaders`). `settle` puts the folder in order
 * before each opening. When that or the opening fails, it is tried again at the next use of the store (`mendStore`), so
 * one failure does not end the store.
 */
export function reopenDatabase(store: Store, exchange = () => {}, settle = () => {}): void {
  const file = store.sqlite.name
  store.mend = () => {
    settle()
    if (!store.sqlite.open) Object.assign(store, connect(file, true))
    store.mend = null
    limitWriting(store)
  }
  try {
    closeStore(store)
    exchange()
  } finally {
    for (let attempt = 1; attempt <= ATTEMPTS && store.mend !== null; attempt++) tryToMend(store)
  }
}

function tryToMend(store: Store): void {
  try {
    mendStore(store)
  } catch {
    // The next use of the store tries again and throws the reason why it cannot be used.
  }
}

/**
 * A store that keeps seeing the data of this moment while others go on writing to the same database file: for long
 * exports, in a separate thread. The caller closes its `sqlite`.
 */
export function openSnapshot(file: string, clock: () => number): Store {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true })
  try {
    sqlite.pragma('trusted_schema = OFF')
    sqlite.exec('BEGIN')
    // A read transaction begins with its first read.
    sqlite.prepare('SELECT 1 FROM sqlite_schema').get()
  } catch (error) {
    sqlite.close()
    throw error
  }
  return toStore(toConnection(file, sqlite), clock)
}

/** Ends every long read of the database, also one that begins meanwhile; its stream fails as REFUSED `cancelled`. */
export async function endReaders(store: Store): Promise<void> {
  while (store.readers.size > 0) await Promise.all([...store.readers].map((reader) => reader.close()))
}
