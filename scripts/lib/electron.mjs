import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './run.mjs'
import { forwardSignals } from './supervise.mjs'

/** @typedef {import('./start-texts.mjs').StartText} StartText */

const PACKAGE = join(ROOT, 'node_modules', 'electron')

/** Path of the executable within an unpacked Electron, on systems where it is not just `electron`. */
const EXECUTABLES = new Map([
  ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ['win32', 'electron.exe'],
])
const EXECUTABLE = EXECUTABLES.get(process.platform) ?? 'electron'

/**
 * The desktop window is given up after this many seconds without download progress, or when Electron has not started
 * within them.
 */
export const PATIENCE = Number(process.env.KURS_ELECTRON_PATIENCE) || 30

/** @param {string} name of a file in Electron's package; '' where it is missing */
const readPackageFile = (name) => {
  const file = join(PACKAGE, name)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

/**
 * Electron's installer writes path.txt last. Without path.txt, or with another version in `dist`, the package is only
 * partly unpacked.
 */
function isUnpacked() {
  const { version } = JSON.parse(readPackageFile('package.json') || '{}')
  return readPackageFile('path.txt') === EXECUTABLE && readPackageFile('dist/version').replace(/^v/, '') === version
}

/** The Electron executable, undefined while it has not been downloaded and unpacked to the end. */
export function findElectron() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (own === undefined && !isUnpacked()) return undefined
  const path = join(own ?? join(PACKAGE, 'dist'), EXECUTABLE)
  return existsSync(path) ? path : undefined
}

/**
 * Bytes below a folder; files that vanish meanwhile count as 0.
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
export const errorLine = (text) => /^.*\berror\b.*$/im.exec(text)?.[0].trim().slice(0, 200) ?? lastLine(text)

/**
 * The environment of a download. Node uses a proxy only when told to, and npm's settings name the proxy where the
 * environment does not.
 */
function downloadEnvironment() {
  const { npm_config_https_proxy, npm_config_proxy, npm_config_noproxy, ...env } = process.env
  const proxies = {
    https_proxy: env.HTTPS_PROXY || npm_config_https_proxy || npm_config_proxy,
    http_proxy: env.HTTP_PROXY || npm_config_proxy,
    no_proxy: env.NO_PROXY || npm_config_noproxy,
  }
  const named = Object.fromEntries(Object.entries(proxies).filter(([name, value]) => value && !env[name]))
  return { ...env, ...named, NODE_USE_ENV_PROXY: '1' }
}

/**
 * Downloads Electron with its own installer, and gives up when the download stops growing.
 *
 * @param {StartText} t
 * @returns {Promise<string | undefined>} why it is not there, undefined when it is
 */
export async function installElectron(t) {
  console.error(t('installing'))
  // The installer downloads into the temporary folder: a separate one shows how far the download is.
  const folder = mkdtempSync(join(tmpdir(), 'kurs-electron-'))
  const env = { ...downloadEnvironment(), TMPDIR: folder, TEMP: folder, TMP: folder }
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
  return t('noDownload', {
    why: stalled ? t('stalled', { seconds: PATIENCE }) : errorLine(errors),
  })
}
