import { z } from 'zod'
import { ArchivePreview } from '#shared/model/archive.ts'
import { BackupName } from '#shared/model/backup.ts'
import { JobProgress } from '#shared/model/job.ts'
import { Nothing, procedure } from './base.ts'

const ByUpload = z.strictObject({ uploadId: z.uuid() })

export const exchange = {
  /** The content of a received archive and its problems; changes nothing. */
  previewArchive: procedure.input(ByUpload).output(ArchivePreview),
  /**
   * Fills the empty workspace, all or nothing, after a pinned backup (`undoName`). REFUSED: `workspace-not-empty`,
   * `archive-unreadable`, `archive-newer`, `archive-damaged` with the problems.
   */
  importArchive: procedure.input(ByUpload).output(z.strictObject({ items: z.int(), undoName: BackupName })),
  /** Deletes a received archive. */
  discardArchive: procedure.input(ByUpload).output(z.null()),
  /** Progress of a preview or import; null when none runs. */
  progress: procedure.input(Nothing).output(JobProgress.nullable()),
  /** Stops a preview or import and leaves nothing of it. Answers whether one was running. */
  cancel: procedure.input(Nothing).output(z.boolean()),
}
