import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillText } from '../../src/main/hosts/host-texts.ts'
import { ROOT } from './run.mjs'
import { forwardSignals, toExitCode } from './supervise.mjs'

/** @typedef {Record<keyof typeof import('../../src/shared/locales/en/start.ts').start, string>} Texts */

const PACKAGE = join(ROOT, 'node_modules', 'electron')
const READY_LINE = 'kurs-ready'

/** Seconds without progress (download) or without readiness (launch) after which the desktop window is given up. */
const PATIENCE = Number(process.env.KURS_ELECTRON_PATIENCE) || 30

/** The Electron executable, undefined while it has not been downloaded. */
export function findElectron() {
  const pathFile = join(PACKAGE, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron'
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist'), name)
  return existsSync(path) ? path : undefined
}

/**
 * Bytes below a folder; files that vanish meanwhile count nothing.
 *
 * @param {string} path
 * @returns {number}
 */
function measureSize(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) return stats?.size ?? 0
  return readdirSync(path).reduce((sum, name) => sum + measureSize(join(path, name)), 0)
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1)?.trim().slice(0, 200) ?? ''

/** @param {string} text the first line that names an error, else the last line of all */
const errorLine = (text) => /^.*\berror\b.*$/im.exec(text)?.[0].trim().slice(0, 200) ?? lastLine(text)

/**
 * Downloads Electron with its own installer, for as long as the download grows.
 *
 * @param {Texts} texts
 * @returns {Promise<string | undefined>} why it is not there, undefined when it is
 */
export async function installElectron(texts) {
  console.error(texts.installing)
  // The installer downloads into the temporary folder: one of its own shows how far it is.
  const folder = mkdtempSync(join(tmpdir(), 'kurs-electron-'))
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder }
  const child = spawn(process.execPath, [join(PACKAGE, 'install.js')], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  forwardSignals(child)
  let errors = ''
  let stalled = false
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  let [size, since] = [-1, Date.now()]
  const timer = setInterval(() => {
    const now = measureSize(folder) + measureSize(join(PACKAGE, 'dist'))
    if (now !== size) [size, since] = [now, Date.now()]
    else if (Date.now() - since > PATIENCE * 1000) stalled = child.kill('SIGKILL')
  }, 500)
  await new Promise((resolve) => child.once('close', resolve).once('error', resolve))
  clearInterval(timer)
  rmSync(folder, { recursive: true, force: true })
  if (findElectron()) return undefined
  return fillText(texts.noDownload, {
    why: stalled ? fillText(texts.stalled, { seconds: PATIENCE }) : errorLine(errors),
  })
}

/**
 * Launches the desktop window. The Electron entry tells that its window is open with the line `kurs-ready` on stdout or
 * the same word over IPC; exit code 0 before that means that a running instance took over. Before it is ready the
 * child's noise is held back, afterwards it owns the terminal.
 *
 * @param {string} electron executable
 * @param {string[]} args options of the app
 * @param {Texts} texts
 * @returns {Promise<{ code: number } | { failure: string }>} its exit code, or why it never became ready
 */
export function runElectron(electron, args, texts) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(electron, [ROOT, ...args], { env, stdio: ['inherit', 'pipe', 'pipe', 'ipc'] })
  forwardSignals(child)
  let ready = false
  let slow = false
  let [out, errors] = ['', '']
  const timer = setTimeout(() => {
    slow = child.kill('SIGKILL')
  }, PATIENCE * 1000)
  const becomeReady = () => {
    if (ready) return
    ready = true
    clearTimeout(timer)
    process.stdout.write(out.replace(/^kurs-ready\r?\n/m, ''))
  }
  child.on('message', (message) => message === READY_LINE && becomeReady())
  child.stdout?.on('data', (chunk) => {
    if (ready) return void process.stdout.write(chunk)
    out += chunk
    if (/^kurs-ready\r?$/m.test(out)) becomeReady()
  })
  child.stderr?.on('data', (chunk) => {
    if (ready) process.stderr.write(chunk)
    else errors += chunk
  })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      clearTimeout(timer)
      resolve({ failure: error.message })
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      const exit = toExitCode(code, signal)
      const stopped = signal === 'SIGTERM' || signal === 'SIGINT' || signal === 'SIGHUP'
      if (!ready && exit === 0) becomeReady()
      if (ready || (stopped && !slow)) resolve({ code: exit })
      else
        resolve({
          failure: slow
            ? fillText(texts.slow, { seconds: PATIENCE })
            : fillText(texts.died, { code: exit, why: errorLine(errors) }),
        })
    })
  })
}
