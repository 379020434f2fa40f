import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const DATABASE_FILE = 'kurs.sqlite'

/** Everything that stands in a workspace folder beside the owner's lock. */
export const workspaceFiles = (dir: string) => ({
  database: join(dir, DATABASE_FILE),
  /** A restored database, complete and checked, about to take the database's place. */
  ready: join(dir, `${DATABASE_FILE}.ready`),
  backups: join(dir, 'backups'),
  attachments: join(dir, 'attachments'),
  /** Copies of damaged databases: never overwritten, never deleted. */
  damaged: join(dir, 'damaged'),
  /** What is being received; emptied at every start. */
  staging: join(dir, 'staging'),
})

/** What SQLite keeps beside a database file. */
export const sideFiles = (database: string): string[] => [`${database}-wal`, `${database}-shm`]

/** Makes what was written to a file survive a power cut. */
export function fsyncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes names given or removed in a folder survive a power cut. Windows has no such call and needs none. */
export function fsyncFolder(dir: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(dir, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Gives a complete, fsynced file its final name. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  fsyncFolder(dirname(to))
}

/** Writes a small file so that a reader sees the old content or the new, never half of it. */
export function writeFileDurably(file: string, content: string): void {
  const draft = `${file}.new`
  const handle = openSync(draft, 'w', 0o600)
  try {
    writeSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameDurably(draft, file)
}

/** Creates a folder inside the workspace for its user alone, for good; harmless when it exists. */
export function ensureFolder(dir: string): void {
  const created = mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (created === undefined) return
  // Every folder down from the first new one is a name in the one above it.
  for (let folder = dir; folder.length >= created.length; folder = dirname(folder)) fsyncFolder(dirname(folder))
}

/** Removes what earlier runs were receiving when they ended. */
export function emptyStaging(dir: string): void {
  rmSync(workspaceFiles(dir).staging, { recursive: true, force: true })
}
