import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, formatCounts, judgeRun } from '../../scripts/lib/reports.mjs'

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
