import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canonicalJson } from '#shared/domain/keeping/canonical-json.ts'
import { reviewUpgrades } from './review.ts'
import {
  openReviewSnapshot,
  ReviewSnapshot,
  SNAPSHOT_VERSION,
  StoredSnapshot,
  snapshotUpgrades,
} from './review-snapshot.ts'
import { FirstSnapshot } from './review-snapshot-1.ts'
import { SecondSnapshot } from './review-snapshot-2.ts'
import { ThirdSnapshot } from './review-snapshot-3.ts'
import { shapeVersion } from './shape.ts'

const first: FirstSnapshot = {
  version: 1,
  facts: {
    periodStart: '2026-01-01',
    periodEnd: '2026-12-31',
    plan: { fromRole: 'a', toRole: 'b', vision: '', stage: 'S', readiness: 0.5, gaps: [] },
    previousFocus: [],
    totals: { minutes: 60, activities: 1, activeDays: 1, activeWeeks: 1 },
    before: { minutes: 0, activities: 0, activeDays: 0, activeWeeks: 0 },
    byKind: [],
    byMonth: [],
    byWeek: [],
    bySkill: [{ skill: 'Cloud', minutes: 60, activities: 1 }],
    gatesPassed: [],
    milestones: [],
    skills: [],
    skillsNotRated: [],
    learning: [],
    certifications: [{ title: 'AZ', issuer: 'MS', status: 'earned', day: '2026-05-01' }],
    projects: [],
    achievements: [
      {
        ...{
          title: 'A',
          day: '2026-06-01',
          situation: '',
          task: '',
          action: '',
          result: '',
          audience: [],
          scope: 'task',
        },
        ...{ peopleLed: null, metricName: '', metricBaseline: null, metricResult: null, metricUnit: '', myShare: null },
        roleShift: { focus: 'cto', scale: 'pmo', metrics: null, stakeholders: null },
      },
    ],
    metrics: [],
    obstacles: [],
    experiments: [],
    people: [],
  },
  answers: [],
  focus: ['x'],
  signedDay: '2027-01-01',
}

describe('what a review was signed with', () => {
  it('is read in any version, and stays as it is', () => {
    const frozen = structuredClone(first)
    const read = ReviewSnapshot.parse(openReviewSnapshot(first))
    expect(first).toEqual(frozen)
    expect(read.version).toBe(SNAPSHOT_VERSION)
    expect(read.facts.bySkill).toEqual([{ uid: null, skill: 'Cloud', minutes: 60, activities: 1 }])
    expect(read.facts.certifications).toMatchObject([{ uid: null, status: 'earned', renewed: false }])
    expect(read.facts.plan).toMatchObject({ stage: 'S', stageUid: null })
    expect(read.facts.roles).toEqual({ from: 'PMO', to: 'CTO' })
    expect(read.facts.achievements[0]?.roleShift).toMatchObject({ focus: 'to', scale: 'from', metrics: null })
    expect(openReviewSnapshot(read)).toBe(read)
  })

  it('is kept as it was signed, and refused with the place of what is wrong', () => {
    expect(StoredSnapshot.parse(first)).toEqual(first)
    const placesOf = (stored: unknown) =>
      StoredSnapshot.safeParse(stored).error?.issues.map(({ path }) => path.join('.'))
    expect(placesOf({ ...first, version: SNAPSHOT_VERSION + 1 })).toEqual(['version'])
    expect(placesOf({ ...first, facts: null })).toEqual(['facts'])
    expect(placesOf({ ...first, signedDay: 'x' })).toEqual(['signedDay'])
    expect(placesOf({ ...first, more: 1 })).toEqual([''])
    expect(placesOf({ ...first, facts: { ...first.facts, bySkill: [{ skill: 5 }] } })).toContain(
      'facts.bySkill.0.skill',
    )
    // Fields added in version 2 are unknown to version 1.
    const named = { ...first.facts, people: [{ uid: null, name: 'A', role: 'mentor', minutes: 1, activities: 1 }] }
    expect(placesOf({ ...first, facts: named })).toEqual(['facts.people.0'])
  })

  it('is a version of the review too, so that an older Kurs refuses its archive by name', () => {
    expect(shapeVersion(snapshotUpgrades)).toBe(SNAPSHOT_VERSION)
    expect(shapeVersion(reviewUpgrades)).toBe(SNAPSHOT_VERSION)
  })

  it.each([
    [1, FirstSnapshot, '2b6730a1401b0e90'],
    [2, SecondSnapshot, '9a76c1178afa2f1e'],
    [3, ThirdSnapshot, '2abd9110b1db9e99'],
    [4, ReviewSnapshot, '61effbaac920ec72'],
  ])('of version %i has the shape it was signed with for ever', (_version, shape, digest) => {
    const text = canonicalJson(z.toJSONSchema(shape, { unrepresentable: 'any' }))
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(digest)
  })
})
