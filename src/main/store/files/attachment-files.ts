import { createHash } from 'node:crypto'
import { closeSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openPlain, plainSize } from './private-files.ts'
import { ensureFolder, fsyncFolder, removeFile, renameDurably, tidyUp, workspaceFiles } from './workspace-files.ts'

const CHUNK = 1 << 20

/** Path of the content with this SHA-256: `attachments/ab/<hash>`. */
export function attachmentPath(dir: string, hash: string): string {
  return join(workspaceFiles(dir).attachments, hash.slice(0, 2), hash)
}

/** SHA-256 of a file, hex. */
export function hashFile(file: string): string {
  const hash = createHash('sha256')
  const handle = openPlain(file)
  const buffer = Buffer.allocUnsafe(CHUNK)
  try {
    for (;;) {
      const read = readSync(handle, buffer, 0, CHUNK, null)
      if (read === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, read))
    }
  } finally {
    closeSync(handle)
  }
}

/**
 * True when the content is there in full; `deep` reads it all. Unreadable content counts as missing: one bad sector in
 * one file must not keep the database from being backed up.
 */
export function isAttachmentIntact(dir: string, hash: string, size: number, deep: boolean): boolean {
  const file = attachmentPath(dir, hash)
  try {
    return plainSize(file) === size && (!deep || hashFile(file) === hash)
  } catch {
    return false
  }
}

/**
 * Moves a complete, fsynced file to its place under its hash. Must come before the row that names it, so that no row is
 * ever without its file. Content that is already there and whole is kept.
 */
export function adoptAttachment(dir: string, incoming: string, hash: string, size: number): void {
  const target = attachmentPath(dir, hash)
  const folder = dirname(target)
  if (isAttachmentIntact(dir, hash, size, true)) {
    // A process that died may have given the name without making it durable.
    fsyncFolder(folder)
    tidyUp(() => removeFile(incoming))
    return
  }
  ensureFolder(folder)
  renameDurably(incoming, target)
}
