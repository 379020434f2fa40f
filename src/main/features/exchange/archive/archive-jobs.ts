import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assertStillSameFiles, assertWritable } from '#main/store/engine/commit.ts'
import { tellListeners, whileHeld } from '#main/store/engine/database.ts'
import { isEmptyWorkspace } from '#main/store/engine/rows.ts'
import { receiveFile } from '#main/store/files/receive-file.ts'
import { ensureFolder, removeFile, sizeOf, tidyUp, workspaceFiles } from '#main/store/files/workspace-files.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import type { Job } from '#main/store/threads/jobs.ts'
import { runWorker, workerUrl } from '#main/store/threads/run-worker.ts'
import { ARCHIVE_LIMIT, type ArchivePreview } from '#shared/model/archive.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import { EVERYTHING } from '#shared/model/subject.ts'
import { assertSound } from './archive-import.ts'
import type { ExchangeJob } from './exchange-worker.ts'

/** Megabytes the worker may hold; a well-formed archive that needs more is refused instead of exhausting the machine. */
const MEMORY = 2048

const uploadPath = (dir: string, uploadId: string): string => join(workspaceFiles(dir).staging, `${uploadId}.archive`)

/** File with the answer to an import: an import asked for again after a lost answer is answered from it. */
const answerPath = (dir: string, uploadId: string): string => `${uploadPath(dir, uploadId)}.done`

interface Imported {
  items: number
  undoName: string
}

async function readAnswer(dir: string, uploadId: string): Promise<Imported | null> {
  try {
    return JSON.parse(await readFile(answerPath(dir, uploadId), 'utf8')) as Imported
  } catch {
    return null
  }
}

/** Path of a received archive; throws NOT_FOUND when it was imported, discarded or never sent. */
function findUpload(dir: string, uploadId: string): string {
  const file = uploadPath(dir, uploadId)
  if (sizeOf(file) === null) throw new Failure('NOT_FOUND', { uid: uploadId })
  return file
}

async function work<T>(data: ExchangeJob, job: Job): Promise<T> {
  try {
    return await runWorker<T>(workerUrl(import.meta.url, './exchange-worker.ts'), data, job, MEMORY)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return refuse('archive-damaged', 'it needs more memory than any archive should')
    throw error
  }
}

/** Receives an archive into the workspace's staging folder. Throws REFUSED `file-too-large`. */
export async function receiveArchive(dir: string, content: AsyncIterable<Uint8Array>): Promise<{ uploadId: string }> {
  const uploadId = randomUUID()
  ensureFolder(workspaceFiles(dir).staging)
  const file = uploadPath(dir, uploadId)
  try {
    await receiveFile(file, content, ARCHIVE_LIMIT)
    return { uploadId }
  } catch (error) {
    tidyUp(() => removeFile(file))
    throw error
  }
}

type Inspected = Omit<ArchivePreview, 'workspaceIsEmpty'>

const inspect = (file: string, job: Job): Promise<Inspected> => work<Inspected>({ job: 'inspect', file }, job)

/** What a received archive holds and what is wrong with it; nothing is changed. */
export function previewArchive(workspace: Workspace, uploadId: string): Promise<ArchivePreview> {
  return workspace.jobs.run('import', async (job) => {
    const file = findUpload(workspace.dir, uploadId)
    const preview = await inspect(file, job)
    return { ...preview, workspaceIsEmpty: isEmptyWorkspace(workspace.store) }
  })
}

/**
 * Fills the empty workspace from a received archive, after a pinned backup; either all of it is imported or nothing.
 * The archive is read once before the backup, so that a refused archive leaves no backup behind. A repeated request
 * gets the same answer.
 */
export function importReceived(workspace: Workspace, uploadId: string): Promise<Imported> {
  const { dir, store, jobs, backups } = workspace
  return jobs.run('import', async (job) => {
    const answered = await readAnswer(dir, uploadId)
    if (answered !== null) return answered
    const file = findUpload(dir, uploadId)
    if (!isEmptyWorkspace(store)) refuse('workspace-not-empty')
    assertWritable(store)
    assertSound((await inspect(file, job)).problems)
    return whileHeld(store, async () => {
      try {
        const backup = await backups.makeWithin(job, 'before-import')
        const { items } = await work<{ items: number }>({ job: 'import', dir, file, now: store.clock() }, job)
        // The worker opened the database files by name, so they must still be the same files.
        assertStillSameFiles(store)
        const imported = { items, undoName: backup.name }
        // The import is done: the answer stays the same even when the upload cannot be removed.
        tidyUp(() => removeFile(file))
        // The file only serves requests repeated in the next minutes: the import stands even when it cannot be written.
        await writeFile(answerPath(dir, uploadId), JSON.stringify(imported), { mode: 0o600 }).catch(() => {})
        return imported
      } finally {
        tellListeners(store, EVERYTHING)
      }
    })
  })
}

export async function discardArchive(workspace: Workspace, uploadId: string): Promise<void> {
  removeFile(uploadPath(workspace.dir, uploadId))
}
