/** `npm run backtest -- [runs] [seed] [--write]`: see tests/backtest/backtest.ts. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNode } from './lib/node.mjs'

await ensureNode(fileURLToPath(import.meta.url))
const { ROOT } = await import('./lib/run.mjs')
const { runToEnd } = await import('./lib/supervise.mjs')

process.exitCode = await runToEnd(process.execPath, [
  resolve(ROOT, 'tests/backtest/backtest.ts'),
  ...process.argv.slice(2),
])
