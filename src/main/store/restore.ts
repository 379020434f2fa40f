import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Failure, refuse } from '#shared/model/failure.ts'
import { hashFile } from './attachment-files.ts'
import { backupPath, readManifest, verifyCopy } from './backup.ts'
import { ensureFolder, fsyncFile, fsyncFolder, renameDurably, sideFiles, workspaceFiles } from './workspace-files.ts'

/** Where a backup is copied and checked before it becomes the database. */
export const stagedDatabase = (dir: string): string => `${workspaceFiles(dir).database}.staged`

/**
 * Copies a backup beside the database and checks it through and through; answers its schema version. Throws NOT_FOUND, or
 * REFUSED `backup-unusable`.
 */
export function stageBackup(dir: string, name: string): { schema: number } {
  const backup = backupPath(dir, name)
  const staged = stagedDatabase(dir)
  if (!existsSync(backup)) throw new Failure('NOT_FOUND', { uid: name })
  discardStaged(dir)
  copyFileSync(backup, staged)
  const manifest = readManifest(dir, name)
  if (manifest !== null && hashFile(staged) !== manifest.sha256) {
    discardStaged(dir)
    refuse('backup-unusable', 'the file is not as it was made')
  }
  try {
    return { schema: verifyCopy(staged).schema }
  } catch (error) {
    discardStaged(dir)
    throw error instanceof Failure
      ? error
      : new Failure('REFUSED', { reason: 'backup-unusable', detail: String(error) })
  }
}

export function discardStaged(dir: string): void {
  const staged = stagedDatabase(dir)
  for (const file of [staged, `${staged}-journal`, ...sideFiles(staged)]) rmSync(file, { force: true })
}

/**
 * Puts the staged database into the place of the present one, which must be closed and safe in a backup or in
 * `damaged/`. From the first rename on it is decided: a process that dies here is completed by the next start.
 */
export function replaceDatabase(dir: string): void {
  const staged = stagedDatabase(dir)
  fsyncFile(staged)
  renameDurably(staged, workspaceFiles(dir).ready)
  completeReplacement(dir)
}

/**
 * Finishes what `replaceDatabase` decided; does nothing when there is nothing to finish. The log of the old database goes
 * before the new one gets its name, because SQLite would replay it into the new one.
 */
export function completeReplacement(dir: string): void {
  const { ready, database } = workspaceFiles(dir)
  if (!existsSync(ready)) return
  for (const file of sideFiles(database)) rmSync(file, { force: true })
  fsyncFolder(dir)
  renameDurably(ready, database)
}

/**
 * Keeps a copy of a damaged database (with its log) in `damaged/`, and answers its folder; null when there is no database
 * at all. The same damage is kept once. The database must not be open in this process.
 */
export function quarantineDatabase(dir: string): string | null {
  const { database, damaged } = workspaceFiles(dir)
  const files = [database, ...sideFiles(database)].filter((file) => existsSync(file))
  if (files.length === 0) return null
  const content = files.filter((file) => !file.endsWith('-shm')).map(hashFile)
  const name = createHash('sha256').update(content.join()).digest('hex').slice(0, 16)
  const folder = join(damaged, name)
  if (existsSync(folder)) return folder
  const draft = join(damaged, `.copying-${name}`)
  rmSync(draft, { recursive: true, force: true })
  ensureFolder(draft)
  for (const file of files) {
    const copy = join(draft, basename(file))
    copyFileSync(file, copy)
    fsyncFile(copy)
  }
  fsyncFolder(draft)
  renameDurably(draft, folder)
  fsyncFolder(dir)
  return folder
}
