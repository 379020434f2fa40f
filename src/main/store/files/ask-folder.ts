import { accessSync, closeSync, constants, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_FILE, removeFile, tidyUp, workspaceFiles } from './workspace-files.ts'

/**
 * Bytes of the probe: more than SQLite needs beside a database to open it, so that a disk too full for that is
 * detected.
 */
const SIZE = 1 << 16

const PROBE = `${DATABASE_FILE}.probe`

/**
 * Why nothing can be written in the workspace folder, as the system's own error; null when something can. SQLite only
 * says that there was an error, so this writes to the folder to learn the system's reason.
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
