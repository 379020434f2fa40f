/** `npm run bench -- ...`: bundles tests/bench/bench.ts as the app itself is bundled, and runs it with its arguments. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNode } from './lib/node.mjs'

await ensureNode(fileURLToPath(import.meta.url))
const { buildIfStale } = await import('./lib/build.mjs')
const { bundleForNode } = await import('./lib/bundle.mjs')
const { ROOT } = await import('./lib/run.mjs')
const { WORKERS } = await import('./lib/workers.mjs')
const { runToEnd } = await import('./lib/supervise.mjs')

/** The process whose start and memory are measured. */
const entry = resolve(ROOT, 'out/main/browser.js')
process.exitCode = (await buildIfStale())
  ? await runToEnd(process.execPath, [
      await bundleForNode('tests/bench/bench.ts', 'bench', WORKERS),
      `--entry=${entry}`,
      ...process.argv.slice(2),
    ])
  : 1
