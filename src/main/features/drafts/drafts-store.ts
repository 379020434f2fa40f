import { createHash, randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openPlain } from '#main/store/files/private-files.ts'
import { ensureFolder, removeFile, workspaceFiles } from '#main/store/files/workspace-files.ts'
import { KeptDraft } from '#shared/contract/drafts.ts'

/** Milliseconds for which a finished draft is remembered, because a browser may send an older text of it until then. */
const REMEMBERED = 30 * 24 * 60 * 60 * 1000

const ENDING = '.json'

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

/** The name of a draft may contain any characters, but a file name may not, so the name is hashed. */
const fileOf = (dir: string, name: string): string =>
  join(workspaceFiles(dir).drafts, createHash('sha256').update(name).digest('hex').slice(0, 32) + ENDING)

/**
 * A draft as it was kept; null when there is none or it cannot be read: a draft only helps and must never block the
 * person.
 */
function readDraft(file: string): KeptDraft | null {
  try {
    const handle = openPlain(file)
    try {
      return KeptDraft.safeParse(JSON.parse(readFileSync(handle, 'utf8'))).data ?? null
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}

/** Not `recursive`: a missing workspace folder must not be created here. */
function ensureDrafts(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/**
 * Keeps a draft in a file of its own, so that it survives the end of the process, the browser and the machine. A draft
 * typed before the kept one changes nothing. Throws STORAGE.
 */
export async function keepDraft(dir: string, draft: KeptDraft): Promise<void> {
  const { drafts, staging } = workspaceFiles(dir)
  ensureDrafts(drafts)
  ensureFolder(staging)
  const file = fileOf(dir, draft.name)
  const arriving = join(staging, randomUUID())
  try {
    const handle = await open(arriving, 'wx', 0o600)
    try {
      await handle.writeFile(JSON.stringify(draft))
      await handle.sync()
    } finally {
      await handle.close()
    }
    // No other code runs between check and rename, so of drafts that arrive together the newest one is kept.
    if ((readDraft(file)?.at ?? 0) < draft.at) renameSync(arriving, file)
  } finally {
    await rm(arriving, { force: true })
  }
}

/** Every draft; drafts finished long ago are deleted. */
export function listDrafts(dir: string, now: number): KeptDraft[] {
  const { drafts } = workspaceFiles(dir)
  ensureDrafts(drafts)
  return readdirSync(drafts).flatMap((name) => {
    const file = join(drafts, name)
    const draft = name.endsWith(ENDING) ? readDraft(file) : null
    if (draft === null) return []
    if (draft.text !== null || draft.at > now - REMEMBERED) return [draft]
    removeFile(file)
    return []
  })
}
