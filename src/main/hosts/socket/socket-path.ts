import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

/** macOS allows 104 bytes including the end, Linux 108. */
const LONGEST = 100

export interface SocketPlace {
  platform: NodeJS.Platform
  /** `XDG_RUNTIME_DIR`, where there is one. */
  runtimeDir: string | undefined
  tmpdir: string
  /** Numeric id of the user; null on Windows. */
  uid: number | null
}

/**
 * Where the owner of a workspace listens: a short path in a folder that only this user may enter, or a Windows pipe with
 * an unguessable name. Null when no safe place can be found; then others cannot reach the owner, and nothing else breaks.
 */
export function findSocketPath(workspaceDir: string, place: SocketPlace): string | null {
  const name = `kurs-${createHash('sha256').update(workspaceDir).digest('hex').slice(0, 16)}`
  // A pipe name is visible to every user, so somebody else could take a predictable one first.
  if (place.platform === 'win32') return `\\\\.\\pipe\\${name}-${randomBytes(16).toString('hex')}`
  const folders = [place.runtimeDir, join(place.tmpdir, `kurs-${place.uid}`), `/tmp/kurs-${place.uid}`]
  for (const folder of folders) {
    if (!folder || !isAbsolute(folder) || !isPrivateFolder(folder, place.uid)) continue
    const path = join(folder, `${name}.sock`)
    if (Buffer.byteLength(path) <= LONGEST) return path
  }
  return null
}

/** A link or a folder of somebody else in the shared temporary folder must not be trusted. */
function isPrivateFolder(folder: string, uid: number | null): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch {
    // The folder exists already or cannot be made; the check below decides.
  }
  try {
    const found = lstatSync(folder)
    return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0
  } catch {
    return false
  }
}
