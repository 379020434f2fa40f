import { describe, expect, it } from 'vitest'
import { clockText, measuredMinutes, measuredMs } from './measured.ts'

const AT = 1_800_000_000_000

describe('a measured time', () => {
  it('is what was measured before and what runs since', () => {
    expect(measuredMs({ since: null, spent: 90_000 }, AT)).toBe(90_000)
    expect(measuredMs({ since: AT - 30_000, spent: 90_000 }, AT)).toBe(120_000)
  })

  it('does not shrink where the clock was set back', () => {
    expect(measuredMs({ since: AT + 3_600_000, spent: 90_000 }, AT)).toBe(90_000)
  })

  it('has at least a minute, and whole ones', () => {
    expect([0, 29_999, 90_000, 3_629_000].map(measuredMinutes)).toEqual([1, 1, 2, 60])
  })

  it.each([
    [0, '0:00'],
    [65_400, '1:05'],
    [3_599_999, '59:59'],
    [3_845_000, '1:04:05'],
    [360_000_000, '100:00:00'],
  ])('%d ms are %s on the clock', (ms, text) => expect(clockText(ms)).toBe(text))
})
