import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { readArguments } from '../../src/main/hosts/launch.ts'
import { writeOptions } from '../../src/main/hosts/options.ts'
import { defaultWorkspaceDir } from '../../src/main/store/files/workspace-dir.ts'
import { buildIfStale } from './build.mjs'
import { findElectron, installElectron } from './electron.mjs'
import { ROOT } from './run.mjs'
import { runElectron } from './run-electron.mjs'
import { startTexts } from './start-texts.mjs'
import { runToEnd } from './supervise.mjs'

/** npm changes to the folder of package.json, but a relative path refers to the folder the user called it from. */
const callerFolder = (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd()

/**
 * @param {string[]} args options of the app
 * @param {import('./start-texts.mjs').StartText} t
 * @returns {Promise<{ code: number } | { failure: string }>}
 */
async function startDesktop(args, t) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return { failure: t('noDisplay') }
  if (!findElectron()) {
    const failure = await installElectron(t)
    if (failure !== undefined) return { failure }
  }
  return runElectron(findElectron() ?? '', args, t)
}

/**
 * Starts Kurs and waits for its end. What it expects of the entries:
 * - `out/main/electron.js` prints the lines of `DESKTOP_STEPS`, and ends with 0 before them only when a running
 *   instance took over.
 * - `out/main/browser.js` prints its address alone on a line.
 * - Both accept every option (`writeOptions`), even options that only the other one uses, stop cleanly on SIGINT and
 *   SIGTERM, and end with correct exit codes, which are passed on.
 *
 * @param {string[]} args of the command line
 * @returns {Promise<number>} exit code: 2 for bad options, 1 for a failed build, else the host's
 */
export async function startKurs(args) {
  const { env, platform, versions } = process
  const read = readArguments({
    args,
    cwd: callerFolder,
    env,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    nodeVersion: versions.node,
    defaultDir: defaultWorkspaceDir(env, platform, homedir()),
  })
  if (read.kind === 'end') {
    if (read.code === 0) console.log(read.text)
    else console.error(read.text)
    return read.code
  }
  if (!(await buildIfStale())) return 1
  const appArguments = writeOptions(read.options)
  if (!read.options.browser) {
    const t = startTexts(read.language)
    const result = await startDesktop(appArguments, t)
    if ('code' in result) return result.code
    console.error(t('fallback', { why: result.failure }))
  }
  return runToEnd(process.execPath, [resolve(ROOT, 'out/main/browser.js'), ...appArguments])
}
