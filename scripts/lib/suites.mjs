import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { start as texts } from '../../src/shared/locales/en/start.ts'
import { ensureChromium } from './chromium.mjs'
import { findElectron, installElectron } from './electron.mjs'
import { countPlaywright, countVitest, judgeRun } from './reports.mjs'
import { ROOT, runTool } from './run.mjs'

/**
 * @typedef {import('./reports.mjs').Counts} Counts
 * @typedef {{ full: boolean }} SuiteOptions full: the long counts instead of the short ones
 * @typedef {{ name: string, optional?: boolean, run: (options: SuiteOptions) => Promise<Counts> }} Suite
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

/** @param {string} name */
function prepareReport(name) {
  const file = join(REPORTS, `${name}.json`)
  mkdirSync(REPORTS, { recursive: true })
  rmSync(file, { force: true })
  return file
}

/**
 * A check that is right or wrong as a whole.
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
 * A project of vitest.config.ts. Reads KURS_FULL=1 as the wish for its long counts.
 *
 * @param {string} name
 * @returns {Suite}
 */
const vitest = (name) => ({
  name,
  run: async ({ full }) => {
    const file = prepareReport(name)
    const args = ['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { code, output } = await runTool('vitest', args, { env: full ? { KURS_FULL: '1' } : {}, live: full })
    const report = readReport(file)
    const counts = judgeRun(report && countVitest(report), code)
    if (counts.failed > 0 && !full) process.stdout.write(output)
    return counts
  },
})

/**
 * A project of playwright.config.ts.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Counts>}
 */
async function runPlaywright(name, env = {}) {
  const file = prepareReport(name)
  const args = ['test', `--project=${name}`, '--reporter=list,json']
  const { code } = await runTool('playwright', args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, live: true })
  const report = readReport(file)
  return judgeRun(report && countPlaywright(report), code)
}

/**
 * @param {string} name of a Playwright project that runs in Chromium
 * @returns {Suite}
 */
const inChromium = (name) => ({
  name,
  run: async () => {
    const browser = await ensureChromium()
    if (browser) return runPlaywright(name, browser.path === undefined ? {} : { KURS_CHROMIUM: browser.path })
    console.log('There is no Chromium and none could be fetched: install Chromium or set KURS_CHROMIUM to its path.')
    return FAILED
  },
})

/** @type {Suite} */
const electron = {
  name: 'electron',
  optional: true,
  run: async () => {
    const failure = findElectron() ? undefined : await installElectron(texts)
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
  ...['unit', 'store', 'contract', 'scripts'].map(vitest),
  ...(existsSync(join(ROOT, 'tests', 'reliability')) ? [vitest('reliability')] : []),
  inChromium('e2e'),
  electron,
  { ...inChromium('screenshots'), optional: true },
]
