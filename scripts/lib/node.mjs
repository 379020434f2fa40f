import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.mjs'
import { runToEnd } from './supervise.mjs'

/** better-sqlite3 crashes on older versions instead of refusing them. */
const NEEDED_MAJOR = 24

/**
 * The Node that runs the app: this one where it is new enough, else the one that npm put into node_modules.
 *
 * @returns {string | undefined} path of the executable, undefined where there is none
 */
export function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) return process.execPath
  const folder = join(
    ROOT,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  )
  const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(path) ? path : undefined
}

/**
 * Makes sure that the rest of a script runs on a new enough Node: returns at once where it does, otherwise runs the
 * whole script again on the Node of node_modules and exits with its code, or says in one line what is missing.
 *
 * @param {string} script path of the running script
 */
export async function ensureNode(script) {
  const node = findNode()
  if (node === process.execPath) return
  if (node === undefined) {
    const hint = existsSync(join(ROOT, 'node_modules')) ? 'install Node 24 or newer' : 'run `npm ci` first'
    console.error(`Kurs needs Node ${NEEDED_MAJOR} or newer, this is ${process.versions.node}: ${hint}.`)
    process.exit(1)
  }
  process.exit(await runToEnd(node, [script, ...process.argv.slice(2)]))
}
