import { describe, expect, it } from 'vitest'
import { emptyRequirement, type RequirementFields, RequirementFields as Rules } from '#shared/model/plan.ts'
import { ownFields } from './requirement-fields.ts'

const UID = '01890000-0000-7000-8000-000000000001'
const OTHER = '01890000-0000-7000-8000-000000000002'

/** Messages of the rules for such a requirement. */
const faults = (fields: RequirementFields) => Rules.safeParse(fields).error?.issues.map(({ message }) => message) ?? []

/** The fields of a form in which every kind was tried. */
const tried: RequirementFields = {
  ...emptyRequirement,
  stageUid: UID,
  weight: 4,
  note: 'why',
  skillUid: OTHER,
  level: 3,
  evidenceKind: 'activity',
  activityKind: 'mentoringGiven',
  minScope: 'company',
  count: 5,
  since: 'stage',
  visibilityKinds: ['talk'],
  minOutside: 2,
  catalogueKeys: ['az-900'],
  metricUid: OTHER,
  metricValue: 50,
  milestoneUid: OTHER,
}

describe('ownFields', () => {
  it.each([
    ['skill', ['skillUid', 'level']],
    ['evidence', ['evidenceKind', 'activityKind', 'count', 'since']],
    ['certification', ['catalogueKeys', 'count', 'since']],
    ['metric', ['metricUid', 'metricValue']],
    ['milestone', ['milestoneUid']],
  ] as const)('keeps of a %s requirement only what it is made of', (kind, kept) => {
    const fields = ownFields({ ...tried, kind })
    const { kind: _kind, ...left } = emptyRequirement
    const expected = { ...left, kind, stageUid: UID, weight: 4, note: 'why' }
    expect(fields).toEqual({ ...expected, ...Object.fromEntries(kept.map((name) => [name, tried[name]])) })
    expect(Rules.safeParse(fields).success).toBe(true)
  })

  it('keeps the scope for achievements and the kind for journal lines only', () => {
    expect(ownFields({ ...tried, kind: 'evidence', evidenceKind: 'achievement' })).toMatchObject({
      minScope: 'company',
      activityKind: null,
    })
    expect(ownFields({ ...tried, kind: 'evidence', evidenceKind: 'project' })).toMatchObject({
      minScope: null,
      activityKind: null,
    })
  })

  it('says nothing of a field that is no longer shown', () => {
    const many = { ...tried, activityKind: 'visibility', minOutside: 6 } as const
    expect(faults(many)).toEqual(['outside.tooMany'])
    expect(faults({ ...many, evidenceKind: 'project' })).toEqual([])
  })

  it('keeps what is asked of visibility for that kind of journal line only', () => {
    const asked = { visibilityKinds: ['talk'], minOutside: 2 }
    expect(ownFields({ ...tried, kind: 'evidence', activityKind: 'visibility' })).toMatchObject(asked)
    const { visibilityKinds, minOutside } = emptyRequirement
    expect(ownFields({ ...tried, kind: 'evidence', evidenceKind: 'achievement' })).toMatchObject({
      visibilityKinds,
      minOutside,
    })
  })
})
