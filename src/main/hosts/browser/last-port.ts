import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'browser-port'

/**
 * The port this workspace was last opened at, null when there is none. A browser keeps what a page remembers (unfinished
 * forms, remembered choices) by address, port included: with another port after a restart they would be out of reach.
 */
export function readLastPort(dir: string): number | null {
  try {
    const port = Number(readFileSync(join(dir, FILE), 'utf8'))
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null
  } catch {
    return null
  }
}

/** Remembers the port; where that is impossible the next start simply has another one. */
export function rememberPort(dir: string, port: number): void {
  try {
    writeFileSync(join(dir, FILE), `${port}\n`, { mode: 0o600 })
  } catch {
    // A folder that cannot be written is reported where data is saved.
  }
}
