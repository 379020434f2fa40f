import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runTool } from './run.mjs'

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'scripts/lib/workers.mjs', 'package.json']
const OUTPUTS = [
  'out/main/electron.js',
  'out/main/browser.js',
  'out/main/cli.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]

/**
 * Newest change (ms) of a file or of a folder with everything below it, tests left out. The times of folders count too,
 * so a removed file is noticed.
 *
 * @param {string} path
 * @returns {number}
 */
function findNewest(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return /[.]test[.]tsx?$/.test(path) ? 0 : stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => findNewest(join(path, name))))
}

/** Whether `out/` is missing, incomplete or older than what it is built from. */
export function isBuildStale() {
  const built = OUTPUTS.map((path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.min(...built) < Math.max(...SOURCES.map((path) => findNewest(join(ROOT, path))))
}

/**
 * Builds `out/` where it is stale. All messages go to stderr: stdout belongs to the program that runs afterwards.
 *
 * @returns {Promise<boolean>} whether there is a usable build
 */
export async function buildIfStale() {
  if (!isBuildStale()) return true
  console.error('Building Kurs...')
  const { code, output } = await runTool('electron-vite', ['build'])
  if (code !== 0) console.error(`${output}\nThe build failed.`)
  return code === 0
}
