/**
 * `npm start`: builds Kurs where needed and opens its desktop window; where that is impossible, the browser host.
 * Plain JavaScript that an old Node can read too: it then continues on the Node of node_modules.
 *
 * What it expects of the entries:
 * - `out/main/electron.js` prints the line `kurs-ready` when its window is open, and ends with 0 before that only when a
 *   running instance took over. Options: --data-dir=DIR --demo --lang=ru|en.
 * - `out/main/browser.js` prints its address alone on a line. Options: the same, --port=N, --no-open.
 * - Both stop cleanly on SIGINT and SIGTERM; their exit codes are passed on.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './lib/build.mjs'
import { findElectron, installElectron, runElectron } from './lib/electron.mjs'
import { ensureNode } from './lib/node.mjs'
import { ROOT } from './lib/run.mjs'
import { chooseLanguage, parseStartOptions } from './lib/start-options.mjs'
import { HELP, TEXTS } from './lib/start-texts.mjs'
import { runToEnd } from './lib/supervise.mjs'

/** npm moves to the folder of package.json: a relative path is meant from where the user called it. */
const callerFolder = (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd()

/** @param {import('./lib/start-options.mjs').StartOptions} options */
function toAppArguments({ demo, dataDir, lang }) {
  return [
    ...(dataDir === undefined ? [] : [`--data-dir=${resolve(callerFolder, dataDir)}`]),
    ...(demo ? ['--demo'] : []),
    ...(lang === undefined ? [] : [`--lang=${lang}`]),
  ]
}

/**
 * @param {import('./lib/start-options.mjs').StartOptions} options
 * @param {import('./lib/electron.mjs').Texts} texts
 * @returns {Promise<{ code: number } | { failure: string }>}
 */
async function startDesktop(options, texts) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return { failure: texts.noDisplay }
  if (!findElectron()) {
    const failure = await installElectron(texts)
    if (failure !== undefined) return { failure }
  }
  return runElectron(findElectron() ?? '', toAppArguments(options), texts)
}

/** @returns {Promise<number>} exit code */
async function main() {
  const args = process.argv.slice(2)
  const language = chooseLanguage(args, Intl.DateTimeFormat().resolvedOptions().locale)
  const texts = TEXTS[language]
  const parsed = parseStartOptions(args, language)
  if (parsed.kind === 'bad') {
    console.error(parsed.message)
    return 2
  }
  if (parsed.kind === 'help') {
    console.log(HELP[language])
    return 0
  }
  const { options } = parsed
  if (!(await buildIfStale())) return 1
  if (!options.browser) {
    const result = await startDesktop(options, texts)
    if ('code' in result) return result.code
    console.error(texts.fallback(result.failure))
  }
  const browserOnly = [
    ...(options.port === undefined ? [] : [`--port=${options.port}`]),
    ...(options.open ? [] : ['--no-open']),
  ]
  return runToEnd(process.execPath, [resolve(ROOT, 'out/main/browser.js'), ...toAppArguments(options), ...browserOnly])
}

await ensureNode(fileURLToPath(import.meta.url))
process.exitCode = await main()
