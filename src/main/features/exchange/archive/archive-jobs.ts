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

/** What was answered when an archive was imported: asked again after a lost answer, it is answered again. */
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

/** Where a received archive waits; throws NOT_FOUND when it was imported, discarded or never sent. */
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
 * Fills the empty workspace from a received archive, after a pinned backup; all of it or nothing. It is read once before
 * that: what is refused leaves no backup behind. Asked again it answers the same.
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
        // The worker has opened the files by their names.
        assertStillSameFiles(store)
        const imported = { items, undoName: backup.name }
        // By now it is imported: an upload that cannot be removed changes nothing about the answer.
        tidyUp(() => removeFile(file))
        // Only a convenience of the next minutes: the import stands without it.
        await writeFile(answerPath(dir, uploadId), JSON.stringify(imported), { mode: 0o600 }).catch(() => {})
        return imported
      } finally {
        tellListeners(store, EVERYTHING)
      }
    })
  })
}

/** Forgets a received archive. */
export async function discardArchive(workspace: Workspace, uploadId: string): Promise<void> {
  removeFile(uploadPath(workspace.dir, uploadId))
}
