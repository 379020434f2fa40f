import { createHash } from 'node:crypto'
import { copyFileSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hashFile } from '#main/store/files/attachment-files.ts'
import { isUnreachable } from '#main/store/files/failures.ts'
import { assertPlain, makePrivate } from '#main/store/files/private-files.ts'
import {
  databaseFiles,
  ensureFolder,
  fsyncFile,
  fsyncFolder,
  removeFile,
  removeTree,
  renameDurably,
  sideFiles,
  sizeOf,
  tidyUp,
  workspaceFiles,
} from '#main/store/files/workspace-files.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import { backupPath, readManifest, verifyCopy } from './backup.ts'

/**
 * Copies a backup beside the database and checks it completely; answers its schema version. Throws NOT_FOUND, REFUSED
 * `backup-unusable`, or the error that prevented the copy.
 */
export function stageBackup(dir: string, name: string): { schema: number } {
  const backup = backupPath(dir, name)
  const { staged } = workspaceFiles(dir)
  if (sizeOf(backup) === null) throw new Failure('NOT_FOUND', { uid: name })
  assertPlain(backup)
  // SQLite would play a journal left there into the copy.
  discardStaged(dir)
  try {
    copyFileSync(backup, staged)
    makePrivate(staged)
    const manifest = readManifest(dir, name)
    if (manifest !== null && hashFile(staged) !== manifest.sha256)
      refuse('backup-unusable', 'the file is not as it was made')
    return { schema: verifyCopy(staged).schema }
  } catch (error) {
    tidyUp(() => discardStaged(dir))
    if (error instanceof Failure || isUnreachable(error)) throw error
    throw new Failure('REFUSED', { reason: 'backup-unusable', detail: String(error) })
  }
}

export function discardStaged(dir: string): void {
  for (const file of databaseFiles(workspaceFiles(dir).staged)) removeFile(file)
}

/**
 * Puts the staged database in the place of the present one, which must be closed and safe in a backup or in `damaged/`.
 * Only the last rename decides: until then the old database is kept under a name from which `settleExchange` takes it
 * back, in this process or at the next start. Any failure, even in making that rename durable, is reversed before the
 * error is passed on.
 */
export function replaceDatabase(dir: string): void {
  const { database, staged, replaced } = workspaceFiles(dir)
  settleExchange(dir)
  fsyncFile(staged)
  for (const file of databaseFiles(replaced)) removeFile(file)
  try {
    setAside(dir)
    renameSync(staged, database)
    fsyncFolder(dir)
  } catch (error) {
    tidyUp(() => settleExchange(dir, true))
    throw error
  }
  tidyUp(() => discardReplaced(dir))
}

/**
 * Moves the present database aside. Its log is moved after it, because SQLite would play a log into whatever database
 * has the name beside it: at every moment the names in the folder say which database the log belongs to.
 */
function setAside(dir: string): void {
  const { database, replaced } = workspaceFiles(dir)
  renameIfThere(database, replaced)
  renameIfThere(logOf(database), logOf(replaced))
  for (const file of sideFiles(database)) removeFile(file)
  fsyncFolder(dir)
}

const logOf = (database: string): string => `${database}-wal`

function renameIfThere(from: string, to: string): void {
  if (sizeOf(from) !== null) renameSync(from, to)
}

/**
 * Reverses an exchange that was not completed: where there is no database, the one that was set aside gets its place
 * again, its log first. With `refused`, also reverses an exchange that was completed but could not be made durable;
 * only the process that tried can know this. Does nothing when there is nothing to reverse; throws when the result
 * cannot be made durable.
 */
export function settleExchange(dir: string, refused = false): void {
  const { database, staged, replaced } = workspaceFiles(dir)
  if (refused && sizeOf(staged) === null && sizeOf(replaced) !== null) renameIfThere(database, staged)
  if (sizeOf(database) === null) {
    renameIfThere(logOf(replaced), logOf(database))
    renameIfThere(replaced, database)
  }
  fsyncFolder(dir)
}

/** Removes a database that was exchanged, once another has its place: it is kept in a backup or in `damaged/`. */
export function discardReplaced(dir: string): void {
  const { database, replaced } = workspaceFiles(dir)
  if (sizeOf(database) === null) return
  for (const file of databaseFiles(replaced)) removeFile(file)
}

/**
 * Keeps a copy of a damaged database (with its log) in `damaged/`, and answers its folder; null when there is no database
 * at all. The same damage is kept once. The database must not be open in this process.
 */
export function quarantineDatabase(dir: string): string | null {
  const { database, damaged } = workspaceFiles(dir)
  const files = [database, ...sideFiles(database)].filter((file) => sizeOf(file) !== null)
  if (files.length === 0) return null
  const content = files.filter((file) => !file.endsWith('-shm')).map(hashFile)
  const name = createHash('sha256').update(content.join()).digest('hex').slice(0, 16)
  const folder = join(damaged, name)
  if (sizeOf(folder) !== null) {
    // The process that made the copy may have ended before its name was durable.
    for (const parent of [damaged, dir]) fsyncFolder(parent)
    return folder
  }
  const draft = join(damaged, `.copying-${name}`)
  removeTree(draft)
  try {
    ensureFolder(draft)
    for (const file of files) {
      const copy = join(draft, basename(file))
      copyFileSync(file, copy)
      makePrivate(copy)
      fsyncFile(copy)
    }
    fsyncFolder(draft)
    renameDurably(draft, folder)
  } catch (error) {
    tidyUp(() => removeTree(draft))
    throw error
  }
  fsyncFolder(dir)
  return folder
}
