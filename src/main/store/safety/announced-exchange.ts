import { renameSync } from 'node:fs'
import type { Sqlite } from '#main/store/engine/database.ts'
import { assertPlain } from '#main/store/files/private-files.ts'
import { sizeOf, workspaceFiles } from '#main/store/files/workspace-files.ts'
import { keepAsBackup, listBackups, makeBackupNow, readManifest } from './backup.ts'
import { findDamage, lookInto } from './integrity.ts'
import { isSameBatch, type LastBatch, lastBatchOf } from './open-state.ts'
import { discardStaged, quarantineDatabase, replaceDatabase } from './restore.ts'

type Noted = { reason: string; lastBatch: LastBatch }

function notedStates(dir: string): Noted[] {
  return listBackups(dir).flatMap(({ name, verified }) => {
    const manifest = verified ? readManifest(dir, name) : null
    if (manifest === null) return []
    return [{ reason: manifest.reason, lastBatch: { id: manifest.lastBatch, at: manifest.lastBatchAt } }]
  })
}

/**
 * Decides, given a sound database, whether the announced one may take its place; backs it up when no backup holds it.
 */
function mayReplace(dir: string, sqlite: Sqlite, now: number): boolean {
  const present = lastBatchOf(sqlite)
  const noted = notedStates(dir)
  // A restore backs up the database it replaces and writes nothing after that. Later changes mean that the restore
  // failed and the app went on.
  const replaced = noted.find(({ reason }) => reason === 'before-restore')
  if (replaced !== undefined && !isSameBatch(replaced.lastBatch, present)) return false
  if (!noted.some(({ lastBatch }) => isSameBatch(lastBatch, present)))
    makeBackupNow({ dir, reason: 'before-restore', now }, sqlite)
  return true
}

/** The answer of `decide` about the present database, null when there is none or it is damaged. */
function withPresent(dir: string, decide: (sqlite: Sqlite) => boolean): boolean | null {
  const { database } = workspaceFiles(dir)
  if ((sizeOf(database) ?? 0) === 0) return null
  return lookInto(
    database,
    (sqlite) => (findDamage(sqlite, 'quick').length > 0 ? null : decide(sqlite)),
    () => null,
  )
}

/**
 * Ends an exchange that an earlier version of Kurs announced with the file `kurs.sqlite.ready` and did not complete. When it
 * was interrupted, the announced database takes its place now. When it had failed and the present one was written to
 * since, the present one stays, and the announced one is kept among the backups.
 */
export function endAnnouncedExchange(dir: string, now: number): void {
  const { ready, staged } = workspaceFiles(dir)
  if (sizeOf(ready) === null) return
  assertPlain(ready)
  const decision = withPresent(dir, (sqlite) => mayReplace(dir, sqlite, now))
  if (decision === false) {
    keepAsBackup(dir, ready, now)
    return
  }
  if (decision === null) quarantineDatabase(dir)
  discardStaged(dir)
  renameSync(ready, staged)
  replaceDatabase(dir)
}
