import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder, without a trailing slash. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

const BIN = join(ROOT, 'node_modules', '.bin')

/** The environment of every tool: node_modules/.bin first, so that Node 24 and the locked versions are found. */
export function toolEnvironment() {
  return { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` }
}

/**
 * Runs a tool of node_modules/.bin in the repository and collects what it prints.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, live?: boolean, timeout?: number }} [options] live: print at once as well;
 *   timeout in milliseconds, none by default
 * @returns {Promise<{ code: number, output: string, seconds: number }>} code -1 when it could not run or was ended
 */
export function runTool(command, args, { env = {}, live = false, timeout } = {}) {
  const started = performance.now()
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...toolEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // On Windows the tools of node_modules/.bin are command files, which only a shell can start.
    shell: process.platform === 'win32',
    ...(timeout === undefined ? {} : { timeout }),
  })
  /** @type {Buffer[]} */
  const chunks = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      chunks.push(chunk)
      if (live) process.stdout.write(chunk)
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => chunks.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString('utf8')
      resolve({ code: code ?? -1, output, seconds: (performance.now() - started) / 1000 })
    })
  })
}
