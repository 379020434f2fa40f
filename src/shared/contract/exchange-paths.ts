import type { CsvList } from '#shared/model/entities.ts'
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
