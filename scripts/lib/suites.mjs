import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureCompiler } from './compiler.mjs'
import { findElectron, installElectron } from './electron.mjs'
import { withMemoryFolder } from './memory-folder.mjs'
import {
  countPlaywright,
  countVitest,
  judgeRun,
  namePlaywrightFailures,
  nameVitestFailures,
  nameVitestOutbreaks,
} from './reports.mjs'
import { ROOT, runTool } from './run.mjs'
import { startTexts } from './start-texts.mjs'

/**
 * @typedef {import('./reports.mjs').Counts} Counts
 * @typedef {{ full: boolean }} SuiteOptions full: the long counts instead of the short ones
 * @typedef {Counts & { failures?: string[] }} Outcome failures: names of what failed, if the runner reported them
 * @typedef {{ name: string, optional?: boolean, run: (options: SuiteOptions) => Promise<Outcome> }} Suite
 */

const REPORTS = join(ROOT, '.cache', 'reports')
const FAILED = { passed: 0, failed: 1, skipped: 0 }

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} name
 * @param {string} [extension]
 */
function prepareReport(name, extension = 'json') {
  const file = join(REPORTS, `${name}.${extension}`)
  mkdirSync(REPORTS, { recursive: true })
  rmSync(file, { force: true })
  return file
}

/**
 * A check that passes or fails as a whole.
 *
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @returns {Suite}
 */
const check = (name, command, args) => ({
  name,
  run: async () => {
    const { code, output } = await runTool(command, args)
    if (code !== 0) process.stdout.write(output)
    return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : FAILED
  },
})

/**
 * A project of vitest.config.ts, including its files that run alone. `KURS_FULL=1` asks for its long counts.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string[]} [more] further options of vitest
 * @returns {Suite}
 */
const vitest = (name, env = {}, more = []) => ({
  name,
  run: async ({ full }) => {
    const file = prepareReport(name)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const args = ['run', '--project', name, '--project', `${name}-alone`, ...reporters, ...more]
    const counted = full ? { ...env, KURS_FULL: '1' } : env
    const { code, output } = await runTool('vitest', args, { env: counted, live: full })
    const report = readReport(file)
    const counts = judgeRun(report && countVitest(report), code)
    if (counts.failed > 0 && !full) process.stdout.write(output)
    return { ...counts, failures: [...(report ? nameVitestFailures(report) : []), ...nameVitestOutbreaks(output)] }
  },
})

/**
 * A project of vitest.config.ts whose workspaces are kept in memory.
 *
 * @param {string} name
 * @returns {Suite}
 */
const inMemory = (name) => ({ name, run: (options) => withMemoryFolder((env) => vitest(name, env).run(options)) })

/** @type {Suite} */
const reliability = {
  name: 'reliability',
  run: async (options) => {
    await ensureCompiler()
    const figures = prepareReport('reliability', 'md')
    // These tests mostly wait for processes they have started, so two files run at a time even on two cores.
    const counts = await vitest('reliability', {}, ['--maxWorkers=2']).run(options)
    if (options.full && existsSync(figures)) console.log(readFileSync(figures, 'utf8'))
    return counts
  },
}

/**
 * A project of playwright.config.ts.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Outcome>}
 */
async function runPlaywright(name, env = {}) {
  const file = prepareReport(name)
  const args = ['test', `--project=${name}`, '--reporter=list,json']
  const { code } = await runTool('playwright', args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, live: true })
  const report = readReport(file)
  return {
    ...judgeRun(report && countPlaywright(report), code),
    failures: report ? namePlaywrightFailures(report) : [],
  }
}

/**
 * @param {string} name of a Playwright project that runs in Chromium
 * @returns {Suite}
 */
const inChromium = (name) => ({
  name,
  run: async () => {
    const browser = await ensureChromium()
    if (browser) {
      const chromium = browser.path === undefined ? {} : { KURS_CHROMIUM: browser.path }
      return withMemoryFolder((env) => runPlaywright(name, { ...env, ...chromium }))
    }
    console.log('There is no Chromium and none could be fetched: install Chromium or set KURS_CHROMIUM to its path.')
    return FAILED
  },
})

/** @type {Suite} */
const electron = {
  name: 'electron',
  optional: true,
  run: async () => {
    const failure = findElectron() ? undefined : await installElectron(startTexts('en'))
    if (failure === undefined) return runPlaywright('electron')
    console.log(failure)
    return FAILED
  },
}

/** Every suite in the order of `npm test`; the optional ones run only when they are asked for by name. */
export const SUITES = [
  check('types', 'tsc', ['-b']),
  check('lint', 'biome', ['check', '--error-on-warnings', '.']),
  check('imports', 'node', ['scripts/check-imports.mjs']),
  check('build', 'electron-vite', ['build']),
  vitest('unit'),
  inMemory('store'),
  inMemory('contract'),
  vitest('scripts'),
  reliability,
  inChromium('e2e'),
  electron,
  { ...inChromium('screenshots'), optional: true },
]
