import { z } from 'zod'
import { Day, Instant } from './common.ts'
import { StorageReason } from './failure.ts'
import { JobProgress } from './job.ts'

/** Why a copy of the database was made. */
export const BackupReason = z.enum(['daily', 'manual', 'before-migration', 'before-restore', 'before-import'])
export type BackupReason = z.infer<typeof BackupReason>

/** Name of a backup's file; the pattern allows no path. */
export const BackupName = z.string().regex(/^kurs-\d{8}T\d{6}Z-\d{1,9}\.sqlite$/)
export type BackupName = z.infer<typeof BackupName>

/** The file beside a backup (`<name>.json`): the content when it was verified, so that later damage is noticed. */
export const BackupManifest = z.strictObject({
  version: z.literal(1),
  /** Grows by one with every backup of a workspace; it decides which backup is the newest, never the clock. */
  sequence: z.int().min(1),
  madeAt: Instant,
  /** The user's day at that moment. */
  day: Day,
  reason: BackupReason,
  /** Never removed by retention. */
  pinned: z.boolean(),
  /** Number of migrations applied to the database. */
  schema: z.int().min(0),
  /** Bytes. */
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Number of rows by table. */
  rows: z.record(z.string(), z.int().min(0)),
  /** Number of attached files in the database. */
  files: z.int().min(0),
  /** How many of them were missing from the workspace, or had changed. */
  missingFiles: z.int().min(0),
  /** Newest batch of the history, to tell whether anything changed since. */
  lastBatch: z.int().min(0),
  /** Time of that batch; 0 in manifests from before it was recorded. */
  lastBatchAt: Instant.default(0),
})
export type BackupManifest = z.infer<typeof BackupManifest>

/** A backup as it is shown. */
export const Backup = z.strictObject({
  name: BackupName,
  sequence: z.int().min(0),
  madeAt: Instant,
  day: Day,
  reason: BackupReason.nullable(),
  pinned: z.boolean(),
  /** Bytes. */
  size: z.int().min(0),
  /** It was read back and checked when it was made, and its size has not changed. */
  verified: z.boolean(),
  missingFiles: z.int().min(0),
  /** Number of items of all types; null if it was never verified. */
  items: z.int().min(0).nullable(),
})
export type Backup = z.infer<typeof Backup>

/** How safe the data is at present. */
export const SafetyState = z.strictObject({
  running: JobProgress.nullable(),
  /** Newest verified backup, whatever the clock said when it was made. */
  lastVerified: Backup.nullable(),
  /** Nothing has changed since then. */
  upToDate: z.boolean(),
  /** The last failed automatic backup, until one succeeds. */
  lastFailure: z.strictObject({ at: Instant, reason: z.union([StorageReason, z.literal('other')]) }).nullable(),
  /** A check found the database damaged: nothing is written until a backup is restored. */
  damaged: z.boolean(),
})
export type SafetyState = z.infer<typeof SafetyState>
