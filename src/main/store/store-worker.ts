/** Entry of the thread that reads the whole database: copying, checking, hashing. Loads no query builder. */
import { type BackupRequest, makeBackup } from './backup.ts'
import { findDamage, openReadOnly } from './integrity.ts'
import { stageBackup } from './restore.ts'
import { serveJob } from './run-worker.ts'
import { workspaceFiles } from './workspace-files.ts'

/** What this worker can do. */
export type StoreJob =
  | { job: 'backup'; request: BackupRequest }
  | { job: 'check'; dir: string }
  | { job: 'stage'; dir: string; name: string }

function checkDatabase(dir: string): string[] {
  const sqlite = openReadOnly(workspaceFiles(dir).database)
  try {
    return findDamage(sqlite, 'quick')
  } finally {
    sqlite.close()
  }
}

await serveJob<StoreJob>((data, report) => {
  switch (data.job) {
    case 'backup':
      return makeBackup(data.request, report)
    case 'check':
      return checkDatabase(data.dir)
    case 'stage':
      return stageBackup(data.dir, data.name)
  }
})
