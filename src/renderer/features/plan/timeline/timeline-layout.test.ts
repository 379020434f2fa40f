import { describe, expect, it } from 'vitest'
import { assignLanes, timeScale } from './timeline-layout.ts'

describe('timeScale', () => {
  it('places days in percent of the way', () => {
    const scale = timeScale('2026-03-01', '2033-03-01')
    expect(scale.at('2026-03-01')).toBe(0)
    expect(scale.at('2033-03-01')).toBe(100)
    expect(scale.at('2029-08-31')).toBeCloseTo(50, 1)
    expect(scale.at('2025-03-01')).toBeLessThan(0)
  })

  it('names the year it starts in at its beginning, and no year without room for its label', () => {
    expect(timeScale('2026-03-01', '2033-03-01').years.map(({ year }) => year)).toEqual([
      2026, 2027, 2028, 2029, 2030, 2031, 2032,
    ])
    const late = timeScale('2026-11-23', '2033-11-23').years
    expect(late[0]?.year).toBe(2027)
    expect(late.at(-1)?.year).toBe(2033)
  })

  it('keeps a scale of no length finite', () => {
    expect(timeScale('2026-03-01', '2026-03-01').at('2026-03-02')).toBe(100)
  })
})

describe('assignLanes', () => {
  it('uses one lane while there is room, and the first free one otherwise', () => {
    expect(assignLanes([0, 10, 20], 5)).toEqual([0, 0, 0])
    expect(assignLanes([0, 1, 2, 6, 6], 5)).toEqual([0, 1, 2, 0, 1])
    expect(assignLanes([], 5)).toEqual([])
  })

  it('never lets two marks of a lane touch', () => {
    const places = Array.from({ length: 60 }, (_, index) => (index * 7) % 13).sort((a, b) => a - b)
    const lanes = assignLanes(places, 2)
    for (const lane of new Set(lanes)) {
      const own = places.filter((_, index) => lanes[index] === lane)
      for (const [index, place] of own.slice(1).entries()) expect(place - (own[index] ?? 0)).toBeGreaterThanOrEqual(2)
    }
  })
})
