import { describe, expect, it } from 'vitest'
import { changeAgainst, milestoneOutcome, monthsFinding, roleShiftMarks, skillMovement } from './review-figures.ts'

describe('changeAgainst', () => {
  it('is a share of what was before, unknown where there was nothing', () => {
    expect(changeAgainst(150, 100)).toBe(0.5)
    expect(changeAgainst(0, 100)).toBe(-1)
    expect(changeAgainst(10, 0)).toBeNull()
  })
})

describe('monthsFinding', () => {
  const byMonth = [
    { month: '2026-01', minutes: 60 },
    { month: '2026-02', minutes: 0 },
    { month: '2026-03', minutes: 90 },
    { month: '2026-04', minutes: 0 },
  ]
  it('names the busiest month and counts the silent ones', () => {
    expect(monthsFinding(byMonth, '2026-12-31')).toEqual({ best: byMonth[2], quiet: 2 })
  })
  it('does not call a month silent that has not begun', () => {
    expect(monthsFinding(byMonth, '2026-03-01')).toEqual({ best: byMonth[2], quiet: 1 })
  })
  it('has no busiest month where nothing was logged', () => {
    expect(monthsFinding([{ month: '2026-01', minutes: 0 }], '2026-01-31')).toEqual({ best: null, quiet: 1 })
  })
})

describe('skillMovement', () => {
  it('counts each rating once; level 0 is a level', () => {
    const skills = [
      { from: 1, to: 3 },
      { from: 2, to: 2 },
      { from: 3, to: 2 },
      { from: null, to: 0 },
      { from: 0, to: 1 },
    ]
    expect(skillMovement(skills)).toEqual({ raised: 2, same: 1, lowered: 1, first: 1 })
  })
})

describe('milestoneOutcome', () => {
  it('measures from the planned day', () => {
    expect(milestoneOutcome({ plannedDay: '2026-03-01', doneDay: '2026-03-01' }, '2026-12-31')).toEqual({
      kind: 'onTime',
    })
    expect(milestoneOutcome({ plannedDay: '2026-02-28', doneDay: '2026-03-02' }, '2026-12-31')).toEqual({
      kind: 'late',
      days: 2,
    })
    expect(milestoneOutcome({ plannedDay: '2026-03-02', doneDay: '2026-02-28' }, '2026-12-31')).toEqual({
      kind: 'early',
      days: 2,
    })
  })
  it('is missed once its day has come, ahead before', () => {
    expect(milestoneOutcome({ plannedDay: '2026-03-01', doneDay: null }, '2026-03-01')).toEqual({ kind: 'missed' })
    expect(milestoneOutcome({ plannedDay: '2026-03-02', doneDay: null }, '2026-03-01')).toEqual({ kind: 'ahead' })
  })
})

describe('roleShiftMarks', () => {
  it('counts set criteria only', () => {
    const none = { focus: null, scale: null, metrics: null, stakeholders: null }
    expect(roleShiftMarks([])).toEqual({ to: 0, total: 0 })
    expect(
      roleShiftMarks([
        { roleShift: { ...none, focus: 'to', scale: 'from' } },
        { roleShift: { ...none, metrics: 'to' } },
      ]),
    ).toEqual({ to: 2, total: 3 })
  })
})
