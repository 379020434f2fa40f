/**
 * Files as a workspace keeps them: plain ones, for their user alone. Whatever else stands under such a name (a pipe, a
 * socket, a device) would keep whoever opens it waiting for ever, so it is never opened.
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

/** Everything Kurs gives a name to at the top of a workspace. */
const OWN_NAMES = /^(kurs\.sqlite.*|owner\.(lock|json).*|browser-port.*|backups|attachments|drafts|damaged|staging)$/

/** Something other than a file stands under a file's name; the code is that of BSD for it. */
function notPlain(file: string): Error {
  return Object.assign(new Error(`EFTYPE: not a plain file, open '${file}'`), { code: 'EFTYPE', path: file })
}

/** Opens a plain file for reading. Throws the system's errors, and EFTYPE for anything else; never waits for a writer. */
export function openPlain(file: string): number {
  // Windows has no such flag, and no such names.
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

/** For files that others open by name: EFTYPE when it is anything but a plain file; harmless when nothing is there. */
export function assertPlain(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw notPlain(file)
}

/** The same for a database, beside which SQLite opens files of its own. */
export function assertPlainDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) assertPlain(file + suffix)
}

/** Takes from everybody else what the mode of a file or folder gives them. */
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
    // Whoever needs what is in it says why it cannot be had.
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
 * Closes a workspace that was made, copied or unpacked with wider modes. The folder itself is closed too when nothing else
 * is kept in it; what is not Kurs's own is left as it is. Links are not followed.
 */
export function tightenWorkspace(dir: string): void {
  const names = listFolder(dir)
  const own = names.filter((name) => OWN_NAMES.test(name))
  if (own.length === names.length) tighten(dir, statSync(dir), PRIVATE_FOLDER)
  for (const name of own) tightenTree(join(dir, name))
}
