import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { listItems } from '#main/store/engine/items.ts'
import { redo, undo, undoState } from '#main/store/engine/undo.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { metricEntity, metricPointEntity } from '#main/store/entities/metrics.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { assessmentEntity, skillEntity } from '#main/store/entities/skills.ts'
import { type PlanStart, PlanView, type RequirementView } from '#shared/contract/plan.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { listCounted, passGate } from './gates-store.ts'
import { updateMilestone } from './milestones-store.ts'
import { startPlan } from './plan-start-store.ts'
import { getPlan } from './plan-store.ts'
import { createRequirement, updateRequirement } from './requirements-store.ts'

let store: Store
let close: () => void
const TODAY = '2026-11-23'
const START = '2026-11-02'

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const start = (input: Partial<PlanStart> = {}) =>
  startPlan(store, { startDay: START, horizonYears: 8, vision: 'CTO', ...input })

/** The plan as the contract shows it: the same schema that checks every answer of the app. */
const read = () => PlanView.parse(getPlan(store))

function stageAt(index: number) {
  const stage = read().stages[index]
  if (stage === undefined) throw new Error(`no stage ${index}`)
  return stage
}

function asked(stage: number, fits: (requirement: RequirementView) => boolean) {
  const found = stageAt(stage).requirements.find(fits)
  if (found === undefined) throw new Error('no such requirement')
  return found
}

const count = (table: string) => (store.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n

describe('the first run', () => {
  it('has nothing before it', () => {
    expect(read()).toEqual({ plan: null, presentStageUid: null, stages: [] })
  })

  it('makes the whole plan from the template, scaled to the horizon', () => {
    start({ fromRole: 'Руководитель PMO' })
    const { plan, stages, presentStageUid } = read()
    expect(plan).toMatchObject({
      templateKey: 'pmo-to-cto',
      fromRole: 'Руководитель PMO',
      toRole: { ru: 'Технический директор (CTO)', en: 'Chief Technology Officer (CTO)' },
      startDay: START,
      horizonYears: 8,
      vision: 'CTO',
    })
    expect(stages.map(({ position }) => position)).toEqual([0, 1, 2, 3])
    expect(stages[0]?.plannedStart).toBe(START)
    expect(stages.at(-1)?.plannedEnd).toBe('2034-11-02')
    for (const [index, stage] of stages.entries())
      expect(stage.plannedEnd).toBe(stages[index + 1]?.plannedStart ?? '2034-11-02')
    expect(presentStageUid).toBe(stages[0]?.uid)
    expect(count('skill')).toBe(28)
    expect(count('metric')).toBe(1)
    expect(listItems(store, obstacleEntity)).toHaveLength(2)
    expect(listItems(store, experimentEntity).length).toBeGreaterThanOrEqual(6)
    // Starters and the catalogue wait until they are chosen.
    expect(count('learning') + count('certification') + count('person')).toBe(0)
    expect(store.sqlite.pragma('foreign_key_check')).toEqual([])
  })

  it('plans milestones within their stage and the first 90 days from the start day', () => {
    start()
    for (const { milestones, plannedStart, plannedEnd } of read().stages)
      for (const { plannedDay } of milestones) {
        expect(plannedDay >= plannedStart && plannedDay <= plannedEnd).toBe(true)
      }
    const early = stageAt(0).milestones.filter(({ first90 }) => first90)
    expect(early[0]?.plannedDay).toBe(START)
    expect(early.at(-1)?.plannedDay).toBe(addDays(START, 90))
    expect(early[0]?.refs.map(({ type }) => type)).toContain('skill')
  })

  it('gives every skill a target for each stage', () => {
    start()
    const uids = read().stages.map(({ uid }) => uid)
    for (const { targets, levels } of listItems(store, skillEntity)) {
      expect(Object.keys(targets).sort()).toEqual([...uids].sort())
      expect(levels[3]?.descriptor).toHaveProperty('ru')
    }
  })

  it('is one action to undo and to do again', () => {
    start()
    expect(undoState(store).undo?.label).toBe('plan.start')
    undo(store)
    expect(read().stages).toEqual([])
    expect(count('item')).toBe(0)
    redo(store)
    expect(read().stages.map(({ requirements }) => requirements.length)).toEqual([12, 12, 12, 12])
  })

  it('happens once', () => {
    start()
    expect(refusal(start)).toContain('plan-exists')
    expect(count('plan')).toBe(1)
    undo(store)
    start()
    expect(count('plan')).toBe(1)
  })

  it('works on a leap day and with each horizon', () => {
    for (const horizonYears of [5, 6, 7, 8, 9, 10]) {
      start({ startDay: '2028-02-29', horizonYears })
      expect(stageAt(3).plannedEnd).toBe(horizonYears === 8 ? '2036-02-29' : `${2028 + horizonYears}-02-28`)
      undo(store)
    }
  })
})

describe('readiness', () => {
  beforeEach(() => void start())

  it('starts at zero and adds up from its parts', () => {
    expect(stageAt(0)).toMatchObject({ readiness: 0, totalWeight: 41 })
    const { skillUid } = asked(0, ({ kind }) => kind === 'skill')
    add(store, assessmentEntity, { skillUid: skillUid ?? '', level: 1, day: TODAY })
    const stage = stageAt(0)
    expect(stage.readiness).toBeCloseTo((4 * 0.5) / 41, 9)
    expect(stage.requirements.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(
      stage.readiness ?? -1,
      9,
    )
    expect(stage.requirements[0]).toMatchObject({ value: 0.5, current: 1, target: 2, baseline: null, direction: null })
  })

  it('takes the newest rating by day, then by order of entry, and none that was taken back', () => {
    const { skillUid } = asked(0, ({ kind }) => kind === 'skill')
    const rate = (level: number, day: string) => add(store, assessmentEntity, { skillUid: skillUid ?? '', level, day })
    const current = () => stageAt(0).requirements[0]?.current
    rate(3, '2026-11-20')
    rate(1, '2026-11-10')
    expect(current()).toBe(3)
    rate(2, '2026-11-20')
    expect(current()).toBe(2)
    undo(store)
    expect(current()).toBe(3)
  })

  it('counts what is finished, of the right kind, and lists it', () => {
    const projects = asked(0, ({ evidenceKind }) => evidenceKind === 'project')
    add(store, projectEntity, { title: 'half', status: 'active' })
    expect(asked(0, ({ evidenceKind }) => evidenceKind === 'project').value).toBe(0)
    add(store, projectEntity, { title: 'whole', status: 'done' })
    expect(asked(0, ({ evidenceKind }) => evidenceKind === 'project')).toMatchObject({ value: 1, current: 1 })
    expect(listCounted(store, { requirementUid: projects.uid }).items.map(({ title }) => title)).toEqual(['whole'])

    add(store, learningEntity, { title: 'a', status: 'done' })
    add(store, learningEntity, { title: 'b', status: 'dropped' })
    expect(asked(0, ({ evidenceKind }) => evidenceKind === 'learning').current).toBe(1)

    const mentor = asked(0, ({ activityKind }) => activityKind === 'mentoringReceived')
    add(store, activityEntity, { title: 'talk', day: TODAY, kind: 'mentoringReceived' })
    add(store, activityEntity, { title: 'other way', day: TODAY, kind: 'mentoringGiven' })
    add(store, activityEntity, { title: 'agreed on', day: addDays(TODAY, 1), kind: 'mentoringReceived' })
    expect(asked(0, ({ uid }) => uid === mentor.uid)).toMatchObject({ current: 1, target: 6 })
    expect(listCounted(store, { requirementUid: mentor.uid }).items.map(({ title }) => title)).toEqual(['talk'])
  })

  it('counts achievements of at least the scope', () => {
    const wide = asked(2, ({ evidenceKind }) => evidenceKind === 'achievement')
    // Its gate counts what is done in its stage.
    for (const { uid } of getPlan(store).stages.slice(0, 2)) passGate(store, { stageUid: uid, day: TODAY, note: '' })
    for (const scope of ['task', 'programme', 'businessUnit', 'company'] as const)
      add(store, achievementEntity, { title: scope, day: TODAY, scope })
    add(store, achievementEntity, { title: 'hoped for', day: addDays(TODAY, 1), scope: 'company' })
    expect(asked(2, ({ uid }) => uid === wide.uid)).toMatchObject({ current: 2, target: 2, value: 1 })
    expect(listCounted(store, { requirementUid: wide.uid }).items.map(({ title }) => title)).toEqual([
      'company',
      'businessUnit',
    ])
  })

  it('counts certifications that are earned and still valid today', () => {
    const exam = asked(0, ({ kind }) => kind === 'certification')
    const earn = (expiryDay: string | null, catalogueKey: string | null = null) =>
      add(store, certificationEntity, { title: 'c', status: 'earned', issueDay: '2024-01-01', expiryDay, catalogueKey })
    const current = () => asked(0, ({ uid }) => uid === exam.uid).current
    earn('2026-11-22')
    expect(current()).toBe(0)
    earn(TODAY)
    earn(null, 'azure-az-900')
    add(store, certificationEntity, { title: 'p', status: 'preparing' })
    expect(current()).toBe(1)
    updateRequirement(store, { uid: exam.uid, patch: { catalogueKeys: [] } })
    expect(current()).toBe(2)
    updateRequirement(store, { uid: exam.uid, patch: { catalogueKeys: ['azure-az-900', 'cka'] } })
    expect(current()).toBe(1)
    expect(listCounted(store, { requirementUid: exam.uid }).items).toHaveLength(1)
  })

  it('takes people led from the metric or from the largest achievement, counted from zero', () => {
    const people = () => asked(2, ({ kind }) => kind === 'metric')
    expect(people()).toMatchObject({ value: 0, current: null, target: 20, baseline: 0, direction: 'up' })
    const metricUid = people().metricUid ?? ''
    add(store, metricPointEntity, { metricUid, day: '2026-11-01', value: 12 })
    add(store, metricPointEntity, { metricUid, day: '2026-11-20', value: 10 })
    expect(people()).toMatchObject({ current: 10, value: 0.5 })
    add(store, achievementEntity, { title: 'a', day: TODAY, peopleLed: 15 })
    add(store, achievementEntity, { title: 'hoped for', day: addDays(TODAY, 1), peopleLed: 20 })
    expect(people()).toMatchObject({ current: 15, value: 0.75 })
  })

  it('measures other metrics from their first value, downwards too', () => {
    const metricUid = add(store, metricEntity, { title: 'Lead time', direction: 'down' })
    const stageUid = stageAt(0).uid
    createRequirement(store, { fields: { stageUid, kind: 'metric', weight: 1, metricUid, metricValue: 2 } })
    const own = () => asked(0, (requirement) => requirement.metricUid === metricUid)
    add(store, metricPointEntity, { metricUid, day: '2026-11-20', value: 6 })
    add(store, metricPointEntity, { metricUid, day: '2026-10-01', value: 10 })
    expect(own()).toMatchObject({ baseline: 10, current: 6, value: 0.5, direction: 'down' })
  })

  it('is one when everything is there', () => {
    for (const requirement of stageAt(0).requirements) {
      const {
        kind,
        skillUid,
        level,
        count: wanted,
        evidenceKind,
        activityKind,
        milestoneUid,
        catalogueKeys,
      } = requirement
      const exam = { title: 'c', status: 'earned', issueDay: TODAY, catalogueKey: catalogueKeys[0] ?? null } as const
      if (kind === 'skill') add(store, assessmentEntity, { skillUid: skillUid ?? '', level: level ?? 0, day: TODAY })
      if (kind === 'milestone') updateMilestone(store, { uid: milestoneUid ?? '', patch: { doneDay: TODAY } })
      for (let index = 0; index < (wanted ?? 0); index++) {
        if (kind === 'certification') add(store, certificationEntity, exam)
        if (evidenceKind === 'project') add(store, projectEntity, { title: 'p', status: 'done' })
        if (evidenceKind === 'learning') add(store, learningEntity, { title: 'l', status: 'done' })
        if (evidenceKind === 'activity') add(store, activityEntity, { title: 'a', day: TODAY, kind: activityKind })
      }
    }
    expect(stageAt(0).readiness).toBe(1)
  })
})
