import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { passGate } from '#main/features/plan/gates-store.ts'
import { moveStage, removeStage } from '#main/features/plan/stages-store.ts'
import {
  createDraft,
  listReviews,
  removeReview,
  reviseReview,
  signReview,
} from '#main/features/reviews/reviews-store.ts'
import { createSkill, updateSkill } from '#main/features/skills/skill-edit-store.ts'
import { stageEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import type { Store } from './database.ts'
import { createItem, getItem, removeItem } from './items.ts'
import { itemExists } from './rows.ts'
import { undo } from './undo.ts'
import { write } from './writer.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const stageFields = (position: number) => ({
  title: `Stage ${position}`,
  position,
  plannedStart: '2026-01-01',
  plannedEnd: '2027-01-01',
})

const addStages = (count: number) =>
  Array.from({ length: count }, (_, position) => add(store, stageEntity, stageFields(position)))

const skill = (title: string, alias: string) => createSkill(store, { fields: { title, aliases: [alias] } })

describe('undoing an older action does not break what holds between items', () => {
  it('an alias means one skill', () => {
    const { uid } = skill('Cloud', 'cloud')
    const removed = removeItem(store, skillEntity, { uid })
    skill('Other', 'cloud')
    expect(refusal(() => undo(store, removed.batchId))).toContain('undo-conflict')
    expect(itemExists(store, uid)).toBe(false)
  })

  it('gates are passed in order', () => {
    const [first = '', second = ''] = addStages(2)
    const removed = removeStage(store, { uid: first })
    passGate(store, { stageUid: second, day: '2026-11-01', note: '' })
    expect(refusal(() => undo(store, removed.batchId))).toContain('undo-conflict')
    expect(itemExists(store, first)).toBe(false)
  })

  it('targets are set for stages that are there', () => {
    const { uid: skillUid } = skill('Cloud', 'cloud')
    const { uid: stageUid, batchId } = createItem(store, stageEntity, { fields: stageFields(0) })
    updateSkill(store, { uid: skillUid, patch: { targets: { [stageUid]: 3 } } })
    expect(refusal(() => undo(store, batchId))).toContain('undo-conflict')
    undo(store)
    undo(store, batchId)
    expect(getItem(store, skillEntity, skillUid).targets).toEqual({})
  })

  it('a review has one successor', () => {
    const period = { periodStart: '2025-01-01', periodEnd: '2025-12-31' }
    const { uid } = createDraft(store, period)
    signReview(store, { uid })
    const revision = reviseReview(store, { uid })
    const removed = removeReview(store, { uid: revision.uid })
    reviseReview(store, { uid })
    expect(refusal(() => undo(store, removed.batchId))).toContain('undo-conflict')
  })

  it('a period has one review', () => {
    const period = { periodStart: '2025-01-01', periodEnd: '2025-12-31' }
    const removed = removeReview(store, { uid: createDraft(store, period).uid })
    const { uid } = createDraft(store, period)
    signReview(store, { uid })
    expect(refusal(() => undo(store))).toContain('undo-conflict')
    expect(refusal(() => undo(store, removed.batchId))).toContain('undo-conflict')
    expect(listReviews(store)).toMatchObject([{ uid }])
  })

  it('but is possible where something was broken before, and elsewhere', () => {
    const [one, other] = [skill('Cloud', 'cloud'), skill('Other', 'other')]
    // A state that an older version could leave.
    write(store, 'test', (w) => w.update(skillEntity, other.uid, { aliases: ['cloud'] }))
    updateSkill(store, { uid: one.uid, patch: { title: 'Clouds' } })
    undo(store)
    expect(getItem(store, skillEntity, one.uid).title).toBe('Cloud')
  })
})

it('passed gates keep the order of their days', () => {
  const [first = '', second = '', third = ''] = addStages(3)
  passGate(store, { stageUid: first, day: '2026-10-01', note: '' })
  passGate(store, { stageUid: second, day: '2026-10-01', note: '' })
  passGate(store, { stageUid: third, day: '2026-11-01', note: '' })
  moveStage(store, { uid: second, to: 0 })
  expect(refusal(() => moveStage(store, { uid: third, to: 1 }))).toContain('gate-order')
})
