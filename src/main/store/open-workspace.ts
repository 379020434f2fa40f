import { join } from 'node:path'
import type { HostKind, OwnerInfo } from '#shared/model/owner.ts'
import { openDatabase, type Store } from './database.ts'
import { migrate, NewerDatabaseError } from './migrate.ts'
import { acquireOwnerLock, type OwnerLock } from './owner-lock.ts'

export const DATABASE_FILE = 'kurs.sqlite'

/** An open workspace, owned by this process. */
export interface Workspace {
  /** Absolute path of the folder. */
  dir: string
  store: Store
  lock: OwnerLock
  /** Closes the database and gives the folder free. */
  close(): void
}

export type OpenResult =
  | { kind: 'open'; workspace: Workspace }
  | { kind: 'owned-by-other'; owner: OwnerInfo | null }
  | { kind: 'unavailable'; code: string; message: string }
  /** Written by a newer Kurs; left untouched. */
  | { kind: 'newer'; found: number; known: number }

/** Takes the owner lock, opens the database of the folder (created when absent) and brings its schema up to date. */
export function openWorkspace(dir: string, host: HostKind, clock: () => number): OpenResult {
  const taken = acquireOwnerLock(dir, host, clock())
  if (taken.kind !== 'acquired') return taken
  const { lock } = taken
  try {
    const store = openDatabase(join(dir, DATABASE_FILE), clock)
    try {
      migrate(store.sqlite)
    } catch (error) {
      store.sqlite.close()
      throw error
    }
    const close = () => {
      store.sqlite.close()
      lock.release()
    }
    return { kind: 'open', workspace: { dir, store, lock, close } }
  } catch (error) {
    lock.release()
    if (error instanceof NewerDatabaseError) return { kind: 'newer', found: error.found, known: error.known }
    throw error
  }
}
