/** `npm run evaluate-capture`: runs tests/capture/evaluate.ts with its arguments. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNode } from './lib/node.mjs'

await ensureNode(fileURLToPath(import.meta.url))
const { ROOT } = await import('./lib/run.mjs')
const { runToEnd } = await import('./lib/supervise.mjs')

process.exitCode = await runToEnd(process.execPath, [
  resolve(ROOT, 'tests/capture/evaluate.ts'),
  ...process.argv.slice(2),
])
