/**
 * `npm run kurs -- ...`: builds the terminal client where needed and runs it. Arguments, input and output are passed
 * through unchanged.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './lib/build.mjs'
import { ensureNode } from './lib/node.mjs'
import { ROOT } from './lib/run.mjs'
import { runToEnd } from './lib/supervise.mjs'

await ensureNode(fileURLToPath(import.meta.url))
// npm changes to the folder of package.json, but relative paths refer to the folder the user called it from.
const cwd = (process.env.npm_lifecycle_event === 'kurs' && process.env.INIT_CWD) || process.cwd()
process.exitCode = (await buildIfStale())
  ? await runToEnd(process.execPath, [resolve(ROOT, 'out/main/cli.js'), ...process.argv.slice(2)], { cwd })
  : 1
