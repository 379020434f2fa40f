import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evenGeometry, type ListGeometry, rangeAt, scaleOf, topToShow } from '#renderer/ui/list-geometry.ts'
import { toDayOrder } from '#shared/domain/calendar/day-order.ts'
import { dayGeometry, HEADING_HEIGHT, LINE_HEIGHT } from './day-geometry.ts'

/** A journal with the given number of entries on each of its days. */
const journalOf = (lines: number[]) =>
  toDayOrder(lines.map((count, index) => ({ month: `${2199 - index}-01`, days: [[1, count, 0]] })))

const geometries: fc.Arbitrary<ListGeometry> = fc.oneof(
  fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 })
    .map((lines) => dayGeometry(journalOf(lines))),
  fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 })).map((all) => evenGeometry(...all)),
)

it('rows stand one below the other, and are found by any height within them', () => {
  fc.assert(
    fc.property(geometries, (geometry) => {
      let top = 0
      for (let row = 0; row < geometry.count; row++) {
        expect(geometry.topOf(row)).toBe(top)
        expect([geometry.rowAt(top), geometry.rowAt(top + geometry.heightOf(row) - 1)]).toEqual([row, row])
        top += geometry.heightOf(row)
      }
      expect(top).toBe(geometry.total)
      expect([geometry.rowAt(-5), geometry.rowAt(top + 5)]).toEqual([0, geometry.count - 1])
    }),
  )
})

it('the first line of a day carries its heading', () => {
  const geometry = dayGeometry(journalOf([2, 1]))
  const [line, first] = [LINE_HEIGHT, LINE_HEIGHT + HEADING_HEIGHT]
  expect([0, 1, 2].map(geometry.heightOf)).toEqual([first, line, first])
  expect([0, 1, 2].map(geometry.topOf)).toEqual([0, first, first + line])
  expect(dayGeometry(journalOf([]))).toMatchObject({ count: 0, total: 0 })
})

it('what is drawn holds what is in sight, and a row is shown by the shortest way', () => {
  fc.assert(
    fc.property(geometries, fc.nat(20_000), fc.integer({ min: 40, max: 900 }), (geometry, place, height) => {
      const top = Math.min(place, Math.max(0, geometry.total - height))
      const { first, start, end } = rangeAt(geometry, top, height)
      expect(start).toBeLessThanOrEqual(first)
      expect(geometry.topOf(first)).toBeLessThanOrEqual(top)
      if (end < geometry.count) expect(geometry.topOf(end)).toBeGreaterThan(top + height)
      const shown = topToShow(geometry, first, top, height)
      expect(topToShow(geometry, first, shown, height)).toBe(shown)
    }),
  )
})

it('a list no browser could draw is scrolled from end to end all the same', () => {
  const long = evenGeometry(1_000_000, LINE_HEIGHT)
  expect(scaleOf(evenGeometry(100_000, LINE_HEIGHT), 800)).toBe(1)
  const scale = scaleOf(long, 800)
  expect((15_000_000 - 800) * scale).toBeCloseTo(long.total - 800, 3)
})
