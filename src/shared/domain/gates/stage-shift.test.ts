import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, differenceInDays } from '../calendar/calendar.ts'
import { scheduleStages } from './stage-schedule.ts'
import { findSeams, shiftFollowing } from './stage-shift.ts'

const stage = (uid: string, plannedStart: string, plannedEnd: string, passedOn: string | null = null) => ({
  uid,
  plannedStart,
  plannedEnd,
  passedOn,
})

const STAGES = [
  stage('a', '2026-01-01', '2026-07-01', '2026-06-20'),
  stage('b', '2026-07-01', '2027-07-01'),
  stage('c', '2027-07-01', '2028-07-01'),
  stage('d', '2028-07-01', '2029-07-01'),
]

describe('what follows a stage whose end moves', () => {
  it('moves by as many days, later or earlier', () => {
    expect(shiftFollowing(STAGES, 'b', '2027-07-31')).toEqual([
      { uid: 'c', plannedStart: '2027-07-31', plannedEnd: '2028-07-31' },
      { uid: 'd', plannedStart: '2028-07-31', plannedEnd: '2029-07-31' },
    ])
    expect(shiftFollowing(STAGES, 'c', '2028-06-30')).toEqual([
      { uid: 'd', plannedStart: '2028-06-30', plannedEnd: '2029-06-30' },
    ])
  })

  it('is nothing behind the last, for a day that is the same, or for a stage that is not there', () => {
    expect(shiftFollowing(STAGES, 'd', '2030-01-01')).toEqual([])
    expect(shiftFollowing(STAGES, 'b', '2027-07-01')).toEqual([])
    expect(shiftFollowing(STAGES, 'gone', '2027-07-01')).toEqual([])
  })

  it('is not to be had outside of the calendar', () => {
    expect(shiftFollowing(STAGES, 'b', '2197-12-30')).not.toBeNull()
    expect(shiftFollowing(STAGES, 'b', '2197-12-31')).toBeNull()
    expect(shiftFollowing(STAGES, 'b', '2199-12-31')).toBeNull()
  })

  it('leaves passed stages where they were', () => {
    const passed = STAGES.map((one) => ({ ...one, passedOn: one.uid === 'b' ? '2027-01-01' : one.passedOn }))
    expect(shiftFollowing(passed, 'a', '2026-08-01')?.map(({ uid }) => uid)).toEqual(['c', 'd'])
  })

  it('touches as before, whatever the plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 10 }), fc.integer({ min: -90, max: 900 }), (years, days) => {
        const planned = scheduleStages('2026-01-01', years, [1, 2, 3, 4]).map((period, index) =>
          stage(String(index), period.plannedStart, period.plannedEnd),
        )
        const end = addDays(planned[1]?.plannedEnd ?? '', days)
        const shifted = new Map(shiftFollowing(planned, '1', end)?.map((one) => [one.uid, one]))
        const after = planned.map((one) => ({
          ...one,
          ...(one.uid === '1' && { plannedEnd: end }),
          ...shifted.get(one.uid),
        }))
        for (const one of after.slice(1)) expect(findSeams(after, one.uid, one)).toEqual([])
        for (const [index, one] of after.entries()) {
          const before = planned[index]
          if (index < 2 || before === undefined) continue
          const length = ({ plannedStart, plannedEnd }: typeof one) => differenceInDays(plannedEnd, plannedStart)
          expect(length(one)).toBe(length(before))
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('seams of a stage', () => {
  const seams = (uid: string, plannedStart: string, plannedEnd: string) =>
    findSeams(STAGES, uid, { plannedStart, plannedEnd }).map(({ kind, days, stage: { uid: other } }) => [
      kind,
      days,
      other,
    ])

  // Stage a was passed on 20 June, eleven days before its planned end: stage b may begin from then on.
  it.each([
    ['b', '2026-06-20', '2027-07-01', []],
    ['b', '2026-07-01', '2027-07-01', [['gap', 11, 'a']]],
    [
      'b',
      '2026-06-19',
      '2027-07-03',
      [
        ['overlap', 1, 'a'],
        ['overlap', 2, 'c'],
      ],
    ],
    [
      'b',
      '2026-06-20',
      '2028-09-29',
      [
        ['overlap', 366, 'c'],
        ['overlap', 90, 'd'],
      ],
    ],
    ['c', '2027-07-01', '2028-06-01', [['gap', 30, 'd']]],
    ['d', '2028-07-01', '2035-07-01', []],
    ['a', '2020-01-01', '2035-07-01', []],
    ['gone', '2028-07-01', '2035-07-01', []],
  ])('%s from %s to %s', (uid, start, end, expected) => {
    expect(seams(uid, start, end)).toEqual(expected)
  })
})
