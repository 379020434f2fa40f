import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { localDay } from '#shared/domain/calendar.ts'
import { expiredBackups } from '#shared/domain/retention.ts'
import { type Backup, BackupManifest, BackupName, type BackupReason } from '#shared/model/backup.ts'
import { LAST_INSTANT } from '#shared/model/common.ts'
import { refuse } from '#shared/model/failure.ts'
import { hashFile, isAttachmentIntact, namedAttachments } from './attachment-files.ts'
import type { Sqlite } from './database.ts'
import { countRows, findDamage, hasTable, openReadOnly, schemaOf } from './integrity.ts'
import {
  ensureFolder,
  fsyncFile,
  fsyncFolder,
  renameDurably,
  sideFiles,
  workspaceFiles,
  writeFileDurably,
} from './workspace-files.ts'

const DRAFT_PREFIX = '.making-'
const NAME_PARTS = /^kurs-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(\d+)\.sqlite$/

export interface BackupRequest {
  /** The workspace folder. */
  dir: string
  reason: BackupReason
  /** Now, in milliseconds UTC. */
  now: number
}

/** A backup under way: where it is written and what the copied state holds. */
export interface BackupDraft {
  request: BackupRequest
  file: string
  sequence: number
  rows: Record<string, number>
  schema: number
  lastBatch: LastBatch
  attachments: { hash: string; size: number }[]
}

/** Only regular daily copies make room for others. */
const isPinned = (reason: BackupReason): boolean => reason !== 'daily'

const manifestPath = (dir: string, name: string): string => join(workspaceFiles(dir).backups, `${name}.json`)

/** Path of a backup; the name is checked so that it cannot lead elsewhere. */
export function backupPath(dir: string, name: string): string {
  return join(workspaceFiles(dir).backups, BackupName.parse(name))
}

/** What was noted when a backup was made; null when there is none that can be read. */
export function readManifest(dir: string, name: string): BackupManifest | null {
  try {
    const parsed = BackupManifest.safeParse(JSON.parse(readFileSync(manifestPath(dir, name), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function describe(dir: string, name: string): Backup {
  const manifest = readManifest(dir, name)
  const size = statSync(backupPath(dir, name)).size
  if (manifest !== null) {
    const { sequence, madeAt, day, reason, pinned, missingFiles } = manifest
    const verified = manifest.size === size
    return { name, sequence, madeAt, day, reason, pinned, size, verified, missingFiles, items: manifest.rows.item ?? 0 }
  }
  const [year, month, date, hour, minute, second, sequence] = (NAME_PARTS.exec(name) ?? []).slice(1).map(Number)
  // Only as good as the name: whoever gave it may have been in no year of ours.
  const named = Date.UTC(year ?? 0, (month ?? 1) - 1, date, hour, minute, second)
  const madeAt = Math.min(Math.max(0, named), LAST_INSTANT)
  const shared = { name, sequence: sequence ?? 0, madeAt, day: localDay(madeAt), size, missingFiles: 0 }
  return { ...shared, reason: null, pinned: false, verified: false, items: null }
}

/** The backups of a workspace, newest first by the order of making. */
export function listBackups(dir: string): Backup[] {
  let names: string[]
  try {
    names = readdirSync(workspaceFiles(dir).backups)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return names
    .filter((name) => BackupName.safeParse(name).success)
    .map((name) => describe(dir, name))
    .sort((a, b) => b.sequence - a.sequence)
}

/** Removes what interrupted runs left: half-made copies, and notes whose backup never got its name. */
function sweep(backups: string): void {
  const names = new Set(readdirSync(backups))
  for (const name of names) {
    const orphan = name.endsWith('.sqlite.json') && !names.has(name.slice(0, -'.json'.length))
    if (name.startsWith(DRAFT_PREFIX) || name.endsWith('.new') || orphan) rmSync(join(backups, name), { force: true })
  }
}

/**
 * Begins a backup of the state that `source` reads. Whoever copies must copy exactly this state: `source` is inside a read
 * transaction, or nobody can write.
 */
export function beginBackup(request: BackupRequest, source: Sqlite): BackupDraft {
  const { backups } = workspaceFiles(request.dir)
  ensureFolder(backups)
  sweep(backups)
  const sequence = 1 + Math.max(0, ...listBackups(request.dir).map((backup) => backup.sequence))
  return {
    request,
    file: join(backups, `${DRAFT_PREFIX}${sequence}.sqlite`),
    sequence,
    rows: countRows(source),
    schema: schemaOf(source),
    lastBatch: lastBatchOf(source),
    attachments: hasTable(source, 'attachment') ? namedAttachments(source) : [],
  }
}

/** Newest entry of the history and its instant: after a restore the numbers begin to come a second time. */
export interface LastBatch {
  id: number
  at: number
}

/** The newest entry of the history; zeros = nothing was ever done. */
export function lastBatchOf(sqlite: Sqlite): LastBatch {
  const newest = hasTable(sqlite, 'batch')
    ? sqlite.prepare<[], LastBatch>('SELECT id, at FROM batch ORDER BY id DESC LIMIT 1').get()
    : undefined
  return newest ?? { id: 0, at: 0 }
}

/** Opens a copy, checks it through and through, and answers its rows. Throws REFUSED `backup-unusable`. */
export function verifyCopy(file: string): { rows: Record<string, number>; schema: number } {
  const sqlite = new Database(file, { fileMustExist: true })
  try {
    sqlite.pragma('trusted_schema = OFF')
    // A backup is one file: the journal mode of the database it came from would leave others beside it.
    sqlite.pragma('journal_mode = DELETE')
    const [problem] = findDamage(sqlite, 'full')
    if (problem !== undefined) refuse('backup-unusable', problem)
    return { rows: countRows(sqlite), schema: schemaOf(sqlite) }
  } finally {
    sqlite.close()
  }
}

const sameRows = (a: Record<string, number>, b: Record<string, number>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([table, rows]) => b[table] === rows)

const fileName = (now: number, sequence: number): string =>
  `kurs-${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z-${sequence}.sqlite`

/**
 * Turns a finished copy into a backup: read back, checked, compared, made durable, named; only then are older ones let go.
 * The note goes first, so a backup never stands under its name without the note that vouches for it.
 */
export function finishBackup(draft: BackupDraft): Backup {
  const { dir, reason, now } = draft.request
  try {
    const { rows } = verifyCopy(draft.file)
    if (!sameRows(rows, draft.rows)) refuse('backup-unusable', 'the copy holds other rows than the database')
    const missing = draft.attachments.filter(({ hash, size }) => !isAttachmentIntact(dir, hash, size, true))
    fsyncFile(draft.file)
    const name = fileName(now, draft.sequence)
    const manifest: BackupManifest = {
      version: 1,
      sequence: draft.sequence,
      madeAt: now,
      day: localDay(now),
      reason,
      pinned: isPinned(reason),
      schema: draft.schema,
      size: statSync(draft.file).size,
      sha256: hashFile(draft.file),
      rows: draft.rows,
      files: draft.attachments.length,
      missingFiles: missing.length,
      lastBatch: draft.lastBatch.id,
      lastBatchAt: draft.lastBatch.at,
    }
    writeFileDurably(manifestPath(dir, name), `${JSON.stringify(manifest, null, 2)}\n`)
    renameDurably(draft.file, backupPath(dir, name))
    pruneBackups(dir)
    return describe(dir, name)
  } catch (error) {
    discardDraft(draft)
    throw error
  }
}

/** Removes what a backup that did not succeed has written. */
export function discardDraft(draft: BackupDraft): void {
  for (const file of [draft.file, `${draft.file}-journal`, ...sideFiles(draft.file)]) rmSync(file, { force: true })
}

/** Removes one backup with its note. */
function removeFiles(dir: string, name: string): void {
  rmSync(backupPath(dir, name), { force: true })
  rmSync(manifestPath(dir, name), { force: true })
}

/** Lets go of the backups retention no longer needs; answers their names. */
export function pruneBackups(dir: string): string[] {
  const expired = expiredBackups(listBackups(dir))
  for (const name of expired) removeFiles(dir, name)
  if (expired.length > 0) fsyncFolder(workspaceFiles(dir).backups)
  return expired
}

/** Removes a backup on the user's wish; the newest verified one is refused. */
export function removeBackup(dir: string, name: string): void {
  const newest = listBackups(dir).find((backup) => backup.verified)
  if (newest?.name === name) refuse('backup-newest')
  removeFiles(dir, name)
}

/** Makes a backup while nobody else can write: before a migration, when nothing else runs yet. */
export function makeBackupNow(request: BackupRequest, sqlite: Sqlite): Backup {
  const draft = beginBackup(request, sqlite)
  try {
    sqlite.prepare('VACUUM INTO ?').run(draft.file)
  } catch (error) {
    discardDraft(draft)
    throw error
  }
  return finishBackup(draft)
}

/** Pages copied between two looks at whether to stop. */
const PAGES = 4000

/** Makes a backup of a database that others go on writing to; for a worker thread. */
export async function makeBackup(
  request: BackupRequest,
  report: (done: number, total: number) => void,
): Promise<Backup> {
  const sqlite = openReadOnly(workspaceFiles(request.dir).database)
  let draft: BackupDraft | undefined
  try {
    // One read transaction: rows are counted in exactly the state that is copied.
    sqlite.exec('BEGIN')
    draft = beginBackup(request, sqlite)
    await sqlite.backup(draft.file, {
      progress: ({ totalPages, remainingPages }) => {
        report(totalPages - remainingPages, totalPages)
        return PAGES
      },
    })
  } catch (error) {
    if (draft !== undefined) discardDraft(draft)
    throw error
  } finally {
    sqlite.close()
  }
  return finishBackup(draft)
}
