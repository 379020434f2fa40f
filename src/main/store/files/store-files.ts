import { renameSync, statSync } from 'node:fs'
import { sideFiles } from './workspace-files.ts'

/** A file as it was last seen under its name. */
interface SeenFile {
  file: string
  dev: bigint
  ino: bigint
  size: bigint
}

/** Which files an open database works on. Their names may come to stand for others while it runs. */
export interface StoreFiles {
  database: SeenFile
  log: SeenFile
}

/**
 * What stands under the names of an open database: its own files; its own, but one of them shorter than it was; its own
 * without a log; others or none.
 */
export type FilesState = 'same' | 'cut' | 'log-cut' | 'log-gone' | 'moved'

/** Whole numbers of any size: inode numbers of Windows and of network folders do not fit into a double. */
const look = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false })

/** No file has this number, so that one which was not there at first is not taken for the same later. */
const NOWHERE = { dev: -1n, ino: -1n, size: 0n }

function see(file: string): SeenFile {
  const { dev, ino, size } = look(file) ?? NOWHERE
  return { file, dev, ino, size }
}

const logOf = (database: string): string => sideFiles(database)[0] as string

/** The files a database that was just opened works on. */
export function identifyFiles(database: string): StoreFiles {
  return { database: see(database), log: see(logOf(database)) }
}

/** Looks at one file and keeps its size for the next look. */
function compare(seen: SeenFile): FilesState | 'gone' {
  const found = look(seen.file)
  if (found === undefined) return 'gone'
  if (found.dev !== seen.dev || found.ino !== seen.ino) return 'moved'
  const isShorter = found.size < seen.size
  seen.size = found.size
  return isShorter ? 'cut' : 'same'
}

/** Whether the names still lead to the files the database was opened with: two looks, a few microseconds each. */
export function compareFiles({ database, log }: StoreFiles): FilesState {
  const ofDatabase = compare(database)
  if (ofDatabase !== 'same') return ofDatabase === 'gone' ? 'moved' : ofDatabase
  const ofLog = compare(log)
  if (ofLog === 'gone') return 'log-gone'
  return ofLog === 'cut' ? 'log-cut' : ofLog
}

/**
 * Closes a database by `close`. SQLite then deletes whatever has the name of the log: when another database took the place of
 * this one, that is the other's log, with changes nobody else may have.
 */
export function closeFiles(files: StoreFiles, close: () => void): void {
  const { file } = files.log
  if (compareFiles(files) !== 'moved' || look(file) === undefined) {
    close()
    return
  }
  const aside = `${file}.aside`
  renameSync(file, aside)
  try {
    close()
  } finally {
    renameSync(aside, file)
  }
}
