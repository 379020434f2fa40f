import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../calendar/calendar.ts'
import { thinSeries } from './thin-series.ts'

const series = (values: readonly number[]) =>
  values.map((value, index) => ({ day: addDays('2020-01-01', index), value }))

it('leaves a short series as it is', () => {
  expect(thinSeries([], 10)).toEqual([])
  expect(thinSeries(series([3, 1, 2]), 10)).toEqual(series([3, 1, 2]))
})

it('keeps the ends, the lowest and the highest value', () => {
  const all = series(Array.from({ length: 1000 }, (_, index) => (index === 500 ? 99 : index === 700 ? -99 : index % 7)))
  const thin = thinSeries(all, 50)
  expect(thin.length).toBeLessThanOrEqual(50)
  expect(thin[0]).toEqual(all[0])
  expect(thin.at(-1)).toEqual(all.at(-1))
  expect(thin).toContainEqual(all[500])
  expect(thin).toContainEqual(all[700])
})

it('is never longer than asked, in order, and of nothing but the series', () => {
  const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 400 })
  fc.assert(
    fc.property(values, fc.integer({ min: 4, max: 200 }), (numbers, most) => {
      const all = series(numbers)
      const thin = thinSeries(all, most)
      expect(thin.length).toBeLessThanOrEqual(Math.max(most, 0))
      expect(thin.map(({ day }) => day)).toEqual(thin.map(({ day }) => day).toSorted())
      for (const one of thin) expect(all).toContainEqual(one)
      const range = (some: typeof all) => [Math.min(...some.map((x) => x.value)), Math.max(...some.map((x) => x.value))]
      expect(range(thin)).toEqual(range(all))
    }),
    { numRuns: 60 },
  )
})
