/** Entry of the thread that writes exports from a snapshot of its own: the main thread only passes the bytes on. */
import { openSnapshot } from '#main/store/engine/database.ts'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import { type Streamed, serveStream } from '#main/store/threads/stream-worker.ts'
import type { CsvList } from '#shared/model/entities.ts'
import { countArchiveLines, writeArchive } from './archive/archive-export.ts'
import { type CsvOptions, writeCsv } from './csv/csv-export.ts'

/** The jobs of this worker. `now` is the instant of the request. */
export type ExportJob =
  | { job: 'archive'; dir: string; now: number }
  | { job: 'csv'; dir: string; now: number; list: CsvList; options: CsvOptions }

/** What is known before the first byte. */
export interface ExportHead {
  /** Lines for a progress bar, null where there is none. */
  lines: number | null
}

function beginExport(data: ExportJob): Streamed<ExportHead> {
  const snapshot = openSnapshot(workspaceFiles(data.dir).database, () => data.now)
  switch (data.job) {
    case 'archive':
      return { head: { lines: countArchiveLines(snapshot) }, pieces: writeArchive(snapshot, data.dir) }
    case 'csv':
      return { head: { lines: null }, pieces: writeCsv(snapshot, data.list, data.options) }
  }
}

await serveStream(beginExport)
