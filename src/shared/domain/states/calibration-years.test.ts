import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RETRO_AFTER, type Retro } from '#shared/model/initiative.ts'
import { calibrationYears } from './calibration-years.ts'
import { calibration } from './impact-retro.ts'

const retro = (after: Retro['after'], day: string, actualChange: number | null): Retro => ({
  ...{ after, day, actualChange },
  ...{ decision: 'keep', lesson: '' },
})
const bet = (title: string, expectedChange: number | null, ...retros: Retro[]) => ({ title, expectedChange, retros })

it('counts each initiative in the year of its newest retro with a number', () => {
  const { years, all } = calibrationYears([
    bet('none', 10),
    bet('moved on', 10, retro(30, '2025-11-01', 4), retro(180, '2026-04-01', 8)),
    // The later retro has no number, so the earlier one counts.
    bet('stays', -5, retro(30, '2025-12-31', -10), retro(90, '2026-02-01', null)),
    bet('as hoped', 4, retro(90, '2026-01-01', 4)),
    bet('backwards', 2, retro(30, '2026-06-01', -1)),
    bet('not measured', 10, retro(30, '2026-03-01', null)),
    bet('not expected', null, retro(30, '2024-03-01', 7)),
  ])
  expect(
    years.map(({ year, bets, ...figures }) => [year, figures, bets.map(({ item }) => item.title).join(', ')]),
  ).toEqual([
    // The shares are 0.8, 1 and -0.5.
    [2026, { compared: 3, reached: 1, median: 0.8, miss: 0.2 }, 'backwards, moved on, as hoped, not measured'],
    [2025, { compared: 1, reached: 1, median: null, miss: null }, 'stays'],
    [2024, { compared: 0, reached: 0, median: null, miss: null }, 'not expected'],
  ])
  expect(all).toMatchObject({ year: null, compared: 4, reached: 2 })
  expect(calibrationYears([bet('none', 10)]).years).toEqual([])
})

it('adds up to the calibration of all', () => {
  const number = fc.option(fc.integer({ min: -9, max: 9 }))
  const one = fc.record({
    after: fc.constantFrom(...RETRO_AFTER),
    year: fc.integer({ min: 2020, max: 2029 }),
    actual: number,
  })
  const retros = fc.uniqueArray(one, { selector: ({ after }) => after, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, retros)), (given) => {
      const items = given.map(([expected, list], index) =>
        bet(String(index), expected, ...list.map(({ after, year, actual }) => retro(after, `${year}-05-01`, actual))),
      )
      const { years, all } = calibrationYears(items)
      expect(all).toMatchObject(calibration(items))
      const sum = (key: 'compared' | 'reached') => years.reduce((total, year) => total + year[key], 0)
      expect([sum('compared'), sum('reached')]).toEqual([all.compared, all.reached])
      for (const { bets, compared } of [...years, all])
        expect(bets.filter(({ share }) => share !== null)).toHaveLength(compared)
    }),
  )
})
