/**
 * The files of a workspace: plain files, readable by their user alone. Anything else under such a name (a pipe, a
 * socket, a device) could keep the process that opens it waiting for ever, so it is never opened.
 */
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs'
import { join } from 'node:path'

const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700

/** Most bytes of a small file (a note, a port) that are read. */
const NOTE_LIMIT = 1 << 20

/** All names that Kurs uses at the top of a workspace. */
const OWN_NAMES = /^(kurs\.sqlite.*|owner\.(lock|json).*|browser-port.*|backups|attachments|drafts|damaged|staging)$/

/** Something other than a file has a file's name; the error code is the one of BSD. */
function notPlain(file: string): Error {
  return Object.assign(new Error(`EFTYPE: not a plain file, open '${file}'`), { code: 'EFTYPE', path: file })
}

/** Opens a plain file for reading. Throws the system's errors, and EFTYPE for anything else; never waits for a writer. */
export function openPlain(file: string): number {
  // Windows has neither this flag nor such files.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  if (fstatSync(handle).isFile()) return handle
  closeSync(handle)
  throw notPlain(file)
}

/** The text of a small plain file. Throws as `openPlain`, also for one too large to be a note. */
export function readPlainText(file: string): string {
  const handle = openPlain(file)
  try {
    if (fstatSync(handle).size > NOTE_LIMIT) throw notPlain(file)
    return readFileSync(handle, 'utf8')
  } finally {
    closeSync(handle)
  }
}

/** Size in bytes of a plain file; null when the name is free or belongs to something else. */
export function plainSize(file: string): number | null {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.size : null
}

/**
 * For files that others open by name: throws EFTYPE when the name belongs to anything but a plain file; does nothing
 * when it is free.
 */
export function assertPlain(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw notPlain(file)
}

/** The same for a database, including the files that SQLite puts beside it. */
export function assertPlainDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) assertPlain(file + suffix)
}

/** Removes the permissions that a file or folder gives to everybody else. */
function tighten(path: string, found: Stats, mode: number): void {
  if ((found.mode & 0o777) === mode || found.uid !== process.getuid?.()) return
  try {
    chmodSync(path, mode)
  } catch {
    // A file system may have no modes (an exFAT stick) or forbid changing them: that must not keep anybody from working.
  }
}

/** Creates an empty file; false when somebody else was faster. */
function createEmpty(file: string): boolean {
  try {
    // Nobody can have a lock on a new file; closing a handle of an old one would give up this process's locks on it.
    closeSync(openSync(file, 'wx', PRIVATE_FILE))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * Makes a file readable for its user alone before others write into it by name: SQLite's own would be readable for
 * everybody, and the log beside it takes the database's mode. Created empty when absent. Throws as `assertPlain`.
 */
export function makePrivate(file: string): void {
  const exists = statSync(file, { throwIfNoEntry: false }) !== undefined
  if (!exists && createEmpty(file)) return
  const found = statSync(file)
  if (!found.isFile()) throw notPlain(file)
  tighten(file, found, PRIVATE_FILE)
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // The code that needs the content says why it cannot be read.
    return []
  }
}

function tightenTree(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isFile() === true) tighten(path, found, PRIVATE_FILE)
  if (found?.isDirectory() !== true) return
  tighten(path, found, PRIVATE_FOLDER)
  for (const name of listFolder(path)) tightenTree(join(path, name))
}

/**
 * Restricts a workspace that was made, copied or unpacked with wider modes to its user. The folder itself is restricted
 * too when it holds nothing else; files that are not Kurs's own stay as they are. Links are not followed.
 */
export function tightenWorkspace(dir: string): void {
  const names = listFolder(dir)
  const own = names.filter((name) => OWN_NAMES.test(name))
  if (own.length === names.length) tighten(dir, statSync(dir), PRIVATE_FOLDER)
  for (const name of own) tightenTree(join(dir, name))
}
