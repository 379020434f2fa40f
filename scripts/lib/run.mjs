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
 * @param {{ env?: NodeJS.ProcessEnv, live?: boolean, stall?: number, limit?: number }} [options] live: print at once as
 *   well; stall: end it after so many milliseconds without output; limit: end it after so many in all
 * @returns {Promise<{ code: number, output: string, seconds: number }>} code -1 when it could not run or was ended
 */
export function runTool(command, args, { env = {}, live = false, stall, limit } = {}) {
  const started = performance.now()
  // On Windows the tools of node_modules/.bin are command files, which only a shell can start.
  const shell = process.platform === 'win32'
  const child = spawn(command, args, { cwd: ROOT, env: { ...toolEnvironment(), ...env }, stdio: 'pipe', shell })
  child.stdin.end()
  /** @type {Buffer[]} */
  const chunks = []
  const end = () => child.kill('SIGKILL')
  const limitTimer = limit === undefined ? undefined : setTimeout(end, limit)
  let stallTimer = stall === undefined ? undefined : setTimeout(end, stall)
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      chunks.push(chunk)
      if (live) process.stdout.write(chunk)
      if (stall === undefined) return
      clearTimeout(stallTimer)
      stallTimer = setTimeout(end, stall)
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => chunks.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code) => {
      clearTimeout(limitTimer)
      clearTimeout(stallTimer)
      const output = Buffer.concat(chunks).toString('utf8')
      resolve({ code: code ?? -1, output, seconds: (performance.now() - started) / 1000 })
    })
  })
}
