/** `npm run bench -- ...`: bundles tests/bench/bench.ts as the app itself is bundled, and runs it with its arguments. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNode } from './lib/node.mjs'
import { ROOT, runTool } from './lib/run.mjs'
import { runToEnd } from './lib/supervise.mjs'

await ensureNode(fileURLToPath(import.meta.url))
const { code, output } = await runTool('vite', ['build', '--ssr', 'tests/bench/bench.ts', '--outDir', 'out/bench'])
if (code !== 0) process.stderr.write(output)
process.exitCode =
  code === 0 ? await runToEnd(process.execPath, [resolve(ROOT, 'out/bench/bench.js'), ...process.argv.slice(2)]) : 1
