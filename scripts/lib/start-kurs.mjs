import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fillText } from '../../src/main/hosts/host-texts.ts'
import { readArguments } from '../../src/main/hosts/launch.ts'
import { defaultWorkspaceDir } from '../../src/main/store/workspace-dir.ts'
import { start as english } from '../../src/shared/locales/en/start.ts'
import { start as russian } from '../../src/shared/locales/ru/start.ts'
import { buildIfStale } from './build.mjs'
import { findElectron, installElectron, runElectron } from './electron.mjs'
import { ROOT } from './run.mjs'
import { runToEnd } from './supervise.mjs'

/** npm moves to the folder of package.json: a relative path is meant from where the user called it. */
const callerFolder = (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd()

/**
 * The options both entries take; each in one piece, so that Chromium's switches cannot mix with their values.
 *
 * @param {import('../../src/main/hosts/options.ts').HostOptions} options
 */
const toAppArguments = ({ demo, dataDir, language }) => [
  ...(dataDir === null ? [] : [`--data-dir=${dataDir}`]),
  ...(demo ? ['--demo'] : []),
  ...(language === null ? [] : [`--lang=${language}`]),
]

/**
 * @param {string[]} args options of the app
 * @param {import('./electron.mjs').Texts} texts
 * @returns {Promise<{ code: number } | { failure: string }>}
 */
async function startDesktop(args, texts) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return { failure: texts.noDisplay }
  if (!findElectron()) {
    const failure = await installElectron(texts)
    if (failure !== undefined) return { failure }
  }
  return runElectron(findElectron() ?? '', args, texts)
}

/**
 * Starts Kurs and waits for its end. What it expects of the entries:
 * - `out/main/electron.js` prints the line `kurs-ready` when its window is open, and ends with 0 before that only when a
 *   running instance took over. Options: --data-dir=DIR --demo --lang=ru|en.
 * - `out/main/browser.js` prints its address alone on a line. Options: the same, --port=N, --no-open.
 * - Both stop cleanly on SIGINT and SIGTERM, and their exit codes are honest: they are passed on.
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
  const { open, port } = read.options
  const appArguments = toAppArguments(read.options)
  if (!args.includes('--browser')) {
    const texts = read.language === 'ru' ? russian : english
    const result = await startDesktop(appArguments, texts)
    if ('code' in result) return result.code
    console.error(fillText(texts.fallback, { why: result.failure }))
  }
  const browserArguments = [...(port === null ? [] : [`--port=${port}`]), ...(open ? [] : ['--no-open'])]
  return runToEnd(process.execPath, [resolve(ROOT, 'out/main/browser.js'), ...appArguments, ...browserArguments])
}
