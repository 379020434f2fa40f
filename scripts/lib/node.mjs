import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.mjs'
import { runToEnd, surviveDeadReaders } from './supervise.mjs'

/** better-sqlite3 crashes on older versions instead of refusing them. */
const NEEDED_MAJOR = 24

/** The Node that npm put into node_modules, where there is one for this system. */
function findBundledNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(ROOT, 'node_modules', `node-${system}-${process.arch}`, 'bin', name)
  return existsSync(path) ? path : undefined
}

/**
 * Makes sure that the rest of a script runs on a new enough Node with all packages. Returns at once when that is so.
 * Otherwise runs the whole script again on the Node of node_modules and exits with its code, or prints in one line what
 * is missing.
 *
 * @param {string} script path of the running script
 */
export async function ensureNode(script) {
  surviveDeadReaders()
  if (!existsSync(join(ROOT, 'node_modules', 'zod'))) {
    console.error('The packages of Kurs are not installed: run `npm ci` first.')
    process.exit(1)
  }
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) return
  const node = findBundledNode()
  if (node === undefined) {
    console.error(`Kurs needs Node.js ${NEEDED_MAJOR} or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  process.exit(await runToEnd(node, [script, ...process.argv.slice(2)]))
}
