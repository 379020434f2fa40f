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
 * Copies a backup beside the database and checks it through and through; answers its schema version. Throws NOT_FOUND,
 * REFUSED `backup-unusable`, or what kept it from being copied.
 */
export function stageBackup(dir: string, name: string): { schema: number } {
  const backup = backupPath(dir, name)
  const { staged } = workspaceFiles(dir)
  if (sizeOf(backup) === null) throw new Failure('NOT_FOUND', { uid: name })
  assertPlain(backup)
  // A journal that lies there would be played into the copy.
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
 * Puts the staged database into the place of the present one, which must be closed and safe in a backup or in `damaged/`.
 * Nothing but the last rename decides: until then the old database stands aside under a name from which `settleExchange`
 * takes it back, in this process or at the next start. Whatever fails, also making that rename last, is taken back before
 * the error is passed on.
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
 * Takes the present database out of its place. Its log goes after it, because SQLite would play it into whatever stands
 * there: at every moment the folder says which database the log belongs to.
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
 * Takes back an exchange that did not come to its end: where there is no database, the one that was set aside gets its
 * place again, its log first. With `refused`, also one that did come to its end but was not made to last: only the process
 * that tried can know. Harmless when there is nothing to take back; throws when it cannot be made to last.
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

/** Lets go of a database that was exchanged, once another stands in its place: it is kept in a backup or in `damaged/`. */
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
    // Whoever made it may have ended before its name lasted.
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
