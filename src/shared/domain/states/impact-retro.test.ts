import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RETRO_AFTER, type Retro, type RetroAfter } from '#shared/model/initiative.ts'
import { addDays } from '../calendar/calendar.ts'
import {
  calibration,
  dueRetro,
  measuredChange,
  newestRetro,
  outcomeShare,
  retroPlaces,
  shareOfExpected,
  withoutRetro,
  withRetro,
} from './impact-retro.ts'

const retro = (after: RetroAfter, actualChange: number | null = null, day = '2026-05-01'): Retro => ({
  after,
  day,
  actualChange,
  decision: 'keep',
  lesson: '',
})
/** Its retros are due on 31 January, 1 April and 30 June. */
const bet = (...retros: Retro[]) => ({ status: 'done' as const, endDay: '2026-01-01', retros })

describe('when a retro is due', () => {
  it('30, 90 and 180 days after the end', () => {
    expect(retroPlaces(bet(), '2026-04-01').map(({ after, day, isOpen }) => [after, day, isOpen])).toEqual([
      [30, '2026-01-31', true],
      [90, '2026-04-01', true],
      [180, '2026-06-30', false],
    ])
  })

  it.each([
    ['2026-01-30', null],
    ['2026-01-31', 30],
    ['2026-03-31', 30],
    ['2026-04-01', 90],
    ['2026-06-30', 180],
    ['2026-12-27', 180],
    // A retro that was not held within half a year is not asked for any more.
    ['2026-12-28', null],
  ])('on %s the one that is asked for is %s', (today, after) => {
    expect(dueRetro(bet(), today)?.after ?? null).toBe(after)
  })

  it('a skipped one stays offered, and is not asked for once a later one is held', () => {
    const held = bet(retro(90))
    expect(dueRetro(held, '2026-04-02')).toBeNull()
    expect(retroPlaces(held, '2026-04-02').map(({ isOpen }) => isOpen)).toEqual([true, false, false])
    expect(dueRetro(held, '2026-06-30')).toEqual({ after: 180, day: '2026-06-30' })
    expect(dueRetro(bet(retro(30)), '2026-03-31')).toBeNull()
    expect(dueRetro(bet(retro(180)), '2026-05-01')).toBeNull()
  })

  it('only what is done has one', () => {
    const today = '2026-05-01'
    for (const status of ['idea', 'planned', 'running', 'dropped'] as const)
      expect(dueRetro({ ...bet(), status }, today)).toBeNull()
    expect(dueRetro({ ...bet(), endDay: null }, today)).toBeNull()
    // Marked as done with a future day.
    expect(dueRetro({ ...bet(), endDay: '2026-05-02' }, today)).toBeNull()
    expect(retroPlaces({ ...bet(), endDay: null }, today).map(({ day }) => day)).toEqual([null, null, null])
  })

  it('never asks for one that is held, nor for an earlier one than is held', () => {
    const subset = fc.subarray([...RETRO_AFTER]).map((afters) => bet(...afters.map((after) => retro(after))))
    fc.assert(
      fc.property(subset, fc.integer({ min: -10, max: 700 }), (one, days) => {
        const due = dueRetro(one, addDays(one.endDay, days))
        expect(one.retros.every(({ after }) => due === null || after < due.after)).toBe(true)
      }),
    )
  })
})

it('retros stand by their place, one in each', () => {
  const retros = withRetro(withRetro([retro(90)], retro(30)), retro(90, 5))
  expect(retros).toEqual([retro(30), retro(90, 5)])
  expect(withoutRetro(retros, 30)).toEqual([retro(90, 5)])
  expect(newestRetro({ retros: [retro(180), retro(30)] })).toEqual(retro(180))
  expect(newestRetro({ retros: [] })).toBeNull()
})

describe('what the series says', () => {
  const values = [
    { day: '2025-12-01', value: 40 },
    { day: '2026-01-10', value: 33.3 },
    { day: '2026-02-10', value: 28.1 },
    { day: '2026-03-10', value: 30 },
  ]
  const days = { startDay: '2025-12-15', endDay: '2026-01-20' }

  it('goes from the newest value of the first day to the newest of the day', () => {
    expect(measuredChange(values, days, '2026-02-19')).toEqual({ from: values[0], to: values[2], change: -11.9 })
    expect(measuredChange(values, { ...days, startDay: '2025-12-01' }, '2026-03-10')?.change).toBe(-10)
  })

  it('begins at the last day where the first is not known', () => {
    expect(measuredChange(values, { ...days, startDay: null }, '2026-02-19')).toMatchObject({ change: -5.2 })
  })

  it('says nothing where nothing was measured before, or nothing since', () => {
    expect(measuredChange([], days, '2026-02-19')).toBeNull()
    expect(measuredChange(values, { ...days, startDay: '2025-11-30' }, '2026-02-19')).toBeNull()
    expect(measuredChange(values.slice(0, 1), days, '2026-02-19')).toBeNull()
    expect(measuredChange(values, { startDay: null, endDay: null }, '2026-02-19')).toBeNull()
  })
})

describe('expected against actual', () => {
  it.each([
    [-24, -12, 0.5],
    [-24, -30, 1.25],
    [-24, 6, -0.25],
    [10, 10, 1],
    [10, 0, 0],
    [-10, 0, 0],
    [0.3, 0.1, 0.333333333333],
    [0, 5, null],
    [null, 5, null],
    [5, null, null],
  ])('%s expected and %s measured is %s', (expected, actual, share) => {
    expect(shareOfExpected(expected, actual)).toBe(share)
  })

  it('an initiative counts by its newest retro with a number', () => {
    const retros = [retro(180), retro(90, 4), retro(30, 9)]
    expect(outcomeShare({ expectedChange: 8, retros })).toBe(0.5)
    expect(outcomeShare({ expectedChange: 8, retros: [retro(30)] })).toBeNull()
  })

  const compared = (expectedChange: number | null, actual: number | null) => ({
    expectedChange,
    retros: [retro(30, actual)],
  })

  it('is told from three on', () => {
    const two = [compared(10, 12), compared(-4, -1), compared(null, 3), compared(5, null)]
    expect(calibration(two)).toEqual({ compared: 2, reached: 1, median: null, miss: null })
    // The shares are 1.2, 0.25, 1, 0.6, -0.5.
    const five = [...two, compared(-3, -3), compared(20, 12), compared(2, -1)]
    expect(calibration(five)).toEqual({ compared: 5, reached: 2, median: 0.6, miss: 0.4 })
    expect(calibration(five.slice(0, 6)).median).toBe(0.8)
    expect(calibration([])).toEqual({ compared: 0, reached: 0, median: null, miss: null })
  })

  it('tells a miss in either direction, also where the median is right', () => {
    const spread = [compared(10, 2), compared(10, 10), compared(10, 30), compared(10, 8), compared(10, 14)]
    expect(calibration(spread)).toMatchObject({ median: 1, miss: 0.4 })
  })

  it('is the same in any order, any unit and either direction', () => {
    const number = fc.integer({ min: -1000, max: 1000 })
    const list = fc.array(fc.tuple(number, number), { maxLength: 12 })
    fc.assert(
      fc.property(list, fc.constantFrom(-1, 1, 4, -0.5), (pairs, factor) => {
        const found = calibration(pairs.map(([expected, actual]) => compared(expected, actual)))
        const other = pairs.toReversed().map(([expected, actual]) => compared(expected * factor, actual * factor))
        expect(calibration(other)).toEqual(found)
        expect(found.reached).toBeLessThanOrEqual(found.compared)
        if (found.median !== null && found.median >= 1) expect(found.reached * 2).toBeGreaterThanOrEqual(found.compared)
      }),
    )
  })
})
