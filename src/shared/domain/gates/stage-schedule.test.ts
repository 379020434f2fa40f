import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addYears, dayFromNumber, dayNumber, differenceInDays } from '../calendar/calendar.ts'
import { layStages, rescaleDay, scheduleMilestone, scheduleStages } from './stage-schedule.ts'

const startDay = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2150-12-31') }).map(dayFromNumber)
const horizon = fc.integer({ min: 5, max: 10 })
const shares = fc.array(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })

describe('scheduleStages', () => {
  test('the template over ten years', () => {
    expect(scheduleStages('2026-01-01', 10, [0.1, 0.25, 0.35, 0.3])).toEqual([
      { plannedStart: '2026-01-01', plannedEnd: '2027-01-01' },
      { plannedStart: '2027-01-01', plannedEnd: '2029-07-02' },
      { plannedStart: '2029-07-02', plannedEnd: '2032-12-31' },
      { plannedStart: '2032-12-31', plannedEnd: '2036-01-01' },
    ])
  })

  test('a plan that starts on 29 February', () => {
    const stages = scheduleStages('2024-02-29', 5, [1, 1])
    expect(stages[0]?.plannedStart).toBe('2024-02-29')
    expect(stages.at(-1)?.plannedEnd).toBe('2029-02-28')
    expect(scheduleStages('2024-02-29', 8, [1]).at(-1)?.plannedEnd).toBe('2032-02-29')
  })

  test('no stages, no periods', () => expect(scheduleStages('2026-01-01', 5, [])).toEqual([]))

  test.each([0, 4, 11, 40, 5.5, Number.NaN, -5])('a horizon of %s years is refused', (years) => {
    expect(() => scheduleStages('2026-01-01', years, [1])).toThrow(RangeError)
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a share of %s is refused', (share) => {
    expect(() => scheduleStages('2026-01-01', 5, [1, share])).toThrow(RangeError)
  })

  test('stages touch, none is empty, the last ends with the horizon', () => {
    fc.assert(
      fc.property(startDay, horizon, shares, (start, years, parts) => {
        const stages = scheduleStages(start, years, parts)
        expect(stages).toHaveLength(parts.length)
        expect(stages[0]?.plannedStart).toBe(start)
        expect(stages.at(-1)?.plannedEnd).toBe(addYears(start, years))
        for (const [index, stage] of stages.entries()) {
          expect(stage.plannedEnd > stage.plannedStart).toBe(true)
          if (index > 0) expect(stage.plannedStart).toBe(stages[index - 1]?.plannedEnd)
        }
      }),
    )
  })

  test('each stage is as long as its share, to the day', () => {
    fc.assert(
      fc.property(
        startDay,
        horizon,
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }),
        (start, years, parts) => {
          const total = parts.reduce((sum, part) => sum + part, 0)
          const days = differenceInDays(addYears(start, years), start)
          for (const [index, stage] of scheduleStages(start, years, parts).entries()) {
            const wanted = ((parts[index] ?? 0) / total) * days
            expect(Math.abs(differenceInDays(stage.plannedEnd, stage.plannedStart) - wanted)).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})

describe('scheduleMilestone', () => {
  const stage = { plannedStart: '2027-01-01', plannedEnd: '2028-01-01' }

  test('days after the start of the plan', () => {
    expect(scheduleMilestone({ dayOffset: 0 }, stage, '2024-02-29')).toBe('2024-02-29')
    expect(scheduleMilestone({ dayOffset: 90 }, stage, '2026-01-01')).toBe('2026-04-01')
  })

  test('a share of the stage', () => {
    expect(scheduleMilestone({ share: 0 }, stage, '2026-01-01')).toBe('2027-01-01')
    expect(scheduleMilestone({ share: 0.5 }, stage, '2026-01-01')).toBe('2027-07-03')
    expect(scheduleMilestone({ share: 1 }, stage, '2026-01-01')).toBe('2028-01-01')
  })

  test('never leaves its stage, and a later share is never an earlier day', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(startDay, horizon, shares, share, share, (start, years, parts, one, other) => {
        for (const period of scheduleStages(start, years, parts)) {
          const early = scheduleMilestone({ share: Math.min(one, other) }, period, start)
          const late = scheduleMilestone({ share: Math.max(one, other) }, period, start)
          expect(early >= period.plannedStart && early <= late && late <= period.plannedEnd).toBe(true)
        }
      }),
    )
  })
})

describe('layStages', () => {
  test('from one day to another', () => {
    expect(layStages('2026-11-23', '2026-11-27', [1, 3])).toEqual([
      { plannedStart: '2026-11-23', plannedEnd: '2026-11-24' },
      { plannedStart: '2026-11-24', plannedEnd: '2026-11-27' },
    ])
  })

  test('needs a day for each stage', () => {
    expect(layStages('2026-11-23', '2026-11-25', [1, 1000])).toHaveLength(2)
    expect(() => layStages('2026-11-23', '2026-11-24', [1, 1])).toThrow(RangeError)
    expect(() => layStages('2026-11-23', '2026-01-01', [1])).toThrow(RangeError)
    expect(() => layStages('2026-11-23', '2027-11-23', [1, 0])).toThrow(RangeError)
    expect(layStages('2026-11-23', '2026-11-23', [])).toEqual([])
  })
})

describe('rescaleDay', () => {
  const before = { plannedStart: '2026-01-01', plannedEnd: '2026-01-11' }
  const after = { plannedStart: '2027-01-01', plannedEnd: '2027-01-21' }

  test('keeps the share of the stage', () => {
    expect(rescaleDay('2026-01-01', before, after)).toBe('2027-01-01')
    expect(rescaleDay('2026-01-06', before, after)).toBe('2027-01-11')
    expect(rescaleDay('2026-01-11', before, after)).toBe('2027-01-21')
  })

  test('brings a day outside of the stage to its nearer end', () => {
    expect(rescaleDay('2020-01-01', before, after)).toBe('2027-01-01')
    expect(rescaleDay('2030-01-01', before, after)).toBe('2027-01-21')
  })

  test('changes nothing where the stage does not move, and never leaves it', () => {
    const length = fc.integer({ min: 1, max: 3000 })
    fc.assert(
      fc.property(startDay, length, startDay, length, fc.nat(3000), (one, days, other, otherDays, offset) => {
        const period = { plannedStart: one, plannedEnd: addDays(one, days) }
        const moved = { plannedStart: other, plannedEnd: addDays(other, otherDays) }
        const day = addDays(one, Math.min(offset, days))
        expect(rescaleDay(day, period, period)).toBe(day)
        const there = rescaleDay(day, period, moved)
        expect(there >= moved.plannedStart && there <= moved.plannedEnd).toBe(true)
      }),
    )
  })
})
