import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { holdStore, releaseStore, tellListeners } from '#main/store/database.ts'
import type { Job } from '#main/store/jobs.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { receiveFile } from '#main/store/receive-file.ts'
import { isEmptyWorkspace } from '#main/store/rows.ts'
import { runWorker, workerUrl } from '#main/store/run-worker.ts'
import { EVERYTHING } from '#main/store/workspace-backups.ts'
import { ensureFolder, workspaceFiles } from '#main/store/workspace-files.ts'
import { ARCHIVE_LIMIT, type ArchivePreview } from '#shared/model/archive.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import type { ExchangeJob } from './exchange-worker.ts'

/** Megabytes the worker may hold; a well-formed archive that needs more is refused instead of exhausting the machine. */
const MEMORY = 2048

const uploadPath = (dir: string, uploadId: string): string => join(workspaceFiles(dir).staging, `${uploadId}.archive`)

/** Where a received archive waits; throws NOT_FOUND when it was imported, discarded or never sent. */
function findUpload(dir: string, uploadId: string): string {
  const file = uploadPath(dir, uploadId)
  if (!existsSync(file)) throw new Failure('NOT_FOUND', { uid: uploadId })
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
    await rm(file, { force: true })
    throw error
  }
}

/** What a received archive holds and what is wrong with it; nothing is changed. */
export function previewArchive(workspace: Workspace, uploadId: string): Promise<ArchivePreview> {
  return workspace.jobs.run('import', async (job) => {
    const file = findUpload(workspace.dir, uploadId)
    const preview = await work<Omit<ArchivePreview, 'workspaceIsEmpty'>>({ job: 'inspect', file }, job)
    return { ...preview, workspaceIsEmpty: isEmptyWorkspace(workspace.store) }
  })
}

/** Fills the empty workspace from a received archive, after a pinned backup; all of it or nothing. */
export function importReceived(workspace: Workspace, uploadId: string): Promise<{ items: number; undoName: string }> {
  const { dir, store, jobs, backups } = workspace
  return jobs.run('import', async (job) => {
    const file = findUpload(dir, uploadId)
    if (!isEmptyWorkspace(store)) refuse('workspace-not-empty')
    if (store.held !== null) throw new Failure('STORAGE', { reason: store.held })
    holdStore(store, 'busy')
    try {
      const backup = await backups.makeWithin(job, 'before-import')
      const { items } = await work<{ items: number }>({ job: 'import', dir, file, now: store.clock() }, job)
      await rm(file, { force: true })
      return { items, undoName: backup.name }
    } finally {
      releaseStore(store)
      tellListeners(store, EVERYTHING)
    }
  })
}

/** Forgets a received archive. */
export async function discardArchive(workspace: Workspace, uploadId: string): Promise<void> {
  await rm(uploadPath(workspace.dir, uploadId), { force: true })
}
