import { noteDamage } from '#main/store/engine/commit.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { workerUrl } from '#main/store/threads/run-worker.ts'
import { streamFromWorker, type WorkerStream } from '#main/store/threads/stream-worker.ts'
import type { CsvList } from '#shared/model/entities.ts'
import type { CsvOptions } from './csv/csv-export.ts'
import type { ExportHead, ExportJob } from './export-worker.ts'

type ExportSource = Pick<Workspace, 'dir' | 'store'>

const begin = ({ store }: ExportSource, data: ExportJob): Promise<WorkerStream<ExportHead>> =>
  streamFromWorker(workerUrl(import.meta.url, './export-worker.ts'), data, store.readers, (error) =>
    noteDamage(store, error),
  )

/** The whole workspace as it is at this moment; changes made while the archive is being downloaded are left out. */
export function streamArchive(source: ExportSource): Promise<WorkerStream<ExportHead>> {
  return begin(source, { job: 'archive', dir: source.dir, now: source.store.clock() })
}

/** One list as a table, as it is at this moment. */
export function streamCsv(source: ExportSource, list: CsvList, options: CsvOptions): Promise<WorkerStream<ExportHead>> {
  return begin(source, { job: 'csv', dir: source.dir, now: source.store.clock(), list, options })
}
