import { join } from 'node:path'
import { ROOT } from './run.mjs'

/**
 * Entries of the app's own threads by name: each is built beside the entries that start it, where `workerUrl` looks.
 *
 * @type {Record<string, string>}
 */
export const WORKERS = {
  'store-worker': join(ROOT, 'src/main/store/safety/store-worker.ts'),
  'exchange-worker': join(ROOT, 'src/main/features/exchange/archive/exchange-worker.ts'),
  'export-worker': join(ROOT, 'src/main/features/exchange/export-worker.ts'),
}
