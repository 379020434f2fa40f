import { afterEach, beforeEach, expect, it } from 'vitest'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { finishUnseen } from '#main/store/entities/finish.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { removeItems, updateItems } from './bulk.ts'
import type { Store } from './database.ts'
import { itemExists, readDoc } from './rows.ts'
import { redo, undo, undoState } from './undo.ts'

const GONE = '019b0000-0000-7000-8000-000000000000'

let store: Store
let close: () => void

beforeEach(() => {
  ;({ store, close } = openTemporaryStore(Date.parse('2026-11-23T12:00:00Z')))
})

afterEach(() => close())

const read = <F extends object>(entity: Entity<F>, uid: string) => readDoc(store, entity as unknown as Entity, uid)
const addCourses = () =>
  [['a'], ['b', 'c'], []].map((tags, index) =>
    add(store, learningEntity, { title: String(index), tags, ...(index === 2 && { endDay: '2026-05-01' }) }),
  )
const tagsOf = (uids: string[]) => uids.map((uid) => (read(learningEntity, uid).tags as string[]).join(''))

it('changes several as one step, each as if it were changed alone, and leaves out what is gone', () => {
  const uids = addCourses()
  const before = undoState(store).undo?.batchId
  const saved = updateItems(store, learningEntity, { uids: [...uids, GONE, uids[0] ?? ''], patch: { status: 'done' } })
  expect(saved.count).toBe(3)
  expect(undoState(store).undo?.label).toBe('learning.updateMany')
  // A day that was only planned is not the day on which the item was finished.
  expect(uids.map((uid) => read(learningEntity, uid).endDay)).toEqual(['2026-11-23', '2026-11-23', '2026-11-23'])
  expect(updateItems(store, learningEntity, { uids, patch: { status: 'done' }, tags: { add: ['b'] } }).count).toBe(2)
  undo(store)
  undo(store, saved.batchId)
  expect(uids.map((uid) => read(learningEntity, uid).status)).toEqual(['planned', 'planned', 'planned'])
  expect(undoState(store).undo?.batchId).toBe(before)
})

it.each([
  // An item that becomes done or dropped ends today, whatever was planned.
  ['inProgress', '2025-12-20', 'done', '2026-11-23'],
  ['inProgress', '2027-03-01', 'done', '2026-11-23'],
  ['inProgress', '2025-12-20', 'dropped', '2026-11-23'],
  ['dropped', '2025-12-20', 'done', '2026-11-23'],
  // An item marked as done on a future day is still a plan.
  ['done', '2027-03-01', 'done', '2026-11-23'],
  // The day on which something really ended stays.
  ['done', '2025-12-20', 'done', '2025-12-20'],
  ['done', '2025-12-20', 'dropped', '2025-12-20'],
  ['dropped', '2025-12-20', 'dropped', '2025-12-20'],
  // For an item taken up again, only a day that was filled in automatically is removed.
  ['done', '2026-11-23', 'inProgress', null],
  ['dropped', '2026-11-23', 'planned', null],
  ['done', '2025-12-20', 'inProgress', '2025-12-20'],
  ['planned', '2026-11-23', 'inProgress', '2026-11-23'],
] as const)('what is %s with the last day %s becomes %s in a list with %s', (status, endDay, next, expected) => {
  const uid = add(store, learningEntity, { title: 'Course', status, endDay })
  updateItems(store, learningEntity, { uids: [uid], patch: { status: next } })
  expect(read(learningEntity, uid)).toMatchObject({ status: next, endDay: expected })
})

it('gives a day to what an older Kurs stored as done without one, once it is marked as done', () => {
  const before = { status: 'done', startDay: null, endDay: null }
  expect(finishUnseen({ status: 'done' }, before, '2026-11-23')).toEqual({ status: 'done', endDay: '2026-11-23' })
  const dropped = { ...before, status: 'dropped' }
  expect(finishUnseen({ status: 'dropped' }, dropped, '2026-11-23')).toEqual({ status: 'dropped' })
})

it('drops what has not begun, and takes a day that is given as it is', () => {
  const uid = add(store, learningEntity, { title: 'Course', startDay: '2027-01-01', endDay: '2027-03-01' })
  updateItems(store, learningEntity, { uids: [uid], patch: { status: 'dropped' } })
  expect(read(learningEntity, uid)).toMatchObject({ status: 'dropped', endDay: null })
  updateItems(store, learningEntity, { uids: [uid], patch: { status: 'done', endDay: '2027-02-01' } })
  expect(read(learningEntity, uid).endDay).toBe('2027-02-01')
})

it('has begun what is done, though it was planned for later', () => {
  const uid = add(store, learningEntity, { title: 'Course', startDay: '2027-01-01', endDay: '2027-03-01' })
  updateItems(store, learningEntity, { uids: [uid], patch: { status: 'done' } })
  expect(read(learningEntity, uid)).toMatchObject({ status: 'done', startDay: '2026-11-23', endDay: '2026-11-23' })
})

it('adds and takes tags, whatever others there are', () => {
  const uids = addCourses()
  const { batchId } = updateItems(store, learningEntity, { uids, patch: {}, tags: { add: ['b'], remove: ['c'] } })
  expect(tagsOf(uids)).toEqual(['ab', 'b', 'b'])
  undo(store, batchId)
  expect(tagsOf(uids)).toEqual(['a', 'bc', ''])
  updateItems(store, learningEntity, { uids: uids.slice(0, 1), patch: { progress: 5 } })
  expect(undoState(store).undo?.label).toBe('learning.update')
  expect(updateItems(store, learningEntity, { uids, patch: {}, tags: { remove: ['x'] } }).batchId).toBe(0)
})

it('changes none where a rule refuses one', () => {
  const held = add(store, certificationEntity, { title: 'Held', issueDay: '2026-01-01' })
  const planned = add(store, certificationEntity, { title: 'Planned' })
  const change = () => updateItems(store, certificationEntity, { uids: [held, planned], patch: { status: 'earned' } })
  expect(refusal(change)).toContain('issueDay')
  // No field is shown there, so the item is named.
  expect(refusal(change)).toContain('"title":"Planned"')
  expect(read(certificationEntity, held).status).toBe('planned')
})

it('removes several with what belongs to them, and brings all of it back', () => {
  const obstacles = ['One', 'Two'].map((title) => add(store, obstacleEntity, { title }))
  const experiment = add(store, experimentEntity, { title: 'Try', obstacleUid: obstacles[0] ?? '' })
  const all = [...obstacles, experiment]
  const areThere = () => all.map((uid) => itemExists(store, uid))
  expect(removeItems(store, obstacleEntity, { uids: [...obstacles, GONE] }).count).toBe(2)
  expect(areThere()).toEqual([false, false, false])
  undo(store)
  expect(areThere()).toEqual([true, true, true])
  redo(store)
  expect(areThere()).toEqual([false, false, false])
  expect(removeItems(store, obstacleEntity, { uids: obstacles })).toEqual({ count: 0, batchId: 0 })
})

it('gives links to several and takes them away, whatever others each has', () => {
  const [anna, ivan] = ['Anna', 'Ivan'].map((name) => add(store, personEntity, { name })) as [string, string]
  const lines = [[anna], []].map((links) => add(store, activityEntity, { title: 'x', day: '2026-11-20', links }))
  const linksOf = () => lines.map((uid) => (read(activityEntity, uid).links as string[]).length)
  updateItems(store, activityEntity, { uids: lines, patch: {}, links: { add: [anna, ivan] } })
  expect(linksOf()).toEqual([2, 2])
  expect(updateItems(store, activityEntity, { uids: lines, patch: {}, links: { add: [ivan] } }).count).toBe(0)
  updateItems(store, activityEntity, { uids: lines, patch: {}, links: { remove: [ivan] } })
  expect(linksOf()).toEqual([1, 1])
  undo(store)
  undo(store)
  expect(linksOf()).toEqual([1, 0])
  expect(
    refusal(() => updateItems(store, activityEntity, { uids: lines, patch: {}, links: { add: [GONE] } })),
  ).toContain('NOT_FOUND')
  expect(linksOf()).toEqual([1, 0])
})
