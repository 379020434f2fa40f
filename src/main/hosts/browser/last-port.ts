import { readNote, writeNote } from '#main/app/workspace-note.ts'

const FILE = 'browser-port'

/**
 * The port this workspace was last opened at, null when there is none. A browser keeps what a page remembers (unfinished
 * forms, remembered choices) by address, port included: with another port after a restart they would be out of reach.
 */
export function readLastPort(dir: string): number | null {
  const port = Number(readNote(dir, FILE))
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null
}

/** Remembers the port; where that is impossible the next start simply has another one. */
export function rememberPort(dir: string, port: number): void {
  writeNote(dir, FILE, `${port}\n`)
}
