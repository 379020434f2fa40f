import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { stepEntity } from '#main/store/entities/steps.ts'
import { EvidenceItem, SkillLine } from '#shared/contract/skills.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { listEvidence } from './evidence-store.ts'
import { createSkill } from './skill-edit-store.ts'
import { assessSkill, getSkill, listSkills, retractAssessment } from './skills-store.ts'

let store: Store
let close: () => void
let skill: string
const TODAY = '2026-11-23'

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
  skill = createSkill(store, { fields: { title: 'Облако' } }).uid
})

afterEach(() => close())

const line = () => SkillLine.parse(listSkills(store).find(({ uid }) => uid === skill))
const items = () => listEvidence(store, { uid: skill }).map((one) => EvidenceItem.parse(one))
const titles = () => items().map(({ item }) => item.title)
const links = () => [skill]

describe('what backs a skill', () => {
  it('is nothing at first, and not what is of another skill, planned, dropped or no evidence', () => {
    add(store, learningEntity, { title: 'planned', status: 'planned', links: links() })
    add(store, learningEntity, { title: 'later', status: 'done', endDay: addDays(TODAY, 1), links: links() })
    add(store, projectEntity, { title: 'dropped', status: 'dropped', links: links() })
    add(store, achievementEntity, { title: 'ahead', day: addDays(TODAY, 1), links: links() })
    add(store, activityEntity, { title: 'tomorrow', day: addDays(TODAY, 1), links: links() })
    add(store, stepEntity, { title: 'a step', week: '2026-11-23', links: links() })
    add(store, projectEntity, { title: 'of none', status: 'done', endDay: TODAY })
    expect(line()).toMatchObject({ evidence: [], evidenceOn: null })
    expect(items()).toEqual([])
  })

  it('is fresh as long as a certificate that can run out is valid', () => {
    const exam = { status: 'earned' as const, issueDay: '2025-01-10', links: links() }
    add(store, certificationEntity, { title: 'for ever', ...exam })
    expect(line().evidenceOn).toBe('2025-01-10')
    add(store, certificationEntity, { title: 'for three years', expiryDay: '2028-01-10', ...exam })
    expect(line().evidenceOn).toBe(TODAY)
    expect(items().map(({ item }) => item.day)).toEqual(['2025-01-10', '2025-01-10'])
  })

  it('is the same for the skill alone as in the list', () => {
    const other = createSkill(store, { fields: { title: 'Другой' } }).uid
    add(store, activityEntity, { title: 'about both', day: '2026-05-05', minutes: 30, links: [skill, other] })
    add(store, activityEntity, { title: 'about the other', day: TODAY, minutes: 30, links: [other] })
    add(store, projectEntity, { title: 'pet', status: 'active', links: links() })
    expect(getSkill(store, { uid: skill })).toMatchObject({
      evidence: line().evidence,
      evidenceOn: line().evidenceOn,
      yearMinutes: 30,
      lastActivityDay: '2026-05-05',
    })
  })

  it('is counted by kind, done and under way, and listed the newest first', () => {
    add(store, learningEntity, { title: 'book', status: 'done', endDay: '2026-01-01', links: links() })
    add(store, learningEntity, { title: 'course', status: 'inProgress', links: links() })
    add(store, projectEntity, { title: 'pet', status: 'active', links: links() })
    add(store, achievementEntity, { title: 'result', day: '2026-05-05', links: links() })
    const exam = { status: 'earned' as const, links: links() }
    add(store, certificationEntity, { title: 'valid', issueDay: '2026-03-03', ...exam })
    add(store, certificationEntity, {
      title: 'expired',
      issueDay: '2023-03-03',
      expiryDay: addDays(TODAY, -1),
      ...exam,
    })
    expect(line()).toMatchObject({
      evidence: [
        { kind: 'learning', done: 1, open: 1 },
        { kind: 'project', done: 0, open: 1 },
        { kind: 'achievement', done: 1, open: 0 },
        { kind: 'certification', done: 1, open: 0 },
      ],
      evidenceOn: '2026-05-05',
    })
    expect(titles()).toEqual(['pet', 'course', 'result', 'valid', 'book'])
    expect(items().map(({ isDone }) => isDone)).toEqual([false, false, true, true, true])
  })

  it('has what a rating names, once, and no longer when the rating is taken back', () => {
    const named = add(store, activityEntity, { title: 'a talk', day: '2026-06-06' })
    const both = add(store, activityEntity, { title: 'both', day: '2026-02-02', links: links() })
    const rating = { skillUid: skill, day: TODAY, note: '', evidence: [named, both] }
    const ratings = [2, 3].map((level) => assessSkill(store, { ...rating, level }).uid)
    expect(line()).toMatchObject({ evidence: [{ kind: 'activity', done: 2, open: 0 }], evidenceOn: '2026-06-06' })
    expect(items().map(({ item, isNamed }) => [item.title, isNamed])).toEqual([
      ['a talk', true],
      ['both', true],
    ])
    for (const uid of ratings) retractAssessment(store, { uid })
    expect(line()).toMatchObject({ evidence: [{ kind: 'activity', done: 1, open: 0 }], evidenceOn: '2026-02-02' })
    expect(titles()).toEqual(['both'])
  })

  it('lists the newest 20 journal entries and counts all', () => {
    for (let day = 0; day < 25; day++)
      add(store, activityEntity, { title: `line ${day}`, day: addDays(TODAY, -day), links: links() })
    expect(line()).toMatchObject({ evidence: [{ kind: 'activity', done: 25, open: 0 }], evidenceOn: TODAY })
    expect(titles()).toHaveLength(20)
    expect(titles()[19]).toBe('line 19')
  })
})

it('the gate of the present stage says which level it asks for', () => {
  const stage = add(store, stageEntity, { title: 'S', plannedStart: '2026-01-01', plannedEnd: '2027-01-01' })
  const later = add(store, stageEntity, {
    title: 'T',
    position: 1,
    plannedStart: '2027-01-01',
    plannedEnd: '2028-01-01',
  })
  expect(line().gateLevel).toBeNull()
  add(store, requirementEntity, { stageUid: later, kind: 'skill', skillUid: skill, level: 5 })
  expect(line().gateLevel).toBeNull()
  add(store, requirementEntity, { stageUid: stage, kind: 'skill', skillUid: skill, level: 3 })
  expect(line().gateLevel).toBe(3)
})
