import { describe, expect, it } from 'vitest'
import { findOpenItem, newItemAddress, type PlanData, proposedDay, shownStage } from './plan-items.ts'

const stage = (uid: string, passedOn: string | null, more: object = {}) => ({
  uid,
  passedOn,
  milestones: [],
  requirements: [],
  ...more,
})

const data = {
  plan: { uid: 'plan' },
  presentStageUid: 'b',
  stages: [
    stage('a', '2026-01-01', { milestones: [{ uid: 'a-milestone' }] }),
    stage('b', null),
    stage('c', null, { requirements: [{ uid: 'c-requirement' }] }),
  ],
} as unknown as PlanData

const open = (item: string | null) => findOpenItem(data, item)

describe('findOpenItem', () => {
  it.each([
    [null, 'none'],
    ['plan', 'plan'],
    ['b', 'stage'],
    ['a-milestone', 'milestone'],
    ['c-requirement', 'requirement'],
    ['new', 'newStage'],
    [newItemAddress('newMilestone', 'c'), 'newMilestone'],
    [newItemAddress('newRequirement', 'a'), 'newRequirement'],
    ['deleted', 'none'],
    [newItemAddress('newMilestone', 'deleted'), 'none'],
  ] as const)('finds %s as %s', (item, kind) => {
    expect(open(item).kind).toBe(kind)
  })
})

describe('shownStage', () => {
  const shown = (item: string | null) => shownStage(data, open(item))?.uid

  it('is the stage of what is open', () => {
    expect(shown('a-milestone')).toBe('a')
    expect(shown('c-requirement')).toBe('c')
    expect(shown(newItemAddress('newMilestone', 'c'))).toBe('c')
  })

  it('is the present stage while nothing of a stage is open', () => {
    expect(shown(null)).toBe('b')
    expect(shown('plan')).toBe('b')
  })

  it('is the last stage when all gates are passed, and none in a plan without stages', () => {
    expect(shownStage({ ...data, presentStageUid: null }, { kind: 'none' })?.uid).toBe('c')
    expect(shownStage({ ...data, presentStageUid: null, stages: [] }, { kind: 'none' })).toBeNull()
  })
})

describe('proposedDay', () => {
  it('counts the days from today, or from the start of a stage to come', () => {
    expect(proposedDay({ plannedStart: '2026-01-01' }, 60, '2026-03-01')).toBe('2026-04-30')
    expect(proposedDay({ plannedStart: '2027-01-01' }, 60, '2026-03-01')).toBe('2027-03-02')
  })
})
