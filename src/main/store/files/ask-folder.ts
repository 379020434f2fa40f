import { accessSync, closeSync, constants, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_FILE, removeFile, tidyUp, workspaceFiles } from './workspace-files.ts'

/** More than what SQLite needs beside a database to open it, so that a disk that is too full for that is found out. */
const SIZE = 1 << 16

const PROBE = `${DATABASE_FILE}.probe`

/**
 * Why nothing can be written in the workspace folder, as the system's own error; null when something can. For errors of
 * SQLite, which only says that there was one: the folder is tried and the system says what is wrong.
 */
export function askFolder(dir: string): unknown {
  const file = join(dir, PROBE)
  try {
    accessSync(dir)
    const handle = openSync(file, 'w', 0o600)
    try {
      writeFileSync(handle, Buffer.alloc(SIZE))
    } finally {
      closeSync(handle)
      tidyUp(() => removeFile(file))
    }
    accessSync(workspaceFiles(dir).database, constants.R_OK | constants.W_OK)
    return null
  } catch (error) {
    return error
  }
}
