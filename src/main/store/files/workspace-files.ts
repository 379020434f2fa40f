import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

export const DATABASE_FILE = 'kurs.sqlite'

/** Everything in a workspace folder except the owner's lock. */
export const workspaceFiles = (dir: string) => ({
  database: join(dir, DATABASE_FILE),
  /** A restored database while it is copied and checked. */
  staged: join(dir, `${DATABASE_FILE}.staged`),
  /** The old database during an exchange, while another one takes its place. */
  replaced: join(dir, `${DATABASE_FILE}.replaced`),
  /** File by which earlier versions of Kurs announced an exchange. */
  ready: join(dir, `${DATABASE_FILE}.ready`),
  backups: join(dir, 'backups'),
  attachments: join(dir, 'attachments'),
  /** What is typed and not saved yet; belongs to no backup and no export. */
  drafts: join(dir, 'drafts'),
  /** Copies of damaged databases: never overwritten, never deleted. */
  damaged: join(dir, 'damaged'),
  /** What is being received; emptied at every start. */
  staging: join(dir, 'staging'),
})

/** What SQLite keeps beside a database file. */
export const sideFiles = (database: string): string[] => [`${database}-wal`, `${database}-shm`]

/** A database file and every file that may be beside it. */
export const databaseFiles = (database: string): string[] => [database, `${database}-journal`, ...sideFiles(database)]

/** Bytes of a file, null when there is none. Unlike `existsSync` it throws when it cannot find out. */
export function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null
}

/** Removes a file that may be there. Node's `rmSync` names no reason when it fails. */
export function removeFile(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Removes a file or folder that may be there with all it holds; links are removed, not followed. */
export function removeTree(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) {
    for (const name of readdirSync(path)) removeTree(join(path, name))
    rmdirSync(path)
  } else if (found !== undefined) removeFile(path)
}

/**
 * Runs steps that only tidy up, one after the other. A step that fails (a virus scanner holds the file) does not stop
 * the others, and never replaces the result or the error before it. What is left behind is harmless and is removed the
 * next time.
 */
export function tidyUp(...steps: (() => void)[]): void {
  for (const step of steps) {
    try {
      step()
    } catch {
      // The next start or the next run does it.
    }
  }
}

/** Makes what was written to a file survive a power cut. */
export function fsyncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes new and removed names in a folder survive a power cut. Windows has no such call and does not need it. */
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
  try {
    removeFile(draft)
    const handle = openSync(draft, 'wx', 0o600)
    try {
      // Not `writeSync`, which may write only a part without an error.
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameDurably(draft, file)
  } catch (error) {
    tidyUp(() => removeFile(draft))
    throw error
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/**
 * Creates a folder and its parents, for the user alone; answers the new ones, the innermost first. Node's own recursive
 * call reports ENOENT on a read-only file system, which would look like a missing folder.
 */
export function makeFolders(dir: string): string[] {
  if (isFolder(dir)) return []
  const above = dirname(dir)
  const made = sizeOf(above) === null ? makeFolders(above) : []
  try {
    mkdirSync(dir, { mode: 0o700 })
    return [dir, ...made]
  } catch (error) {
    // Another process may be faster.
    if (isFolder(dir)) return made
    removeFolders(made)
    throw error
  }
}

const removeFolders = (folders: readonly string[]): void => tidyUp(...folders.map((folder) => () => rmdirSync(folder)))

/** Creates a folder inside the workspace for its user alone and makes it durable; does nothing when it exists. */
export function ensureFolder(dir: string): void {
  const folders = makeFolders(dir)
  try {
    // The name of each new folder is made durable in its parent.
    for (const folder of folders) fsyncFolder(dirname(folder))
  } catch (error) {
    // If the folders stayed, nothing else would make their names durable.
    removeFolders(folders)
    throw error
  }
}

/** Removes what earlier runs were receiving when they ended. */
export function emptyStaging(dir: string): void {
  removeTree(workspaceFiles(dir).staging)
}
