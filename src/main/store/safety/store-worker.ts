/** Entry of the thread that reads the whole database: copying, checking, hashing. Loads no query builder. */

import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import { serveJob } from '#main/store/threads/run-worker.ts'
import { type BackupRequest, makeBackup } from './backup.ts'
import { findDamage, findFileDamage } from './integrity.ts'
import { describeState, differenceTo, type OpenState } from './open-state.ts'
import { stageBackup } from './restore.ts'

/** The jobs of this worker. */
export type StoreJob =
  | { job: 'backup'; request: BackupRequest }
  | { job: 'check'; dir: string; depth: 'quick' | 'full'; expected: OpenState | null }
  | { job: 'stage'; dir: string; name: string }

/** What is wrong with the database; also reported when it is not the one that is open. */
function checkDatabase(dir: string, depth: 'quick' | 'full', expected: OpenState | null): string[] {
  return findFileDamage(workspaceFiles(dir).database, (sqlite) => {
    // One read transaction, so that everything compared is from one moment.
    sqlite.exec('BEGIN')
    const problems = findDamage(sqlite, depth)
    if (problems.length > 0 || expected === null) return problems
    const difference = differenceTo(expected, describeState(sqlite))
    return difference === null ? [] : [difference]
  })
}

await serveJob<StoreJob>((data, report) => {
  switch (data.job) {
    case 'backup':
      return makeBackup(data.request, report)
    case 'check':
      return checkDatabase(data.dir, data.depth, data.expected)
    case 'stage':
      return stageBackup(data.dir, data.name)
  }
})
