import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { listItems, removeItem } from '#main/store/engine/items.ts'
import { undo } from '#main/store/engine/undo.ts'
import { write } from '#main/store/engine/writer.ts'
import type { Patch } from '#main/store/entities/entity.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { milestoneEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { type PlanStart, PlanView, type RequirementView } from '#shared/contract/plan.ts'
import { addDays, differenceInDays } from '#shared/domain/calendar/calendar.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { passGate } from './gates-store.ts'
import { createMilestone, moveMilestone, updateMilestone } from './milestones-store.ts'
import { startPlan } from './plan-start-store.ts'
import { getPlan, listMilestones, listStages, updatePlan } from './plan-store.ts'
import { createRequirement, moveRequirement, updateRequirement } from './requirements-store.ts'
import { createStage, moveStage, removeStage, updateStage } from './stages-store.ts'

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

const milestonesOf = (stageUid: string) => listMilestones(store).filter((milestone) => milestone.stageUid === stageUid)
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

describe('editing', () => {
  beforeEach(() => void start())

  it('changes the texts of the plan', () => {
    updatePlan(store, { patch: { vision: 'x', toRole: 'CTO' } })
    expect(read().plan).toMatchObject({ vision: 'x', toRole: 'CTO', startDay: START })
  })

  it('adds a stage in the middle: the open stages make room, in one action', () => {
    const before = read()
    createStage(store, { fields: { title: 'Архитектор' }, at: 2 })
    const { stages } = read()
    expect(stages.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4])
    expect(stages[2]?.title).toBe('Архитектор')
    expect(stages[2]).toMatchObject({ readiness: null, totalWeight: 0, milestones: [], requirements: [] })
    for (const [index, stage] of stages.entries())
      expect(stage.plannedEnd).toBe(stages[index + 1]?.plannedStart ?? '2034-11-02')
    const years = (index: number) =>
      differenceInDays(stages[index]?.plannedEnd ?? '', stages[index]?.plannedStart ?? '') / 365.25
    expect(years(2)).toBeCloseTo(8 / 5, 1)
    undo(store)
    expect(read()).toEqual(before)
  })

  it('adds a stage with days of its own at the end, leaving the others alone', () => {
    const before = listStages(store)
    createStage(store, { fields: { title: 'CIO', plannedStart: '2034-11-02', plannedEnd: '2036-01-01' } })
    expect(listStages(store).slice(0, 4)).toEqual(before)
    expect(listStages(store)[4]).toMatchObject({ title: 'CIO', position: 4, plannedEnd: '2036-01-01' })
  })

  it('moves what follows with its planned end where that is wanted, in one action', () => {
    const [first, second, third] = listStages(store)
    if (first === undefined || second === undefined || third === undefined) throw new Error('no stages')
    const [done, open] = milestonesOf(second.uid)
    if (done === undefined || open === undefined) throw new Error('no milestones')
    updateMilestone(store, { uid: done.uid, patch: { doneDay: TODAY } })
    const before = read()
    const plannedEnd = addDays(first.plannedEnd, 30)
    updateStage(store, { uid: first.uid, patch: { plannedEnd, title: 'Longer' }, shift: true })
    expect(listStages(store)[1]).toMatchObject({
      plannedStart: addDays(second.plannedStart, 30),
      plannedEnd: addDays(second.plannedEnd, 30),
    })
    expect(listStages(store)[2]?.plannedStart).toBe(addDays(third.plannedStart, 30))
    const days = new Map(milestonesOf(second.uid).map(({ uid, plannedDay }) => [uid, plannedDay]))
    expect(days.get(open.uid)).toBe(addDays(open.plannedDay, 30))
    expect(days.get(done.uid)).toBe(done.plannedDay)
    undo(store)
    expect(read()).toEqual(before)

    updateStage(store, { uid: first.uid, patch: { plannedEnd }, shift: false })
    expect(listStages(store)[1]?.plannedStart).toBe(second.plannedStart)
  })

  it('refuses an end that moves what follows out of the calendar, and changes nothing', () => {
    const [first] = listStages(store)
    const before = read()
    const late = () => updateStage(store, { uid: first?.uid ?? '', patch: { plannedEnd: '2199-06-01' }, shift: true })
    expect(refusal(late)).toContain('day.tooFar')
    expect(read()).toEqual(before)
    // The stages would stay within the calendar, but a milestone far beyond its stage would not.
    const [milestone] = milestonesOf(listStages(store)[1]?.uid ?? '')
    updateMilestone(store, { uid: milestone?.uid ?? '', patch: { plannedDay: '2199-12-01' } })
    const plannedEnd = addDays(first?.plannedEnd ?? '', 60)
    expect(refusal(() => updateStage(store, { uid: first?.uid ?? '', patch: { plannedEnd }, shift: true }))).toContain(
      'day.tooFar',
    )
  })

  it('keeps passed gates before open ones', () => {
    const [first, second] = listStages(store)
    passGate(store, { stageUid: first?.uid ?? '', day: TODAY, note: '' })
    expect(refusal(() => createStage(store, { fields: { title: 'x' }, at: 0 }))).toContain('gate-order')
    expect(refusal(() => moveStage(store, { uid: second?.uid ?? '', to: 0 }))).toContain('gate-order')
    moveStage(store, { uid: second?.uid ?? '', to: 99 })
    expect(listStages(store).map(({ key }) => key)).toEqual([
      'start-where-you-are',
      'head-of-engineering',
      'cto',
      'tech-lead',
    ])
    expect(listStages(store).map(({ position }) => position)).toEqual([0, 1, 2, 3])
  })

  it('removes a stage with its gate, milestones and targets, and brings all of it back', () => {
    const before = read()
    const targets = listItems(store, skillEntity).map((skill) => skill.targets)
    const uid = before.stages[1]?.uid ?? ''
    removeStage(store, { uid })
    expect(read().stages).toHaveLength(3)
    expect(listItems(store, skillEntity).some((skill) => uid in skill.targets)).toBe(false)
    expect(milestonesOf(uid)).toEqual([])
    undo(store)
    expect(read()).toEqual(before)
    expect(listItems(store, skillEntity).map((skill) => skill.targets)).toEqual(targets)
  })

  it('adds, moves and finishes milestones', () => {
    const stageUid = stageAt(1).uid
    const { uid } = createMilestone(store, { fields: { stageUid, title: 'Своё', plannedDay: '2029-01-01' } })
    expect(milestonesOf(stageUid).at(-1)?.uid).toBe(uid)
    moveMilestone(store, { uid, to: 0 })
    expect(milestonesOf(stageUid).map(({ position }) => position)).toEqual(
      milestonesOf(stageUid).map((_, index) => index),
    )
    expect(milestonesOf(stageUid)[0]?.uid).toBe(uid)
    expect(refusal(() => updateMilestone(store, { uid, patch: { doneDay: '2026-11-24' } }))).toContain('day.future')
    updateMilestone(store, { uid, patch: { doneDay: TODAY, stageUid: stageAt(0).uid } })
    expect(stageAt(0).milestones.at(-1)).toMatchObject({ uid, doneDay: TODAY })
  })

  it('refuses a milestone of no stage, or of something else', () => {
    const wrong = stageAt(0).milestones[0]?.uid ?? ''
    expect(
      refusal(() => createMilestone(store, { fields: { stageUid: wrong, title: 'x', plannedDay: TODAY } })),
    ).toContain('ref.wrongType')
    expect(refusal(() => createMilestone(store, { fields: { title: 'x', plannedDay: TODAY } }))).toContain('stageUid')
  })

  it('empties what belongs to another kind of requirement', () => {
    const requirement = asked(0, ({ kind }) => kind === 'skill')
    const skillUid = requirement.skillUid ?? ''
    updateRequirement(store, {
      uid: requirement.uid,
      patch: { kind: 'evidence', evidenceKind: 'project', activityKind: 'meeting', minScope: 'company', count: 2 },
    })
    expect(asked(0, ({ uid }) => uid === requirement.uid)).toMatchObject({
      skillUid: null,
      level: null,
      activityKind: null,
      minScope: null,
      count: 2,
    })
    removeItem(store, skillEntity, { uid: skillUid })
    expect(asked(0, ({ uid }) => uid === requirement.uid).kind).toBe('evidence')
  })

  it('refuses a requirement that does not say what it asks', () => {
    const stageUid = stageAt(0).uid
    const refused = (fields: Patch<RequirementFields>) =>
      refusal(() => createRequirement(store, { fields: { stageUid, ...fields } }))
    expect(refused({ kind: 'skill' })).toContain('field.required')
    expect(refused({ kind: 'evidence', evidenceKind: 'project', count: 0 })).toContain('count.invalid')
    expect(refused({ kind: 'certification', count: 1, weight: 11 })).toContain('weight.invalid')
    expect(refused({ kind: 'skill', skillUid: stageUid, level: 2 })).toContain('ref.wrongType')
    expect(refused({ kind: 'skill', skillUid: stageAt(1).uid, level: 6 })).toContain('level.invalid')
  })

  it('moves a requirement', () => {
    const [first, second] = stageAt(0).requirements
    moveRequirement(store, { uid: second?.uid ?? '', to: 0 })
    expect(
      stageAt(0)
        .requirements.slice(0, 2)
        .map(({ uid }) => uid),
    ).toEqual([second?.uid, first?.uid])
  })

  it('goes on when a skill, a metric or a milestone of a gate is removed: its requirement goes with it', () => {
    const metric = asked(1, ({ kind }) => kind === 'metric')
    removeItem(store, metricEntity, { uid: metric.metricUid ?? '' })
    expect(stageAt(1).requirements).toHaveLength(11)
    removeItem(store, milestoneEntity, { uid: asked(1, ({ kind }) => kind === 'milestone').milestoneUid ?? '' })
    expect(stageAt(1).requirements).toHaveLength(10)
    undo(store)
    undo(store)
    expect(stageAt(1).requirements).toHaveLength(12)
    removeItem(store, requirementEntity, { uid: metric.uid })
    expect(stageAt(1).requirements).toHaveLength(11)
  })
})

describe('a stage', () => {
  it('refuses days in the wrong order', () => {
    start()
    const refused = refusal(() =>
      write(store, 'x', (w) => w.update(stageEntity, stageAt(0).uid, { plannedEnd: '2026-01-01' })),
    )
    expect(refused).toContain('day.endBeforeStart')
  })
})
