import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Ctrl+C reaches the whole process group by itself; a child still running after this time (ms) gets the signal again.
 */
const INTERRUPT_GRACE = 500

/** A reader that has gone (`npm start | head`, a closed terminal) must end neither the script nor the child it runs. */
export function surviveDeadReaders() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/**
 * Passes SIGINT, SIGTERM and SIGHUP on to a child for as long as it lives.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function forwardSignals(child) {
  const terminate = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
  const interrupt = () => void setTimeout(() => child.kill('SIGINT'), INTERRUPT_GRACE).unref()
  process.on('SIGTERM', terminate).on('SIGHUP', terminate).on('SIGINT', interrupt)
  child.once('close', () => process.off('SIGTERM', terminate).off('SIGHUP', terminate).off('SIGINT', interrupt))
}

/**
 * The exit code a shell would report for an ended child.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export const toExitCode = (code, signal) => code ?? 128 + (signal === null ? 0 : constants.signals[signal])

/**
 * Runs a child on this terminal until it ends, passing signals on.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<number>} its exit code, 128 + n after signal n, 127 when it could not start
 */
export function runToEnd(command, args, options = {}) {
  const child = spawn(command, args, { ...options, stdio: 'inherit' })
  forwardSignals(child)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message)
      resolve(127)
    })
    child.once('close', (code, signal) => resolve(toExitCode(code, signal)))
  })
}
