import { describe, expect, it } from 'vitest'
import {
  countPlaywright,
  countVitest,
  formatCounts,
  judgeRun,
  namePlaywrightFailures,
  nameVitestFailures,
  nameVitestOutbreaks,
} from '../../scripts/lib/reports.mjs'

describe('countVitest', () => {
  const counts = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 }

  it('adds skipped and todo', () => {
    expect(countVitest({ ...counts, testResults: [] })).toEqual({ passed: 5, failed: 0, skipped: 3 })
  })

  it('counts a file that could not be loaded as one failure, and a failed test once', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }] },
    ]
    expect(countVitest({ ...counts, numFailedTests: 1, testResults }).failed).toBe(3)
  })
})

describe('countPlaywright', () => {
  it('counts flaky tests and broken files as failed', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 3 }
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 4, skipped: 3 })
  })
})

describe('what failed is named', () => {
  it('by Vitest: the test, or the file that could not be loaded', () => {
    const testResults = [
      {
        name: '/somewhere/src/main/x.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'x does y' },
          { status: 'passed', fullName: 'x does z' },
        ],
      },
      { name: '/somewhere/tests/broken.test.ts', status: 'failed', assertionResults: [] },
      { name: '/somewhere/src/ok.test.ts', status: 'passed', assertionResults: [] },
    ]
    expect(nameVitestFailures({ testResults })).toEqual([
      'src/main/x.test.ts: x does y',
      'tests/broken.test.ts: could not be loaded',
    ])
  })

  it('by Vitest: errors outside of any test, which its report leaves out', () => {
    const output = [
      '⎯⎯⎯ Unhandled Errors ⎯⎯⎯',
      '\u001b[31mVitest caught 2 unhandled errors during the test run.\u001b[39m',
      '\u001b[31m⎯⎯⎯⎯⎯\u001b[39m\u001b[1m\u001b[41m Uncaught Exception \u001b[49m\u001b[22m\u001b[31m⎯⎯⎯⎯⎯\u001b[39m',
      '\u001b[31m\u001b[1mTypeError\u001b[22m: This database connection is busy\u001b[39m',
      ' ❯ commit src/main/store/commit.ts:105:45',
      'This error originated in "tests/scripts/bench.test.ts" test file. It does not mean …',
      '⎯⎯⎯⎯ Unhandled Rejection ⎯⎯⎯⎯⎯',
      'Error: x',
    ].join('\n')
    expect(nameVitestOutbreaks(output)).toEqual([
      'tests/scripts/bench.test.ts: TypeError: This database connection is busy',
      'Error: x',
    ])
    expect(nameVitestOutbreaks('Test Files  4 passed (4)')).toEqual([])
  })

  it('by Playwright: failed and flaky tests within their groups, and errors outside of any', () => {
    const spec = (title: string, ok: boolean, status: string) => ({ title, file: 'a.spec.ts', ok, tests: [{ status }] })
    const report = {
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('works', true, 'expected'), spec('fails', false, 'unexpected')],
          suites: [{ title: 'ru', specs: [spec('sometimes', true, 'flaky')] }],
        },
      ],
      errors: [{ message: 'Cannot find module\n  at x' }],
    }
    expect(namePlaywrightFailures(report)).toEqual([
      'a.spec.ts › fails',
      'a.spec.ts › ru › sometimes',
      'Cannot find module',
    ])
  })
})

describe('judgeRun', () => {
  const clean = { passed: 3, failed: 0, skipped: 0 }

  it.each([
    ['a clean run', clean, 0, 0],
    ['a failed runner with a clean report', clean, 1, 1],
    ['a run of nothing', { passed: 0, failed: 0, skipped: 0 }, 0, 1],
    ['only skipped tests', { passed: 0, failed: 0, skipped: 2 }, 0, 0],
    ['no report', undefined, 0, 1],
    ['failures', { passed: 3, failed: 2, skipped: 0 }, 1, 2],
  ])('of %s', (_name, counts, code, failed) => {
    expect(judgeRun(counts, code).failed).toBe(failed)
  })
})

it('the total is one plain line', () => {
  expect(formatCounts({ passed: 12, failed: 0, skipped: 1 })).toBe('12 passed, 0 failed, 1 skipped')
})
