import { releaseStore, reopenDatabase, type Store } from '#main/store/engine/database.ts'
import { quarantineDatabase, replaceDatabase, settleExchange } from './restore.ts'

/**
 * Puts the staged database under an open store and lets it be written again. With `keepsFile` what stands in its place (it
 * is damaged, or none of ours) is kept in `damaged/` first.
 * When it throws, the store stands on the database it had. Where the folder cannot be brought in order at once, nothing is
 * read or written until it can be, so nothing is acknowledged that the next start would not find.
 */
export function exchangeDatabase(store: Store, dir: string, keepsFile: boolean): void {
  let isDone = false
  const exchange = () => {
    if (keepsFile) quarantineDatabase(dir)
    replaceDatabase(dir)
    isDone = true
  }
  reopenDatabase(store, exchange, () => settleExchange(dir, !isDone))
  releaseStore(store, 'corrupt')
  releaseStore(store, 'moved')
}
