import { stripVTControlCharacters } from 'node:util'
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts of Vitest's JSON report. A file that could not even be loaded holds no tests: it counts as one failure.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Counts of Playwright's JSON report. A flaky test failed once: it counts as failed. Errors outside of any test (a file
 * that could not be loaded) count as one failure each.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/**
 * Names of the failed tests in Vitest's JSON report, each with its file.
 *
 * @param {{ testResults: { name: string, status: string,
 *   assertionResults: { status: string, fullName: string }[] }[] }} report
 * @returns {string[]}
 */
export function nameVitestFailures({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = shorten(name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length > 0) return failed.map(({ fullName }) => `${file}: ${fullName}`)
    return status === 'failed' ? [`${file}: could not be loaded`] : []
  })
}

/**
 * Errors outside of any test, read from the printed output: the first line of each error and the file whose tests were
 * running. Vitest counts such an error as a failure of the run but leaves it out of its report.
 *
 * @param {string} output
 * @returns {string[]}
 */
export function nameVitestOutbreaks(output) {
  const [, ...outbreaks] = stripVTControlCharacters(output).split(/^⎯+ (?:Uncaught Exception|Unhandled Rejection) ⎯+$/m)
  return outbreaks.map((text) => {
    const [what = ''] = text.trim().split('\n')
    const file = /This error originated in "([^"]+)"/.exec(text)?.[1]
    return file === undefined ? what : `${file}: ${what}`
  })
}

/**
 * @typedef {{ title: string, file: string, ok: boolean, tests: { status: string }[] }} Spec
 * @typedef {{ title: string, specs?: Spec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * Names of the failed and the flaky tests in Playwright's JSON report, each with its file, and errors outside of any test.
 *
 * @param {{ suites?: PlaywrightSuite[], errors?: { message?: string }[] }} report
 * @returns {string[]}
 */
export function namePlaywrightFailures({ suites = [], errors = [] }) {
  /** @type {(within: PlaywrightSuite[], path: string[]) => string[]} */
  const walk = (within, path) =>
    within.flatMap(({ title, specs = [], suites: inner = [] }) => {
      const here = title === '' ? path : [...path, title]
      const failed = specs.filter((spec) => !spec.ok || spec.tests.some(({ status }) => status === 'flaky'))
      return [...failed.map((spec) => [...here, spec.title].join(' › ')), ...walk(inner, here)]
    })
  return [
    ...walk(suites, []),
    ...errors.map(({ message = 'an error outside of any test' }) => message.split('\n', 1)[0] ?? ''),
  ]
}

/** The path of a file relative to the repository. @param {string} file */
const shorten = (file) => file.replace(/^.*?[\\/](?=(?:src|tests)[\\/])/, '')

/**
 * Corrects a suite's counts by its runner's exit code: a runner that failed or ran nothing counts as at least one
 * failure.
 *
 * @param {Counts | undefined} counts undefined without a readable report
 * @param {number} code of the runner
 * @returns {Counts}
 */
export function judgeRun(counts, code) {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 }
  const ran = counts.passed + counts.failed + counts.skipped > 0
  return counts.failed === 0 && (code !== 0 || !ran) ? { ...counts, failed: 1 } : counts
}

/** @param {Counts} counts */
export const formatCounts = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`
