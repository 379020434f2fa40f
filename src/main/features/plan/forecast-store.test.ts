import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { write } from '#main/store/engine/writer.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { metricPointEntity } from '#main/store/entities/metrics.ts'
import { milestoneEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { assessmentEntity } from '#main/store/entities/skills.ts'
import { ForecastFacts, type ForecastRequirement } from '#shared/model/forecast.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { readForecast } from './forecast-store.ts'
import { passGate } from './gates-store.ts'
import { startPlan } from './plan-start-store.ts'
import { getPlan } from './plan-store.ts'

/** Exactly two years after the start of the plan. */
const TODAY = '2026-11-27'
const START = '2024-11-28'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.parse(`${TODAY}T09:00:00Z`))
  store = opened.store
  close = opened.close
})
afterEach(() => close())

const read = () => ForecastFacts.parse(readForecast(store))

function ask(fits: (one: ForecastRequirement) => boolean): ForecastRequirement {
  const found = read()
    .stages.flatMap(({ requirements }) => requirements)
    .find(fits)
  if (found === undefined) throw new Error('no such requirement')
  return found
}

const sum = (list: readonly number[] = []) => list.reduce((all, one) => all + one, 0)
const zeros = (count: number) => Array.from({ length: count }, () => 0)

it('has nothing to say before there is a plan', () => {
  expect(read()).toMatchObject({ today: TODAY, startDay: null, stages: [] })
})

describe('the facts of a forecast', () => {
  beforeEach(() => void startPlan(store, { startDay: START, horizonYears: 8, vision: '' }))

  const isLearning = ({ evidenceKind }: ForecastRequirement) => evidenceKind === 'learning'

  it('count by the month what the gate counts today, and nothing that is planned', () => {
    write(store, 'test', (w) => {
      const done = (endDay: string, status: 'done' | 'dropped' = 'done') =>
        w.insert(learningEntity, { title: 'x', status, startDay: '2020-01-01', endDay })
      for (const day of ['2026-11-27', '2026-11-01', '2025-11-28', '2025-11-27', '2020-05-05']) done(day)
      done('2026-11-28')
      done('2026-10-01', 'dropped')
      const stage = w.insert(stageEntity, { title: 'S', plannedStart: TODAY, plannedEnd: '2030-01-01' })
      w.insert(requirementEntity, { stageUid: stage, kind: 'evidence', evidenceKind: 'learning', count: 40 })
    })
    const { history, current } = ask((one) => isLearning(one) && one.target === 40)
    expect(history?.gains).toEqual([1, ...zeros(10), 2])
    expect([history?.earlierGain, history?.earlierMonths]).toEqual([1, 12])
    // The item from before the plan counts for the gate but not for the pace.
    expect(current).toBe(sum(history?.gains) + (history?.earlierGain ?? 0) + 1)
  })

  it('agree with the readiness of every gate', () => {
    write(store, 'test', (w) => {
      for (let month = 1; month <= 12; month += 1) {
        const day = `2026-${String(month).padStart(2, '0')}-15`
        w.insert(activityEntity, { title: 'x', day, minutes: 60, kind: 'mentoringGiven' })
        w.insert(achievementEntity, { title: 'x', day, scope: 'project', peopleLed: month * 2 })
      }
    })
    const views = getPlan(store).stages.flatMap(({ requirements }) => requirements)
    const asked = read().stages.flatMap(({ requirements }) => requirements)
    expect(asked.map(({ uid, value, current, target }) => ({ uid, value, current, target }))).toEqual(
      views.map(({ uid, value, current, target }) => ({ uid, value, current, target })),
    )
    const counted = asked.filter(({ kind, history }) => kind === 'evidence' && history !== null)
    expect(counted.length).toBeGreaterThan(3)
    for (const { current, history, waitsForStage } of counted) {
      const come = sum(history?.gains) + (history?.earlierGain ?? 0)
      // A requirement that waits for its stage counts nothing yet, but its pace is known.
      expect(waitsForStage ? 0 : come).toBe(current ?? 0)
    }
    expect(counted.some(({ waitsForStage, history }) => waitsForStage && sum(history?.gains) === 11)).toBe(true)
    // People led also counts what achievements state: 22 so far, of 50.
    const led = asked.find(({ kind, target }) => kind === 'metric' && target === 50)
    expect([led?.current, led?.remaining]).toEqual([22, 28])
    expect(sum(led?.history?.gains)).toBeCloseTo(20, 6)
  })

  it('know how a level has risen and where it began', () => {
    const { uid } = ask(({ kind }) => kind === 'skill')
    const found = getPlan(store).stages.flatMap((stage) => stage.requirements)
    const skillUid = found.find((one) => one.uid === uid)?.skillUid ?? ''
    expect(ask((one) => one.uid === uid)).toMatchObject({ remaining: null, history: { gains: [], start: 0 } })
    write(store, 'test', (w) => {
      w.insert(assessmentEntity, { skillUid, level: 0, day: '2024-06-01' })
      w.insert(assessmentEntity, { skillUid, level: 4, day: '2026-07-01', retractedAt: 1 })
      w.insert(assessmentEntity, { skillUid, level: 1, day: '2026-11-27' })
    })
    const { history, remaining } = ask((one) => one.uid === uid)
    expect(remaining).toBe(1)
    expect(history).toMatchObject({ start: 0, observations: 1 })
    expect(history?.gains).toHaveLength(12)
    expect(sum(history?.gains)).toBeCloseTo(12 / 29.9, 2)
  })

  it('take the values of a metric on their days', () => {
    const { uid } = ask(({ kind }) => kind === 'metric')
    const found = getPlan(store).stages.flatMap((stage) => stage.requirements)
    const metricUid = found.find((one) => one.uid === uid)?.metricUid ?? ''
    write(store, 'test', (w) => {
      w.insert(metricPointEntity, { metricUid, day: '2026-05-28', value: 1 })
      w.insert(metricPointEntity, { metricUid, day: '2026-11-27', value: 4 })
    })
    const { history, remaining, target } = ask((one) => one.uid === uid)
    expect(remaining).toBe((target ?? 0) - 4)
    expect(history?.gains).toHaveLength(6)
    expect(sum(history?.gains)).toBeCloseTo(3, 1)
  })

  it('say how late milestones were, and how late those are that are overdue', () => {
    const { stages } = getPlan(store)
    write(store, 'test', (w) => {
      for (const { uid } of stages.flatMap(({ milestones }) => milestones)) w.remove(milestoneEntity, uid)
      const stageUid = stages[0]?.uid ?? ''
      const insert = (plannedDay: string, doneDay: string | null) =>
        w.insert(milestoneEntity, { stageUid, title: 'x', plannedDay, doneDay })
      insert('2025-11-28', '2026-11-27')
      insert('2025-11-28', null)
      insert('2029-01-01', null)
      insert('2024-12-01', '2024-12-20')
      insert('2027-01-01', '2026-12-24')
    })
    expect(read().milestones).toEqual({ doneLately: 1, overdue: 1 })
    expect(read().slowness.map((one) => Number(one.toFixed(2)))).toEqual([2, 2, 1])
  })

  it('have the planned day of a milestone, the typical days of a gate, and nothing of a gate that is passed', () => {
    const [first] = getPlan(store).stages
    const asked = ask(({ kind }) => kind === 'milestone')
    expect(asked.plannedDay).toMatch(/^\d{4}-/)
    expect(asked.history).toBeNull()
    expect(read().stages[0]?.typicalDays).toBeGreaterThan(365)
    passGate(store, { stageUid: first?.uid ?? '', day: TODAY, note: '' })
    expect(read().stages[0]).toMatchObject({ passedOn: TODAY, requirements: [] })
  })

  it('have no history for what is met', () => {
    write(store, 'test', (w) => {
      for (const day of ['2026-01-01', '2026-02-01', '2026-03-01'])
        w.insert(learningEntity, { title: 'x', status: 'done', startDay: day, endDay: day })
    })
    expect(ask(isLearning)).toMatchObject({ value: 1, history: null })
  })

  it('mean the hours of a week over the year, or over as much of it as there is', () => {
    expect(read().hoursPerWeek).toBeNull()
    const add = (day: string, minutes: number) =>
      write(store, 'test', (w) => w.insert(activityEntity, { title: 'x', day, minutes }))
    add('2026-11-14', 300)
    add('2026-11-20', 300)
    add('2026-12-20', 300)
    expect(read().hoursPerWeek).toBeCloseTo(5, 6)
    // With an older entry in the journal its pauses count too: two evenings are not five hours a week.
    add('2020-01-01', 600)
    expect(read().hoursPerWeek).toBeCloseTo(10 / (366 / 7), 6)
  })
})

it('asks for months of a kind it knows', () => {
  // A requirement of each kind of evidence is counted by the month without an error.
  startPlan(store, { startDay: START, horizonYears: 8, vision: '' })
  const kinds = ['learning', 'project', 'certification', 'achievement', 'activity'] as const
  const made: Partial<RequirementFields>[] = [
    ...kinds.map((evidenceKind) => ({ kind: 'evidence' as const, evidenceKind, count: 9 })),
    { kind: 'certification', count: 9, catalogueKeys: ['a'] },
  ]
  write(store, 'test', (w) => {
    const stageUid = w.insert(stageEntity, { title: 'S', plannedStart: TODAY, plannedEnd: '2030-01-01' })
    for (const fields of made) w.insert(requirementEntity, { stageUid, ...fields })
  })
  const asked = read().stages.find(({ title }) => title === 'S')
  expect(asked?.typicalDays).toBeNull()
  expect(asked?.requirements.map(({ history }) => history?.gains.length)).toEqual(made.map(() => 12))
})
