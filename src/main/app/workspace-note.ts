import { join } from 'node:path'
import { readPlainText } from '#main/store/files/private-files.ts'
import { writeFileDurably } from '#main/store/files/workspace-files.ts'

/** A host's small note in a workspace folder; null when there is none that can be read. */
export function readNote(dir: string, name: string): string | null {
  try {
    return readPlainText(join(dir, name))
  } catch {
    return null
  }
}

/** Keeps such a note; a folder that cannot be written is reported where data is saved, not here. */
export function writeNote(dir: string, name: string, text: string): void {
  try {
    writeFileDurably(join(dir, name), text)
  } catch {
    // The next start manages without it.
  }
}
