import { describe, expect, it } from 'vitest'
import { forecastMonths, paceGains } from './gains.ts'

const TODAY = '2026-11-27'

describe('forecastMonths', () => {
  it('are twelve whole months that end today', () => {
    const bounds = forecastMonths(TODAY)
    expect(bounds).toHaveLength(13)
    expect([bounds[0], bounds.at(-2), bounds.at(-1)]).toEqual(['2025-11-28', '2026-10-28', '2026-11-28'])
  })

  it('touch where months differ in length', () => {
    expect(forecastMonths('2026-03-30').slice(-3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
  })
})

describe('paceGains', () => {
  it('spreads what was gained between two ratings over the months between', () => {
    const { gains, observations } = paceGains(
      [
        { day: '2025-11-28', value: 2 },
        { day: '2026-11-28', value: 3 },
      ],
      TODAY,
      'up',
    )
    expect(gains).toHaveLength(12)
    expect(gains.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(1, 10)
    expect(observations).toBe(1)
  })

  it('says nothing of the time since the newest point, nor before the first', () => {
    const points = [
      { day: '2026-05-28', value: 1 },
      { day: '2026-08-28', value: 4 },
    ]
    expect(paceGains(points, TODAY, 'up').gains).toHaveLength(3)
    expect(paceGains(points.slice(0, 1), TODAY, 'up').gains).toEqual([])
    expect(paceGains([], TODAY, 'up')).toEqual({ gains: [], observations: 0, earlierGain: 0, earlierMonths: 0 })
  })

  it('counts what should fall as a gain when it falls', () => {
    const points = [
      { day: '2025-11-28', value: 20 },
      { day: '2026-11-28', value: 8 },
    ]
    expect(paceGains(points, TODAY, 'down').gains.every((gain) => gain > 0)).toBe(true)
    expect(paceGains(points, TODAY, 'up').gains.every((gain) => gain < 0)).toBe(true)
  })

  it('keeps the two years before apart, and nothing older', () => {
    const points = [
      { day: '2015-11-28', value: 0 },
      { day: '2025-11-28', value: 120 },
    ]
    const { gains, earlierGain, earlierMonths } = paceGains(points, TODAY, 'up')
    expect(gains).toEqual([])
    expect(earlierMonths).toBeCloseTo(24, 1)
    expect(earlierGain).toBeCloseTo(24, 0)
  })

  it('takes the last of several points of a day', () => {
    const points = [
      { day: '2026-07-28', value: 1 },
      { day: '2026-07-28', value: 2 },
      { day: '2026-11-28', value: 3 },
    ]
    const { gains, observations } = paceGains(points, TODAY, 'up')
    expect(gains.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(1, 10)
    expect(observations).toBe(1)
  })
})
