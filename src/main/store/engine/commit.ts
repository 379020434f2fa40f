import { errorCode, isDamage, storageReason } from '#main/store/files/failures.ts'
import { compareFiles, type FilesState } from '#main/store/files/store-files.ts'
import { tidyUp } from '#main/store/files/workspace-files.ts'
import { Failure, type StorageReason } from '#shared/model/failure.ts'
import {
  endReaders,
  folderOf,
  heldBy,
  holdStore,
  mendStore,
  releaseStore,
  reopenDatabase,
  type Store,
  tellListeners,
} from './database.ts'

/** Bytes before the first frame of a log, and before the page in each frame. */
const LOG_HEADER = 32
const FRAME_HEADER = 24

function refuseStorage(store: Store, reason: StorageReason): never {
  const folder = reason === 'moved' ? { folder: folderOf(store) } : {}
  throw new Failure('STORAGE', { reason, ...folder })
}

/** True when a log that became shorter still has every frame that counts: another program has emptied it properly. */
function isLogWhole({ sqlite, files }: Store): boolean {
  const [counted] = sqlite.pragma('wal_checkpoint(NOOP)') as { log: number }[]
  const frames = counted?.log ?? 0
  const frame = FRAME_HEADER + (sqlite.pragma('page_size', { simple: true }) as number)
  return frames === 0 || files.log.size >= LOG_HEADER + frames * frame
}

/**
 * Writes what a deleted log held into the database, and goes on with a new log: the open file still has all of its
 * content. Answers false while somebody reads from the database.
 */
function rescueLog(store: Store): boolean {
  if (store.readers.size > 0) {
    // A stalled download may last for hours: it is ended here, so that nobody reads any more at the next save.
    void endReaders(store)
    return false
  }
  const [emptied] = store.sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  if (emptied?.busy !== 0) return false
  reopenDatabase(store)
  return compareFiles(store.files) === 'same'
}

/**
 * Makes sure that the names of the database and its log still lead to the files this store works on: what is written
 * into files that were moved away, deleted or replaced is gone after a restart. Otherwise all writing stops. It resumes
 * by itself when the very same files are back: nobody else can have written to them, because their locks are still
 * held. Throws STORAGE `moved` or, when one of the files was cut off, `corrupt`.
 */
export function assertSameFiles(store: Store): void {
  judgeFiles(store, compareFiles(store.files))
}

/**
 * The same check after something has been made durable in these files, which were the right ones a moment before. Only
 * when other files are found does the change count as lost. An error of the check itself says nothing about the files,
 * and it would be wrong to refuse what is done; the next save checks again before it begins.
 */
export function assertStillSameFiles(store: Store): void {
  let state: FilesState
  try {
    state = compareFiles(store.files)
  } catch {
    return
  }
  judgeFiles(store, state)
}

function judgeFiles(store: Store, state: FilesState): void {
  if (state === 'same' || (state === 'log-cut' && isLogWhole(store)) || (state === 'log-gone' && rescueLog(store))) {
    releaseStore(store, 'moved')
    return
  }
  const reason = state === 'cut' || state === 'log-cut' ? 'corrupt' : 'moved'
  holdStore(store, reason)
  tellListeners(store, ['backups'])
  refuseStorage(store, reason)
}

/** Stops all writing once SQLite has reported that the file is damaged; other errors are ignored here. */
export function noteDamage(store: Store, error: unknown): void {
  if (error instanceof Failure || !isDamage(error) || store.holds.has('corrupt')) return
  holdStore(store, 'corrupt')
  tellListeners(store, ['backups'])
}

/**
 * Makes sure that a refused commit cannot come back. When only its last step failed (making it durable), the whole
 * commit is in the log behind the frames that count, and if the process died now, the next start would replay it. So an
 * empty commit is written in its place, and the remaining frames behind it are no longer valid. The empty commit need
 * not be durable: a dying process leaves what it has written, and the next commit makes it durable too. It does not
 * even ask for durability, because where nothing can be made durable, SQLite would not even write to a log it has just
 * restarted.
 */
function overwriteRefused(store: Store): void {
  const { sqlite } = store
  const version = sqlite.pragma('user_version', { simple: true }) as number
  sqlite.pragma('synchronous = OFF')
  try {
    sqlite.pragma(`user_version = ${version}`)
  } finally {
    askForDurability(store)
  }
}

/** Asks for durable commits again. The store is not used before this has succeeded. */
function askForDurability(store: Store): void {
  store.mend = () => {
    store.sqlite.pragma('synchronous = FULL')
    store.mend = null
  }
  tidyUp(() => mendStore(store))
}

function afterFailure(store: Store, error: unknown): void {
  // If the rollback failed as well, everything that follows would become part of the refused transaction.
  if (store.sqlite.inTransaction) reopenDatabase(store)
  noteDamage(store, error)
  if (storageReason(error) === null) return
  try {
    overwriteRefused(store)
  } catch (again) {
    noteDamage(store, again)
  }
}

/** Checks again whether writing has become possible; throws STORAGE while nothing may be written. */
export function assertWritable(store: Store): void {
  mendStore(store)
  const held = heldBy(store)
  if (held !== null && held !== 'moved') refuseStorage(store, held)
  assertSameFiles(store)
}

/**
 * Runs `work` in a transaction. SQLite opens a file read-only when it may not write to it at that moment, and keeps it
 * read-only even when writing becomes possible. The first write of `work` is then refused with nothing done: the file
 * is opened again and `work` is run once more.
 */
function transact<T>(store: Store, work: () => T): T {
  try {
    return store.sqlite.transaction(work).immediate()
  } catch (error) {
    if (errorCode(error) !== 'SQLITE_READONLY') throw error
    reopenDatabase(store)
    mendStore(store)
    return store.sqlite.transaction(work).immediate()
  }
}

/**
 * Runs `work` in one transaction: the one way anything becomes part of the workspace. When `work` throws, everything is
 * rolled back for good. When it returns, its changes are durable and in the files that have the workspace's names.
 * Within a longer transaction it is a part of that one. Throws STORAGE while nothing may be written.
 */
export function commit<T>(store: Store, work: () => T): T {
  if (store.sqlite.inTransaction) return store.sqlite.transaction(work)()
  assertWritable(store)
  let result: T
  try {
    result = transact(store, work)
  } catch (error) {
    if (!(error instanceof Failure)) afterFailure(store, error)
    throw error
  }
  assertStillSameFiles(store)
  return result
}
