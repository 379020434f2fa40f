/** Entry of the thread that reads archives: hostile input and long work stay off the main thread. */
import { serveJob } from '#main/store/threads/run-worker.ts'
import { importArchive, inspectArchive } from './archive-import.ts'

/** The jobs of this worker. */
export type ExchangeJob = { job: 'inspect'; file: string } | { job: 'import'; dir: string; file: string; now: number }

await serveJob<ExchangeJob>((data, report) =>
  data.job === 'inspect' ? inspectArchive(data.file, report) : importArchive(data.dir, data.file, data.now, report),
)
