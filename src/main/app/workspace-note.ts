import { join } from 'node:path'
import { readPlainText } from '#main/store/files/private-files.ts'
import { writeFileDurably } from '#main/store/files/workspace-files.ts'

/** A small note of a host in a workspace folder; null when there is none that can be read. */
export function readNote(dir: string, name: string): string | null {
  try {
    return readPlainText(join(dir, name))
  } catch {
    return null
  }
}

/** Saves a host's note. A folder that cannot be written is not reported here, but when data is saved. */
export function writeNote(dir: string, name: string, text: string): void {
  try {
    writeFileDurably(join(dir, name), text)
  } catch {
    // The next start works without the note.
  }
}
