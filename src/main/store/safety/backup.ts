import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Sqlite } from '#main/store/engine/database.ts'
import { hashFile, isAttachmentIntact } from '#main/store/files/attachment-files.ts'
import { assertPlainDatabase, makePrivate, plainSize, readPlainText } from '#main/store/files/private-files.ts'
import {
  databaseFiles,
  ensureFolder,
  fsyncFile,
  fsyncFolder,
  removeFile,
  renameDurably,
  tidyUp,
  workspaceFiles,
  writeFileDurably,
} from '#main/store/files/workspace-files.ts'
import { localDay } from '#shared/domain/calendar/calendar.ts'
import { expiredBackups } from '#shared/domain/keeping/retention.ts'
import { type Backup, BackupManifest, BackupName, type BackupReason } from '#shared/model/backup.ts'
import { LAST_INSTANT } from '#shared/model/common.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import { countRows, findDamage, hasTable, openReadOnly, schemaOf } from './integrity.ts'
import { describeState, differenceTo, type LastBatch, lastBatchOf, type OpenState } from './open-state.ts'

const DRAFT_PREFIX = '.making-'
const NAME_PARTS = /^kurs-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(\d+)\.sqlite$/

export interface BackupRequest {
  /** The workspace folder. */
  dir: string
  reason: BackupReason
  /** Now, in milliseconds UTC. */
  now: number
  /** What the open store held when the backup was asked for: a copy that holds less was made from another file. */
  expected?: OpenState
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

/** True when a copy was made but failed its check: the copy is damaged, or the database it was made from. */
export function isUnusable(error: unknown): boolean {
  return error instanceof Failure && 'reason' in error.data && error.data.reason === 'backup-unusable'
}

/** The contents that rows of a database name. */
function namedAttachments(sqlite: Sqlite): { hash: string; size: number }[] {
  return sqlite.prepare<[], { hash: string; size: number }>('SELECT DISTINCT hash, size FROM attachment').all()
}

/** Only regular daily backups are removed to make room for others. */
const isPinned = (reason: BackupReason): boolean => reason !== 'daily'

const manifestPath = (dir: string, name: string): string => join(workspaceFiles(dir).backups, `${name}.json`)

/** Path of a backup; the name is checked so that it cannot lead elsewhere. */
export function backupPath(dir: string, name: string): string {
  return join(workspaceFiles(dir).backups, BackupName.parse(name))
}

/** The note written when a backup was made; null when there is none that can be read. */
export function readManifest(dir: string, name: string): BackupManifest | null {
  try {
    const parsed = BackupManifest.safeParse(JSON.parse(readPlainText(manifestPath(dir, name))))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A backup as its note describes it; `size` is the present size of its file. */
function describeNoted(name: string, manifest: BackupManifest, size: number): Backup {
  const { sequence, madeAt, day, reason, pinned, missingFiles, rows } = manifest
  // Earlier versions accepted a file without tables (an emptied database) as a sound copy.
  const verified = manifest.size === size && manifest.schema > 0 && rows.item !== undefined
  return { name, sequence, madeAt, day, reason, pinned, size, verified, missingFiles, items: rows.item ?? 0 }
}

function describe(dir: string, name: string, size: number): Backup {
  const manifest = readManifest(dir, name)
  if (manifest !== null) return describeNoted(name, manifest, size)
  const [year, month, date, hour, minute, second, sequence] = (NAME_PARTS.exec(name) ?? []).slice(1).map(Number)
  // The time in a name is only as good as the clock that made it, which may have been wrong by years.
  const named = Date.UTC(year ?? 0, (month ?? 1) - 1, date, hour, minute, second)
  const madeAt = Math.min(Math.max(0, named), LAST_INSTANT)
  const shared = { name, sequence: sequence ?? 0, madeAt, day: localDay(madeAt), size, missingFiles: 0 }
  return { ...shared, reason: null, pinned: false, verified: false, items: null }
}

/** The backups of a workspace, newest first by the order of making. Only plain files count. */
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
    .flatMap((name) => {
      const size = plainSize(backupPath(dir, name))
      return size === null ? [] : [describe(dir, name, size)]
    })
    .sort((a, b) => b.sequence - a.sequence)
}

/** Removes what interrupted runs left: half-made copies, and notes whose backup never got its name. */
function sweep(backups: string): void {
  const names = new Set(readdirSync(backups))
  for (const name of names) {
    const orphan = name.endsWith('.sqlite.json') && !names.has(name.slice(0, -'.json'.length))
    if (name.startsWith(DRAFT_PREFIX) || name.endsWith('.new') || orphan) tidyUp(() => removeFile(join(backups, name)))
  }
}

const nextSequence = (dir: string): number => 1 + Math.max(0, ...listBackups(dir).map((backup) => backup.sequence))

/**
 * Begins a backup of the state that `source` reads. Exactly this state must be copied, so `source` is inside a read
 * transaction or nobody can write. Throws REFUSED `backup-unusable` when it is not the expected state.
 */
function beginBackup(request: BackupRequest, source: Sqlite): BackupDraft {
  const { backups } = workspaceFiles(request.dir)
  ensureFolder(backups)
  sweep(backups)
  const difference = request.expected && differenceTo(request.expected, describeState(source))
  if (difference) refuse('backup-unusable', difference)
  const sequence = nextSequence(request.dir)
  const file = join(backups, `${DRAFT_PREFIX}${sequence}.sqlite`)
  for (const leftover of databaseFiles(file)) removeFile(leftover)
  return {
    request,
    file,
    sequence,
    rows: countRows(source),
    schema: schemaOf(source),
    lastBatch: lastBatchOf(source),
    attachments: hasTable(source, 'attachment') ? namedAttachments(source) : [],
  }
}

/**
 * Opens a copy, checks it completely, and answers its rows. Throws REFUSED `backup-unusable`, also for a sound database
 * that is not one of Kurs, such as a file without tables.
 */
export function verifyCopy(file: string): { rows: Record<string, number>; schema: number } {
  assertPlainDatabase(file)
  const sqlite = new Database(file, { fileMustExist: true })
  try {
    sqlite.pragma('trusted_schema = OFF')
    // A backup is one file: the journal mode of the original database would put others beside it.
    sqlite.pragma('journal_mode = DELETE')
    const [problem] = findDamage(sqlite, 'full')
    if (problem !== undefined) refuse('backup-unusable', problem)
    if (schemaOf(sqlite) === 0 || !hasTable(sqlite, 'item')) refuse('backup-unusable', 'it holds no workspace')
    return { rows: countRows(sqlite), schema: schemaOf(sqlite) }
  } finally {
    sqlite.close()
  }
}

const sameRows = (a: Record<string, number>, b: Record<string, number>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([table, rows]) => b[table] === rows)

const fileName = (now: number, sequence: number): string =>
  `kurs-${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z-${sequence}.sqlite`

/** Checks a finished copy and records what it holds. */
function vouchFor({ request, file, ...draft }: BackupDraft): BackupManifest {
  const { dir, reason, now } = request
  const { rows } = verifyCopy(file)
  if (!sameRows(rows, draft.rows)) refuse('backup-unusable', 'the copy holds other rows than the database')
  const missing = draft.attachments.filter(({ hash, size }) => !isAttachmentIntact(dir, hash, size, true))
  fsyncFile(file)
  return {
    version: 1,
    sequence: draft.sequence,
    madeAt: now,
    day: localDay(now),
    reason,
    pinned: isPinned(reason),
    schema: draft.schema,
    size: statSync(file).size,
    sha256: hashFile(file),
    rows,
    files: draft.attachments.length,
    missingFiles: missing.length,
    lastBatch: draft.lastBatch.id,
    lastBatchAt: draft.lastBatch.at,
  }
}

/**
 * Turns a finished copy into a backup: read back, checked, compared, made durable, named; only then are older ones
 * removed. The note is written first, so a backup never has its name without the note that vouches for it. A refused
 * backup leaves nothing that could pass for one.
 */
function finishBackup(draft: BackupDraft): Backup {
  const { dir, now } = draft.request
  const name = fileName(now, draft.sequence)
  try {
    const manifest = vouchFor(draft)
    writeFileDurably(manifestPath(dir, name), `${JSON.stringify(manifest, null, 2)}\n`)
    renameDurably(draft.file, backupPath(dir, name))
    tidyUp(() => pruneBackups(dir))
    return describeNoted(name, manifest, manifest.size)
  } catch (error) {
    discardDraft(draft)
    tidyUp(() => removeFiles(dir, name))
    throw error
  }
}

/** Keeps a complete database file among the backups, unverified: it is shown, and checked before it is used. */
export function keepAsBackup(dir: string, file: string, now: number): void {
  ensureFolder(workspaceFiles(dir).backups)
  renameDurably(file, backupPath(dir, fileName(now, nextSequence(dir))))
}

/** Removes what a backup that did not succeed has written. */
function discardDraft(draft: BackupDraft): void {
  tidyUp(...databaseFiles(draft.file).map((file) => () => removeFile(file)))
}

/** Removes one backup with its note; a note without a backup means nothing. */
function removeFiles(dir: string, name: string): void {
  removeFile(backupPath(dir, name))
  tidyUp(() => removeFile(manifestPath(dir, name)))
}

/** Removes the backups that retention no longer needs; answers their names. */
function pruneBackups(dir: string): string[] {
  const expired = expiredBackups(listBackups(dir))
  for (const name of expired) removeFiles(dir, name)
  if (expired.length > 0) fsyncFolder(workspaceFiles(dir).backups)
  return expired
}

/** True when a backup is still, byte for byte, what was verified when it was made. */
function isAsMade(dir: string, name: string): boolean {
  const manifest = readManifest(dir, name)
  try {
    return manifest !== null && hashFile(backupPath(dir, name)) === manifest.sha256
  } catch {
    return false
  }
}

/**
 * Removes a backup at the user's wish; the newest one that can still be used is refused. A file that was damaged since
 * it was made does not count as the newest: it would be protected, and the good ones would not.
 */
export function removeBackup(dir: string, name: string): void {
  const newest = listBackups(dir).find((backup) => backup.verified && isAsMade(dir, backup.name))
  if (newest?.name === name) refuse('backup-newest')
  removeFiles(dir, name)
}

/** Makes a backup while nobody else can write: before a migration, when nothing else runs yet. */
export function makeBackupNow(request: BackupRequest, sqlite: Sqlite): Backup {
  const draft = beginBackup(request, sqlite)
  try {
    makePrivate(draft.file)
    sqlite.prepare('VACUUM INTO ?').run(draft.file)
  } catch (error) {
    discardDraft(draft)
    throw error
  }
  return finishBackup(draft)
}

/** Pages copied before checking again whether to stop. */
const PAGES = 4000

type Report = (done: number, total: number) => void

/** Makes a backup of a database that others go on writing to; for a worker thread. */
export async function makeBackup(request: BackupRequest, report: Report): Promise<Backup> {
  const sqlite = openReadOnly(workspaceFiles(request.dir).database)
  try {
    return await copyOpen(request, sqlite, report)
  } finally {
    sqlite.close()
  }
}

/** Makes a backup through an open connection, even if another file has the name of its database by now. */
export async function copyOpen(request: BackupRequest, sqlite: Sqlite, report: Report): Promise<Backup> {
  let draft: BackupDraft | undefined
  try {
    // One read transaction: rows are counted in exactly the state that is copied.
    sqlite.exec('BEGIN')
    draft = beginBackup(request, sqlite)
    makePrivate(draft.file)
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
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
  }
  return finishBackup(draft)
}
