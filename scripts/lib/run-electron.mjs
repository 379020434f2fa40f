import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { DESKTOP_STEPS } from '../../src/main/hosts/launch.ts'
import { errorLine, PATIENCE } from './electron.mjs'
import { ROOT } from './run.mjs'
import { forwardSignals, toExitCode } from './supervise.mjs'

/** @typedef {import('./start-texts.mjs').StartText} StartText */

/** What Chromium says when the system does not let it start its sandbox; it then ends by SIGTRAP. */
const NO_SANDBOX = /No usable sandbox|SUID sandbox helper binary/
const AS_ROOT = /Running as root without --no-sandbox/
const ALLOW_SANDBOX = 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'
const TRAPPED = 128 + constants.signals.SIGTRAP

/** Exit codes of the app itself, which explains them on its own; any other code is a failure of Electron. */
const OWN_CODES = [0, 1, 2]

/** Characters of stderr that are kept to explain an end. */
const KEPT = 20_000

/**
 * Why Electron ended before its window was there.
 *
 * @param {string} path of the executable
 * @param {number} code
 * @param {string} errors
 * @param {StartText} t
 */
function explainDeath(path, code, errors, t) {
  if (AS_ROOT.test(errors)) return t('asRoot')
  const isTrapped = process.platform === 'linux' && code === TRAPPED && !/:FATAL:/.test(errors)
  if (isTrapped || NO_SANDBOX.test(errors)) return t('noSandbox', { path, command: ALLOW_SANDBOX })
  return t('died', { code, why: errorLine(errors) })
}

/**
 * Follows the start of the Electron entry, which reports the steps of `DESKTOP_STEPS` on stdout or over IPC. Its output
 * is held back until it is up, and printed directly from then on.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => void} onUp called once
 */
function followStages(child, onUp) {
  const seen = { up: false, ready: false, errors: '' }
  let [held, rest] = ['', '']
  const flush = () => {
    process.stdout.write(held)
    held = ''
  }
  /** @param {unknown} word */
  const reach = (word) => {
    if (word !== DESKTOP_STEPS.up && word !== DESKTOP_STEPS.ready) return false
    if (word === DESKTOP_STEPS.ready) seen.ready = true
    if (!seen.up) onUp()
    seen.up = true
    return true
  }
  child.on('message', reach)
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split(/(?<=\n)/)
    // A line may come in two pieces.
    rest = lines.at(-1)?.endsWith('\n') ? '' : (lines.pop() ?? '')
    for (const line of lines) if (!reach(line.trimEnd())) held += line
    if (seen.up) flush()
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    seen.errors = (seen.errors + chunk).slice(-KEPT)
    if (seen.up) process.stderr.write(chunk)
  })
  /** To be called at the end: prints the output that is still held back. */
  const release = () => {
    held += rest
    flush()
  }
  return { seen, release }
}

/**
 * Launches the desktop window. The time limit applies only until Electron itself runs: afterwards the app may ask the
 * person something or read a large database, and its own exit code counts. Exit code 0 before that means that a running
 * instance took over.
 *
 * @param {string} electron executable
 * @param {string[]} args options of the app
 * @param {StartText} t
 * @returns {Promise<{ code: number } | { failure: string }>} its exit code, or why there was no window
 */
export function runElectron(electron, args, t) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(electron, [ROOT, ...args], { env, stdio: ['inherit', 'pipe', 'pipe', 'ipc'] })
  forwardSignals(child)
  let slow = false
  const timer = setTimeout(() => {
    slow = child.kill('SIGKILL')
  }, PATIENCE * 1000)
  const { seen, release } = followStages(child, () => clearTimeout(timer))
  return new Promise((resolve) => {
    child.once('error', (error) => {
      clearTimeout(timer)
      resolve({ failure: error.message })
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      const exit = toExitCode(code, signal)
      const stopped = signal === 'SIGTERM' || signal === 'SIGINT' || signal === 'SIGHUP'
      const isItsWord = exit === 0 || seen.ready || (seen.up && OWN_CODES.includes(exit))
      if (isItsWord) release()
      if (isItsWord || (stopped && !slow)) resolve({ code: exit })
      else if (slow) resolve({ failure: t('slow', { seconds: PATIENCE }) })
      else resolve({ failure: explainDeath(electron, exit, seen.errors, t) })
    })
  })
}
