import { releaseStore, reopenDatabase, type Store } from '#main/store/engine/database.ts'
import { quarantineDatabase, replaceDatabase, settleExchange } from './restore.ts'

/**
 * Puts the staged database under an open store and allows writing again. With `keepsFile` the file in its place
 * (damaged, or not ours) is first kept in `damaged/`. When it throws, the store uses the database it had. Where the
 * folder cannot be put in order at once, nothing is read or written until it can be, so nothing is acknowledged that
 * the next start would not find.
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
