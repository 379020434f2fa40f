import type { CsvList } from '#shared/model/entities.ts'
import { TIME_ZONE_PARAMETER } from './transport.ts'

/** GET: the whole workspace as one archive, streamed. */
export const ARCHIVE_EXPORT_PATH = '/export/archive'

/**
 * Header of that stream: the number of items, files and settings, each on a line of its own in the archive, for a
 * progress bar.
 */
export const LINES_HEADER = 'x-kurs-lines'

/** POST (octet-stream) receives an archive and answers its `uploadId`; nothing is imported yet. */
export const ARCHIVE_IMPORT_PATH = '/import/archive'

/** GET `/export/csv/<list>`: one list as a table. */
export const CSV_EXPORT_PATH = '/export/csv'

/**
 * Address of a list as CSV. Plain: commas, with headings and values as they are stored, whatever the language; it can
 * be read back exactly. `spreadsheet`: for Excel, with headings, values and separators of the language. `zone`: the
 * user's time zone, which decides what is done and what is still planned.
 */
export function csvExportAddress(
  list: CsvList,
  options: { language: 'ru' | 'en'; spreadsheet: boolean; zone?: string | undefined },
): string {
  const spreadsheet = options.spreadsheet ? '&spreadsheet=1' : ''
  const zone = options.zone === undefined ? '' : `&${TIME_ZONE_PARAMETER}=${encodeURIComponent(options.zone)}`
  return `${CSV_EXPORT_PATH}/${list}?lang=${options.language}${spreadsheet}${zone}`
}
