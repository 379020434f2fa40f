import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { undo } from '#main/store/engine/undo.ts'
import { type PlanStart, PlanView, type RequirementView } from '#shared/contract/plan.ts'
import { addDays, differenceInDays } from '#shared/domain/calendar/calendar.ts'
import { openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { passGate, reopenGate } from './gates-store.ts'
import { updateMilestone } from './milestones-store.ts'
import { startPlan } from './plan-start-store.ts'
import { getPlan } from './plan-store.ts'
import { reschedulePlan } from './schedule-store.ts'

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

describe('gates', () => {
  beforeEach(() => void start())

  it('are passed in order, at any readiness, which is recorded', () => {
    const [first, second] = read().stages
    if (first === undefined || second === undefined) throw new Error('no stages')
    const pass = (stageUid: string, day = TODAY) => passGate(store, { stageUid, day, note: 'согласовано' })
    expect(refusal(() => pass(second.uid))).toContain('gate-order')
    expect(refusal(() => pass(first.uid, '2026-11-24'))).toContain('day.future')
    updateMilestone(store, {
      uid: asked(0, ({ kind }) => kind === 'milestone').milestoneUid ?? '',
      patch: { doneDay: TODAY },
    })
    const readiness = stageAt(0).readiness
    pass(first.uid)
    expect(stageAt(0)).toMatchObject({ passedOn: TODAY, passNote: 'согласовано', passReadiness: readiness })
    expect(readiness).toBeGreaterThan(0)
    expect(read().presentStageUid).toBe(second.uid)
    expect(refusal(() => pass(first.uid))).toContain('gate-passed')
    expect(refusal(() => pass(second.uid, '2026-11-22'))).toContain('day.beforeEarlierGate')
    undo(store)
    expect(stageAt(0)).toMatchObject({ passedOn: null, passNote: '', passReadiness: null })
    expect(read().presentStageUid).toBe(first.uid)
  })

  it('open again from the last one', () => {
    const stages = read().stages
    for (const { uid } of stages) passGate(store, { stageUid: uid, day: TODAY, note: '' })
    expect(read().presentStageUid).toBeNull()
    expect(refusal(() => reopenGate(store, { stageUid: stages[0]?.uid ?? '' }))).toContain('gate-order')
    reopenGate(store, { stageUid: stages[3]?.uid ?? '' })
    expect(read().presentStageUid).toBe(stages[3]?.uid)
    undo(store)
    expect(read().presentStageUid).toBeNull()
  })

  it('refuse what is no stage', () => {
    expect(refusal(() => passGate(store, { stageUid: read().plan?.uid ?? '', day: TODAY, note: '' }))).toContain(
      'NOT_FOUND',
    )
  })
})

describe('rescheduling', () => {
  beforeEach(() => void start())

  it('stretches open stages and open milestones, and leaves done ones', () => {
    const done = stageAt(1).milestones[0]
    if (done === undefined) throw new Error('no milestone')
    updateMilestone(store, { uid: done.uid, patch: { doneDay: TODAY } })
    const before = read()
    reschedulePlan(store, { horizonYears: 10 })
    const after = read()
    expect(after.plan?.horizonYears).toBe(10)
    expect(after.stages.at(-1)?.plannedEnd).toBe('2036-11-02')
    expect(after.stages[0]?.plannedStart).toBe(START)
    const lengthOf = (view: typeof before, index: number) =>
      differenceInDays(view.stages[index]?.plannedEnd ?? '', view.stages[index]?.plannedStart ?? '')
    for (const index of [0, 1, 2, 3]) expect(lengthOf(after, index) / lengthOf(before, index)).toBeCloseTo(1.25, 2)
    expect(after.stages[1]?.milestones[0]?.plannedDay).toBe(done.plannedDay)
    expect(after.stages[0]?.milestones.filter(({ first90 }) => first90).at(-1)?.plannedDay).toBe(addDays(START, 90))
    expect(after.stages[3]?.milestones.at(-1)?.plannedDay).toBe('2036-11-02')
    undo(store)
    expect(read()).toEqual(before)
  })

  it('moves the first 90 days with the start', () => {
    reschedulePlan(store, { startDay: addDays(START, 14) })
    expect(stageAt(0).plannedStart).toBe(addDays(START, 14))
    expect(stageAt(0).milestones[0]?.plannedDay).toBe(addDays(START, 14))
  })

  it('leaves passed stages where they were and goes on from the day the gate was passed', () => {
    const first = stageAt(0)
    passGate(store, { stageUid: first.uid, day: TODAY, note: '' })
    reschedulePlan(store, { horizonYears: 5 })
    expect(stageAt(0)).toMatchObject({ plannedStart: first.plannedStart, plannedEnd: first.plannedEnd })
    expect(stageAt(1).plannedStart).toBe(TODAY)
    expect(stageAt(3).plannedEnd).toBe('2031-11-02')
  })

  it('refuses a horizon that is over', () => {
    const first = stageAt(0)
    store.clock = () => Date.UTC(2034, 5, 1, 12)
    passGate(store, { stageUid: first.uid, day: '2034-06-01', note: '' })
    expect(refusal(() => reschedulePlan(store, { horizonYears: 5 }))).toContain('horizon.tooShort')
    expect(read().plan?.horizonYears).toBe(8)
    reschedulePlan(store, { horizonYears: 9 })
    expect(stageAt(3).plannedEnd).toBe('2035-11-02')
  })

  it('has nothing to move before the first run', () => {
    undo(store)
    expect(refusal(() => reschedulePlan(store, { horizonYears: 6 }))).toContain('NOT_FOUND')
  })
})
