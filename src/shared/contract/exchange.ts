import { z } from 'zod'
import { ArchivePreview } from '#shared/model/archive.ts'
import { BackupName } from '#shared/model/backup.ts'
import type { CsvList } from '#shared/model/entities.ts'
import { JobProgress } from '#shared/model/job.ts'
import { Nothing, procedure } from './base.ts'
import { TIME_ZONE_PARAMETER } from './transport.ts'

/** GET: the whole workspace as one archive, streamed. */
export const ARCHIVE_EXPORT_PATH = '/export/archive'

/** Header of that stream: how many items, files and settings it has, each on a line of its own, for a progress bar. */
export const LINES_HEADER = 'x-kurs-lines'

/** POST (octet-stream) receives an archive and answers its `uploadId`; nothing is imported yet. */
export const ARCHIVE_IMPORT_PATH = '/import/archive'

/** GET `/export/csv/<list>`: one list as a table. */
export const CSV_EXPORT_PATH = '/export/csv'

/**
 * Address of a list as CSV. Plain: comma, headings and values as the data has them, whatever the language, reads back
 * exactly. `spreadsheet`: for Excel, with headings, values and signs of the language. `zone`: where the user is, which
 * decides what is done and what is still planned.
 */
export function csvExportAddress(
  list: CsvList,
  options: { language: 'ru' | 'en'; spreadsheet: boolean; zone?: string | undefined },
): string {
  const spreadsheet = options.spreadsheet ? '&spreadsheet=1' : ''
  const zone = options.zone === undefined ? '' : `&${TIME_ZONE_PARAMETER}=${encodeURIComponent(options.zone)}`
  return `${CSV_EXPORT_PATH}/${list}?lang=${options.language}${spreadsheet}${zone}`
}

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
