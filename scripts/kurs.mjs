/** `npm run kurs -- ...`: the terminal client, built where needed. Every argument, the input and the output are its own. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './lib/build.mjs'
import { ensureNode } from './lib/node.mjs'
import { ROOT } from './lib/run.mjs'
import { runToEnd } from './lib/supervise.mjs'

await ensureNode(fileURLToPath(import.meta.url))
// npm moves to the folder of package.json: relative paths are meant from where the user called it.
const cwd = (process.env.npm_lifecycle_event === 'kurs' && process.env.INIT_CWD) || process.cwd()
process.exitCode = (await buildIfStale())
  ? await runToEnd(process.execPath, [resolve(ROOT, 'out/main/cli.js'), ...process.argv.slice(2)], { cwd })
  : 1
