import { z } from 'zod'
import { Day, Instant } from './common.ts'
import { StorageReason } from './failure.ts'
import { JobProgress } from './job.ts'

/** Why a copy of the database was made. */
export const BackupReason = z.enum(['daily', 'manual', 'before-migration', 'before-restore', 'before-import'])
export type BackupReason = z.infer<typeof BackupReason>

/** Name of a backup's file, and nothing else: no path can hide in it. */
export const BackupName = z.string().regex(/^kurs-\d{8}T\d{6}Z-\d{1,9}\.sqlite$/)
export type BackupName = z.infer<typeof BackupName>

/** What stands beside a backup (`<name>.json`): what it held when it was verified, so that later damage can be seen. */
export const BackupManifest = z.strictObject({
  version: z.literal(1),
  /** Grows by one with every backup of a workspace; which is the newest is decided by it, never by the clock. */
  sequence: z.int().min(1),
  madeAt: Instant,
  /** The user's day at that moment. */
  day: Day,
  reason: BackupReason,
  /** Never removed by retention. */
  pinned: z.boolean(),
  /** Number of migrations the database had seen. */
  schema: z.int().min(0),
  /** Bytes. */
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows by table. */
  rows: z.record(z.string(), z.int().min(0)),
  /** Attached files the database names. */
  files: z.int().min(0),
  /** How many of them were not in the workspace, or not as they had been attached. */
  missingFiles: z.int().min(0),
  /** Newest entry of the history, to know whether anything changed since. */
  lastBatch: z.int().min(0),
  /** Its instant; 0 in notes from before it was kept. */
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
  /** It was read back and checked when it was made, and its size is still the same. */
  verified: z.boolean(),
  missingFiles: z.int().min(0),
  /** Items of every type it holds; null when it was never verified. */
  items: z.int().min(0).nullable(),
})
export type Backup = z.infer<typeof Backup>

/** How safe the data is at this moment. */
export const SafetyState = z.strictObject({
  running: JobProgress.nullable(),
  /** Newest verified backup, whatever the clock said when it was made. */
  lastVerified: Backup.nullable(),
  /** Nothing was changed since then. */
  upToDate: z.boolean(),
  /** The automatic backup that did not succeed, until one does. */
  lastFailure: z.strictObject({ at: Instant, reason: z.union([StorageReason, z.literal('other')]) }).nullable(),
  /** A check found the database damaged: nothing is written any more until a backup is restored. */
  damaged: z.boolean(),
})
export type SafetyState = z.infer<typeof SafetyState>
