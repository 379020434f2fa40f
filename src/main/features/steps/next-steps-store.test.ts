import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { passGate } from '#main/features/plan/gates-store.ts'
import { startPlan } from '#main/features/plan/plan-start-store.ts'
import { getPlan } from '#main/features/plan/plan-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { createItem, updateItem } from '#main/store/engine/items.ts'
import { write } from '#main/store/engine/writer.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { requirementEntity } from '#main/store/entities/plan.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { assessmentEntity } from '#main/store/entities/skills.ts'
import { stepEntity } from '#main/store/entities/steps.ts'
import { Suggestion } from '#shared/contract/steps.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import type { StepFields } from '#shared/model/step.ts'
import { openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { suggestSteps } from './next-steps-store.ts'

const TODAY = '2026-11-27'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.parse(`${TODAY}T09:00:00Z`))
  store = opened.store
  close = opened.close
})
afterEach(() => close())

const suggest = (time: 'short' | 'evening' | 'month' = 'evening') =>
  suggestSteps(store, { time }).map((one) => Suggestion.parse(one))

const stage = () => {
  const found = getPlan(store).stages.find(({ passedOn }) => passedOn === null)
  if (found === undefined) throw new Error('no open stage')
  return found
}

/** Replaces the requirements of the present gate with these. */
function askFor(...asked: Partial<RequirementFields>[]): string[] {
  const { uid: stageUid, requirements } = stage()
  const made: string[] = []
  write(store, 'test', (w) => {
    for (const { uid } of requirements) w.remove(requirementEntity, uid)
    for (const fields of asked) made.push(w.insert(requirementEntity, { stageUid, ...fields }))
  })
  return made
}

const add = <F extends object>(entity: Entity<F>, fields: Partial<F>) => createItem(store, entity, { fields }).uid

const skillUid = (key: string) => {
  const sql = 'SELECT item.uid FROM skill CROSS JOIN item USING (id) WHERE key = ?'
  return (store.sqlite.prepare(sql).get(key) as { uid: string }).uid
}

const rate = (key: string, level: number) =>
  write(store, 'test', (w) => w.insert(assessmentEntity, { skillUid: skillUid(key), level, day: TODAY }))

it('has nothing to say before there is a plan', () => {
  expect(suggest()).toEqual([])
})

describe('for the present gate', () => {
  beforeEach(() => void startPlan(store, { startDay: '2026-10-01', horizonYears: 7, vision: '' }))

  it('offers three different things for each time, of what the template asks', () => {
    for (const time of ['short', 'evening', 'month'] as const) {
      const found = suggest(time)
      expect(found).toHaveLength(3)
      expect(new Set(found.map(({ requirement }) => requirement.uid)).size).toBe(3)
      expect(found.every(({ gain, minutes, wholeMinutes }) => gain !== 0 && minutes <= wholeMinutes)).toBe(true)
    }
    expect(suggest('short').every(({ minutes }) => minutes <= 45)).toBe(true)
  })

  it('asks first for the rating of a skill that was never rated, then for practice that fits the time', () => {
    askFor({ kind: 'skill', skillUid: skillUid('programming'), level: 2, weight: 3 })
    const about = { minutes: 5, links: [skillUid('programming')], share: 1, gain: null }
    expect(suggest('short')).toMatchObject([{ kind: 'rate', ...about }])
    rate('programming', 1)
    // 30 minutes of the 40 hours from 1 to 2, which are half of the requirement.
    const [short] = suggest('short')
    expect(short).toMatchObject({ key: 'practice/programming/short', kind: 'practice', minutes: 30 })
    expect(short?.gain).toBeCloseTo((0.5 * 30) / 2400, 10)
    expect(suggest('evening')).toMatchObject([{ minutes: 180, requirement: { current: 1, target: 2 } }])
    rate('programming', 2)
    expect(suggest('evening')).toEqual([])
  })

  it('reckons what one more item brings by the share of its requirement', () => {
    const [, mentor] = askFor(
      { kind: 'skill', skillUid: skillUid('programming'), level: 2, weight: 3 },
      { kind: 'evidence', evidenceKind: 'activity', activityKind: 'mentoringReceived', count: 5, weight: 1 },
    )
    rate('programming', 1)
    const [first] = suggest('evening')
    expect(first).toMatchObject({
      key: `activity/mentoringReceived/${mentor}`,
      activityKind: 'mentoringReceived',
      share: 0.25,
      gain: 0.05,
    })
    for (let n = 0; n < 5; n++) add(activityEntity, { title: 'Met', day: TODAY, kind: 'mentoringReceived' })
    expect(suggest('evening').map(({ kind }) => kind)).toEqual(['practice'])
  })

  it('goes on with what is begun before it begins anything', () => {
    askFor({ kind: 'evidence', evidenceKind: 'learning', count: 2, weight: 1 })
    const fields = { title: 'DDIA', kind: 'book', plannedHours: 20, progress: 95, status: 'inProgress' } as const
    const uid = add(learningEntity, fields)
    // Half of the gate for the one hour that is left.
    const about = { minutes: 60, wholeMinutes: 60, gain: 0.5, links: [uid] }
    expect(suggest()).toMatchObject([{ ...about, key: `learning/${uid}` }])
    updateItem(store, learningEntity, { uid, patch: { status: 'dropped' } })
    expect(suggest()[0]?.kind).toBe('starter')
  })

  it('knows projects, certificates that the gate names, and milestones', () => {
    const milestone = stage().milestones[0]
    askFor(
      { kind: 'evidence', evidenceKind: 'project', count: 1 },
      { kind: 'certification', catalogueKeys: ['aws-solutions-architect-associate'], count: 1 },
      { kind: 'milestone', milestoneUid: milestone?.uid ?? null },
    )
    const project = add(projectEntity, { title: 'Bot', kind: 'pet' })
    add(projectEntity, { title: 'Idea', kind: 'pet', status: 'idea' })
    add(certificationEntity, { title: 'PMP', catalogueKey: 'pmp' })
    const named = add(certificationEntity, { title: 'AWS', catalogueKey: 'aws-solutions-architect-associate' })
    const keys = suggest().map(({ key }) => key)
    const exam = 'certification/aws-solutions-architect-associate'
    expect(keys).toEqual([`milestone/${milestone?.uid}`, `project/${project}`, exam])
    expect(suggest()[2]?.links).toEqual([named])
    // A failed certification is offered again from the catalogue; the other one was never required.
    updateItem(store, certificationEntity, { uid: named, patch: { status: 'failed' } })
    expect(suggest()[2]).toMatchObject({ key: exam, links: [] })
  })

  it('does not suggest again what was taken or declined, until it may', () => {
    askFor({ kind: 'skill', skillUid: skillUid('programming'), level: 3, weight: 3 })
    rate('programming', 1)
    const [{ key } = { key: '' }] = suggest('short')
    const step: Partial<StepFields> = { title: 'x', week: TODAY, suggestedBy: key }
    const uid = add(stepEntity, step)
    expect(suggest('short').map((one) => one.key)).not.toContain(key)
    updateItem(store, stepEntity, { uid, patch: { status: 'done', endDay: '2026-11-01' } })
    expect(suggest('short').map((one) => one.key)).toContain(key)
    add(stepEntity, { ...step, status: 'declined', reason: 'no time' })
    expect(suggest('short').map((one) => one.key)).not.toContain(key)
  })

  it('names another skill to rate where one is not wanted, also one that is asked for at level 0', () => {
    askFor(
      { kind: 'skill', skillUid: skillUid('programming'), level: 0, weight: 3 },
      { kind: 'skill', skillUid: skillUid('cloud'), level: 2, weight: 1 },
    )
    const [first, second] = ['programming', 'cloud'].map((key) => `rate/${skillUid(key)}`)
    expect(suggest('short').map(({ key }) => key)).toEqual([first])
    add(stepEntity, { title: 'x', week: TODAY, status: 'declined', suggestedBy: first ?? '' })
    expect(suggest('short').map(({ key }) => key)).toEqual([second])
  })

  it('lets rest what was dropped today, however old its week is', () => {
    askFor({ kind: 'skill', skillUid: skillUid('programming'), level: 3, weight: 3 })
    rate('programming', 1)
    const [{ key } = { key: '' }] = suggest('short')
    const uid = add(stepEntity, { title: 'x', week: '2026-06-01', suggestedBy: key })
    updateItem(store, stepEntity, { uid, patch: { status: 'dropped' } })
    expect(suggest('short').map((one) => one.key)).not.toContain(key)
  })

  it('promises nothing for what does not count yet', () => {
    askFor({ kind: 'evidence', evidenceKind: 'activity', activityKind: 'meeting', count: 2, since: 'plan' })
    expect(suggest()).toHaveLength(1)
    store.sqlite.exec("UPDATE plan SET start_day = '2026-12-24'")
    expect(suggest()).toEqual([])
  })

  it('is for the next gate once one is passed, and for none after the last', () => {
    for (let stages = getPlan(store).stages.length; stages > 0; stages--) {
      const { uid, requirements } = stage()
      const own = new Set(requirements.map((one) => one.uid))
      const found = suggest()
      expect(found.length).toBeGreaterThan(0)
      expect(found.every(({ requirement }) => own.has(requirement.uid))).toBe(true)
      passGate(store, { stageUid: uid, day: TODAY, note: '' })
    }
    expect(suggest()).toEqual([])
  })
})

describe('a step', () => {
  it('is for a whole week, and has its day when it is done', () => {
    const uid = add(stepEntity, { title: 'x', week: '2026-11-29', status: 'done' })
    const sql = 'SELECT week, end_day AS endDay FROM step'
    expect(store.sqlite.prepare(sql).get()).toEqual({ week: '2026-11-23', endDay: TODAY })
    updateItem(store, stepEntity, { uid, patch: { status: 'planned', week: '2026-11-30' } })
    expect(store.sqlite.prepare(sql).get()).toEqual({ week: '2026-11-30', endDay: null })
    updateItem(store, stepEntity, { uid, patch: { status: 'dropped' } })
    expect(store.sqlite.prepare(sql).get()).toEqual({ week: '2026-11-30', endDay: TODAY })
    const future = { status: 'done', endDay: '2026-11-28' } as const
    expect(() => updateItem(store, stepEntity, { uid, patch: future })).toThrow(
      expect.objectContaining({ code: 'VALIDATION' }),
    )
  })
})
