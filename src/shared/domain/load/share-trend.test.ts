import { describe, expect, it } from 'vitest'
import { addWeeks } from '../calendar/monday-weeks.ts'
import { chartPoints, shareTrend } from './share-trend.ts'

const PRESENT = '2026-11-23'
const entry = (ago: number, learning: number) => ({
  week: addWeeks(PRESENT, -ago),
  operations: 90 - learning,
  learning,
  strategy: 10,
})
const entries = (from: number, to: number, learning: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index, learning))

describe('the trend of the shares', () => {
  it('is the mean of the last eight weeks against the eight before', () => {
    const { recent, before, looked } = shareTrend([...entries(0, 7, 20), ...entries(8, 15, 10)], PRESENT)
    expect([recent?.learning, before?.learning, looked]).toEqual([20, 10, 8])
  })

  it('does not hold a present week against anybody that was not looked at yet', () => {
    expect(shareTrend(entries(1, 8, 20), PRESENT).looked).toBe(8)
  })

  it('says nothing of a side of which fewer than four weeks were looked at', () => {
    expect(shareTrend(entries(0, 2, 20), PRESENT)).toEqual({ recent: null, before: null, looked: 3 })
    const some = shareTrend([...entries(0, 3, 20), ...entries(8, 10, 10)], PRESENT)
    expect([some.recent?.learning, some.before]).toEqual([20, null])
  })
})

describe('the bars of the chart', () => {
  it('are weeks, gaps included, the present one last', () => {
    const points = chartPoints([entry(0, 20), entry(2, 10), entry(30, 5)], PRESENT, 'half')
    expect(points).toHaveLength(26)
    expect(points.slice(-3)).toEqual([
      { key: addWeeks(PRESENT, -2), shares: { operations: 80, learning: 10, strategy: 10 }, weeks: 1 },
      { key: addWeeks(PRESENT, -1), shares: null, weeks: 0 },
      { key: PRESENT, shares: { operations: 70, learning: 20, strategy: 10 }, weeks: 1 },
    ])
    expect(chartPoints([], PRESENT, 'year')).toHaveLength(52)
    expect(chartPoints([], PRESENT, 'all')).toHaveLength(1)
  })

  it('are months where the weeks would have no room', () => {
    const points = chartPoints(entries(0, 104, 20), PRESENT, 'all')
    expect(points).toHaveLength(25)
    expect(points.at(-1)).toMatchObject({ key: '2026-11', weeks: 4, shares: { learning: 20 } })
    expect(points.reduce((sum, { weeks }) => sum + weeks, 0)).toBe(105)
  })
})
