import { z } from 'zod'
import { ArchivePreview } from '#shared/model/archive.ts'
import { BackupName } from '#shared/model/backup.ts'
import { JobProgress } from '#shared/model/job.ts'
import { Nothing, procedure } from './base.ts'

const ByUpload = z.strictObject({ uploadId: z.uuid() })

export const exchange = {
  /** What a received archive holds and what is wrong with it; changes nothing. */
  previewArchive: procedure.input(ByUpload).output(ArchivePreview),
  /**
   * Fills the empty workspace, all or nothing, after a pinned backup (`undoName`). Refused: `workspace-not-empty`,
   * `archive-unreadable`, `archive-newer`, `archive-damaged` with what is wrong.
   */
  importArchive: procedure.input(ByUpload).output(z.strictObject({ items: z.int(), undoName: BackupName })),
  /** Forgets a received archive. */
  discardArchive: procedure.input(ByUpload).output(z.null()),
  /** How far a preview or import is; null when none runs. */
  progress: procedure.input(Nothing).output(JobProgress.nullable()),
  /** Stops a preview or import; nothing of it stays. Answers whether there was one. */
  cancel: procedure.input(Nothing).output(z.boolean()),
}
