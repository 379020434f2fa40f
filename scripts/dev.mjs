/**
 * `npm run dev -- ...`: `npm start` with the same options, built again after each change. A change of the main process
 * or of the preload restarts the app on its workspace; after a change of the pages alone it is enough to reload them.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './lib/build.mjs'
import { ensureNode } from './lib/node.mjs'
import { ROOT } from './lib/run.mjs'

/** A build begins after this many milliseconds without a further change, because editors save in several steps. */
const QUIET = 200

await ensureNode(fileURLToPath(import.meta.url))

/** Hash of what the running process was built from: everything except the pages. */
function hashMain() {
  const hash = createHash('sha256')
  for (const folder of ['out/main', 'out/preload']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)))
    }
  }
  return hash.digest('hex')
}

/** @type {import('node:child_process').ChildProcess | undefined} */
let child
let running = ''
let stopping = false

/** @param {string[]} extra options */
function start(extra) {
  running = hashMain()
  child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), ...process.argv.slice(2), ...extra], {
    stdio: 'inherit',
  })
  child.once('close', (code) => {
    child = undefined
    if (!stopping) console.error(`Kurs has ended with code ${code}; it starts again after the next change.`)
  })
}

async function stop() {
  const ending = child
  if (!ending) return
  stopping = true
  await new Promise((resolve) => {
    ending.once('close', resolve)
    ending.kill('SIGTERM')
  })
  stopping = false
}

async function rebuild() {
  if (!(await buildIfStale())) return
  if (child && hashMain() === running) return void console.error('The pages are built again: reload them.')
  await stop()
  start(['--no-open'])
}

let building = Promise.resolve()
/** @type {NodeJS.Timeout | undefined} */
let timer
for (const folder of ['src', 'resources']) {
  watch(join(ROOT, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      building = building.then(rebuild)
    }, QUIET)
  })
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => void stop().then(() => process.exit(0)))
}
if (await buildIfStale()) start([])
