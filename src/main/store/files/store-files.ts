import { renameSync, statSync } from 'node:fs'
import { sideFiles } from './workspace-files.ts'

/** A file as it was last seen under its name. */
interface SeenFile {
  file: string
  dev: bigint
  ino: bigint
  size: bigint
}

/** The files an open database works on. Their names may later refer to other files. */
export interface StoreFiles {
  database: SeenFile
  log: SeenFile
}

/**
 * What has the names of an open database: its own files; its own, but one of them shorter than before; its own without
 * a log; other files or none.
 */
export type FilesState = 'same' | 'cut' | 'log-cut' | 'log-gone' | 'moved'

/** Whole numbers of any size: inode numbers of Windows and of network folders do not fit into a double. */
const look = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false })

/** No file has this number, so a file that was missing at first is never taken for the same file later. */
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
 * Closes a database by `close`. SQLite then deletes the file with the name of the log. When another database has taken
 * this one's place, that file is the other's log and may hold the only copy of changes, so it is moved aside meanwhile.
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
