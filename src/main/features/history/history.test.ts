import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { removeItem, updateItem } from '#main/store/engine/items.ts'
import { itemExists, readDoc } from '#main/store/engine/rows.ts'
import { undo, undoState } from '#main/store/engine/undo.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import { attachmentEntity } from '#main/store/entities/attachments.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { initiativeEntity } from '#main/store/entities/initiatives.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { reviewEntity } from '#main/store/entities/reviews.ts'
import { assessmentEntity, skillEntity } from '#main/store/entities/skills.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { readHistoryPage, readRemoved } from './history-store.ts'
import { readItemHistory } from './item-history-store.ts'
import { restoreItem } from './restore-store.ts'

let store: Store
let close: () => void

beforeEach(() => {
  ;({ store, close } = openTemporaryStore(1_800_000_000_000))
})
afterEach(() => close())

const page = (question: Partial<Parameters<typeof readHistoryPage>[1]> = {}) =>
  readHistoryPage(store, { only: 'all', text: '', limit: 50, ...question })
const told = (question = {}) =>
  page(question).entries.map(({ label, items, count }) => [label, items[0]?.title ?? null, count])
const doc = (entity: unknown, uid: string) => readDoc(store, entity as Entity, uid)

const addSkill = (title: string, aliases: string[] = []) =>
  write(store, 'skill.create', (w) => w.insert(skillEntity, { title, area: 'technical', aliases })).result
const addLine = (title: string, links: string[] = []) =>
  write(store, 'activity.create', (w) =>
    w.insert(activityEntity, { title, day: '2026-11-01', minutes: 30, kind: 'study', links }),
  ).result
const addLineIn = (w: Writer) =>
  w.insert(activityEntity, { title: 'Line', day: '2026-11-01', minutes: 30, kind: 'study' })
const rate = (skillUid: string) =>
  write(store, 'skill.assess', (w) =>
    w.insert(assessmentEntity, { skillUid, day: '2026-11-01', level: 2, note: 'why' }),
  ).result
/** Removes an item and answers what restores it. */
const remove = (entity: unknown, uid: string) => ({
  uid,
  batchId: removeItem(store, entity as Entity<object>, { uid }).batchId,
})
function restore(input: { uid: string; batchId: number }) {
  const restored = restoreItem(store, input)
  if (restored.kind !== 'restored') throw new Error('not restored')
  return restored
}

describe('the history', () => {
  it('names each action by its item as it is called now, a rating as its skill, newest first', () => {
    const skill = addSkill('Design')
    rate(skill)
    updateItem(store, skillEntity, { uid: skill, patch: { title: 'System design' } })
    expect(told()).toEqual([
      ['skill.update', 'System design', 1],
      ['skill.assess', 'System design', 1],
      ['skill.create', 'System design', 1],
    ])
  })

  it('names what is gone as it was called last, and an undo as what it took back', () => {
    const line = addLine('Notes')
    remove(activityEntity, line)
    undo(store)
    const entries = page().entries.map(({ origin, label, stands, isRemoval }) => [origin, label, stands, isRemoval])
    expect(entries).toEqual([
      ['undo', 'activity.remove', true, false],
      ['user', 'activity.remove', false, false],
      ['user', 'activity.create', true, false],
    ])
    remove(activityEntity, line)
    expect(page({ only: 'removals' }).entries).toMatchObject([{ items: [{ title: 'Notes', isThere: false }] }])
  })

  it('counts what it does not name', () => {
    write(store, 'activity.removeMany', () => {})
    write(store, 'learning.create', (w) => {
      for (let n = 0; n < 9; n++) w.insert(learningEntity, { title: `Book ${n}`, kind: 'book' })
    })
    expect(told()).toEqual([['learning.create', 'Book 8', 9]])
    expect(page().entries[0]?.items).toHaveLength(4)
  })

  it('names the first of a large deletion, and all of it when asked part by part', () => {
    const uids = Array.from({ length: 60 }, (_, n) => addLine(`Line ${n}`))
    const { batchId } = write(store, 'activity.removeMany', (w) => {
      for (const uid of uids) w.remove(activityEntity, uid)
    })
    const [entry] = page().entries
    expect(entry).toMatchObject({ count: 60, items: { length: 50 } })
    const first = readRemoved(store, { batchId, skip: 0, limit: 55 })
    expect([first.items.slice(0, 50), first.next]).toEqual([entry?.items, 55])
    const rest = readRemoved(store, { batchId, skip: 55, limit: 55 })
    expect([rest.items.length, rest.next]).toEqual([5, null])
    const told = [...first.items, ...rest.items].map(({ uid, isThere }) => [uid, isThere])
    expect(told).toEqual(uids.toReversed().map((uid) => [uid, false]))
    expect(readRemoved(store, { batchId: batchId - 1, skip: 0, limit: 55 })).toEqual({ items: [], next: null })
  })

  it('is about the item that was added or removed, not about those that made room for it', () => {
    const one = addLine('One')
    write(store, 'activity.create', (w) => {
      w.insert(activityEntity, { title: 'New', day: '2026-11-01', minutes: 5, kind: 'study' })
      w.update(activityEntity, one, { minutes: 31 })
      w.update(activityEntity, one, { minutes: 32 })
    })
    expect(told()[0]).toEqual(['activity.create', 'New', 1])
    expect(undoState(store).undo).toMatchObject({ items: [{ title: 'New' }], count: 1 })
    write(store, 'activity.updateMany', (w) => {
      for (const minutes of [33, 34]) w.update(activityEntity, one, { minutes })
    })
    expect(undoState(store).undo).toMatchObject({ count: 1 })
  })

  it('comes in pages that hold everything once', () => {
    for (let n = 0; n < 7; n++) addLine(`Line ${n}`)
    for (const text of ['', 'line']) {
      const titles: unknown[] = []
      for (let next: number | null | undefined; next !== null; ) {
        const found = page({ limit: 3, text, ...(next && { before: next }) })
        titles.push(...found.entries.map(({ items }) => items[0]?.title))
        next = found.next
      }
      expect(titles).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Line ${n}`))
    }
  })

  it('is searched by titles in whichever form, of what is there and of what is gone', () => {
    const skill = addSkill('Облако')
    rate(skill)
    addLine('Курс об облаках')
    remove(activityEntity, addLine('Разбор облака'))
    addLine('Другое')
    expect(told({ text: 'облаков' }).map(([label, title]) => [label, title])).toEqual([
      ['activity.remove', 'Разбор облака'],
      ['activity.create', 'Курс об облаках'],
      ['skill.assess', 'Облако'],
      ['skill.create', 'Облако'],
    ])
    expect(told({ text: 'облаков', only: 'removals' })).toHaveLength(1)
  })

  it('is searched beyond what it names of a large deletion, so far at once and further with the next page', () => {
    remove(activityEntity, addLine('Needle, older'))
    const uids = Array.from({ length: 60 }, (_, n) => addLine(n === 3 ? 'Needle' : `Line ${n}`))
    const { batchId } = write(store, 'activity.removeMany', (w) => {
      for (const uid of uids) w.remove(activityEntity, uid)
    })
    expect(page({ text: 'needle' })).toMatchObject({
      entries: [{ batchId }, { batchId: batchId - 60 - 1 }],
      next: null,
    })
    // Copies the change of one deleted entry 26,000 times.
    const { batchId: large } = write(store, 'activity.removeMany', (w) => w.remove(activityEntity, addLineIn(w)))
    store.sqlite
      .prepare(
        `INSERT INTO change (batch_id, item_uid, type, before, shape, item_id)
           WITH RECURSIVE others(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM others WHERE n < 26000)
           SELECT batch_id, 'other ' || n, type, before, shape, 1000000 + n FROM others CROSS JOIN change
             WHERE batch_id = ? AND before IS NOT NULL`,
      )
      .run(large)
    const newest = page({ text: 'needle' })
    expect(newest).toEqual({ entries: [], next: large })
    expect(page({ text: 'needle', before: large }).entries).toHaveLength(2)
  })

  it('names what undo would take back', () => {
    rate(addSkill('Design'))
    expect(undoState(store).undo).toMatchObject({ label: 'skill.assess', items: [{ title: 'Design' }], count: 1 })
  })
})

describe('the history of one item', () => {
  it('says field by field what was before and after, and what was linked', () => {
    const [one, other] = [addSkill('Design'), addSkill('Cloud')]
    const line = addLine('Notes', [one])
    updateItem(store, activityEntity, { uid: line, patch: { minutes: 45, links: [one, other] } })
    remove(skillEntity, one)
    updateItem(store, activityEntity, { uid: line, patch: { title: 'Notes on cloud' } })
    const { steps, refs, more } = readItemHistory(store, { uid: line, limit: 50 })
    expect(more).toBe(false)
    expect(steps.map(({ kind, fields }) => [kind, fields])).toEqual([
      ['changed', [{ name: 'title', before: 'Notes', after: 'Notes on cloud' }]],
      ['changed', [{ name: 'links', before: [one, other].sort(), after: [other] }]],
      [
        'changed',
        [
          { name: 'minutes', before: 30, after: 45 },
          { name: 'links', before: [one], after: [one, other].sort() },
        ],
      ],
      ['added', []],
    ])
    expect(refs.map(({ title, isThere }) => [title, isThere]).sort()).toEqual([
      ['Cloud', true],
      ['Design', false],
    ])
  })

  it('goes on for one that is gone', () => {
    const line = addLine('Notes')
    remove(activityEntity, line)
    expect(readItemHistory(store, { uid: line, limit: 1 })).toMatchObject({ steps: [{ kind: 'removed' }], more: true })
  })
})

describe('restoring', () => {
  it('brings an item back as it was, with what went along and the links to it, whatever came later', () => {
    const skill = addSkill('Design', ['design'])
    const rating = rate(skill)
    const line = addLine('Notes', [skill])
    const file = add(store, attachmentEntity, {
      ownerUid: skill,
      name: 'map.png',
      mediaType: 'image/png',
      size: 1,
      hash: 'a'.repeat(64),
    })
    const before = [doc(skillEntity, skill), doc(assessmentEntity, rating), doc(attachmentEntity, file)]
    const deletion = remove(skillEntity, skill)
    updateItem(store, activityEntity, { uid: line, patch: { minutes: 99 } })
    const { batchId, missing } = restore(deletion)
    expect(missing).toEqual([])
    expect([doc(skillEntity, skill), doc(assessmentEntity, rating), doc(attachmentEntity, file)]).toEqual(before)
    expect(doc(activityEntity, line)).toMatchObject({ minutes: 99, links: [skill] })
    // When the restore is undone, the item is gone again, assessments included, and can be restored again.
    undo(store, batchId)
    expect([skill, rating, file].map((uid) => itemExists(store, uid))).toEqual([false, false, false])
    expect(doc(activityEntity, line)).toMatchObject({ links: [] })
    restore(deletion)
    expect(doc(assessmentEntity, rating)).toEqual(before[1])
  })

  it('says what could not come back', () => {
    const [one, skill] = [addSkill('Cloud'), addSkill('Design', ['design', 'arch'])]
    const line = addLine('Notes', [one, skill])
    const ofLine = remove(activityEntity, line)
    const ofSkill = remove(skillEntity, skill)
    addSkill('Another', ['Arch'])
    expect(restore(ofLine).missing).toEqual(['Design'])
    expect(doc(activityEntity, line)).toMatchObject({ links: [one] })
    expect(restore(ofSkill).missing).toEqual(['#arch'])
    expect(doc(skillEntity, skill)).toMatchObject({ aliases: ['design'] })
  })

  it('does nothing without the owner, and names it', () => {
    const obstacle = add(store, obstacleEntity, { title: 'No time' })
    const experiment = add(store, experimentEntity, { obstacleUid: obstacle, title: 'Delegate' })
    const ofExperiment = remove(experimentEntity, experiment)
    const ofObstacle = remove(obstacleEntity, obstacle)
    const newest = () => page().entries[0]?.batchId
    const last = newest()
    expect(restoreItem(store, ofExperiment)).toMatchObject({ kind: 'ownerGone', owner: { title: 'No time' } })
    expect(newest()).toBe(last)
    restore(ofObstacle)
    restore(ofExperiment)
    expect(doc(experimentEntity, experiment)).toMatchObject({ obstacleUid: obstacle })
  })

  it('brings one of many back alone', () => {
    const [one, other] = [addLine('One'), addLine('Other')]
    const { batchId } = write(store, 'activity.removeMany', (w) => {
      for (const uid of [one, other]) w.remove(activityEntity, uid)
    })
    restore({ uid: one, batchId })
    expect([one, other].map((uid) => itemExists(store, uid))).toEqual([true, false])
    expect(
      page({ only: 'removals' })
        .entries[0]?.items.map(({ isThere }) => isThere)
        .sort(),
    ).toEqual([false, true])
  })

  it('gives hours as the lines that have them say by now', () => {
    const skill = addSkill('Design')
    const line = addLine('Notes', [skill])
    const deletion = remove(skillEntity, skill)
    updateItem(store, activityEntity, { uid: line, patch: { minutes: 99, day: '2026-11-05' } })
    restore(deletion)
    const links = store.sqlite.prepare('SELECT day, minutes FROM link').all()
    expect(links).toEqual([{ day: '2026-11-05', minutes: 99 }])
  })

  it('brings a link back whose other end is back already, but none that was taken away', () => {
    const skill = addSkill('Design')
    const line = addLine('Notes', [skill])
    const ofSkill = remove(skillEntity, skill)
    const ofLine = remove(activityEntity, line)
    restore(ofSkill)
    expect(restore(ofLine).missing).toEqual([])
    expect(doc(activityEntity, line)).toMatchObject({ links: [skill] })
    updateItem(store, activityEntity, { uid: line, patch: { links: [] } })
    restore(remove(activityEntity, line))
    expect(doc(activityEntity, line)).toMatchObject({ links: [] })
  })

  it('names what it named before, where that is back by now and nothing else is named since', () => {
    const [one, other] = [add(store, personEntity, { name: 'Anna' }), add(store, personEntity, { name: 'Boris' })]
    const [kept, changed] = ['Kept', 'Changed'].map((title) =>
      add(store, initiativeEntity, { title, ownerUid: one }),
    ) as [string, string]
    const ofOne = remove(personEntity, one)
    updateItem(store, initiativeEntity, { uid: changed, patch: { ownerUid: other } })
    const ofBoth = [kept, changed].map((uid) => remove(initiativeEntity, uid))
    restore(ofOne)
    expect(ofBoth.map((deletion) => restore(deletion).missing)).toEqual([[], []])
    expect([kept, changed].map((uid) => doc(initiativeEntity, uid).ownerUid)).toEqual([one, other])
  })

  it('does not miss what was gone before the item was, but what went with it', () => {
    const [person, skill] = [add(store, personEntity, { name: 'Anna' }), addSkill('Design')]
    const initiative = add(store, initiativeEntity, { title: 'Reviews', ownerUid: person })
    const line = addLine('Notes', [skill])
    remove(skillEntity, skill)
    expect(restore(remove(activityEntity, line)).missing).toEqual([])
    const { batchId } = write(store, 'test', (w) => {
      w.remove(personEntity, person)
      w.remove(initiativeEntity, initiative)
    })
    expect(restore({ uid: initiative, batchId }).missing).toEqual(['Anna'])
    expect(restore(remove(initiativeEntity, initiative)).missing).toEqual([])
    const again = remove(initiativeEntity, initiative)
    restore({ uid: person, batchId })
    restore(again)
    expect(doc(initiativeEntity, initiative)).toMatchObject({ ownerUid: person })
  })

  it('names an item again that was deleted with others', () => {
    const [one, other] = [add(store, personEntity, { name: 'Anna' }), add(store, personEntity, { name: 'Boris' })]
    const initiative = add(store, initiativeEntity, { title: 'Reviews', ownerUid: one })
    const { batchId } = write(store, 'person.removeMany', (w) => {
      for (const uid of [one, other]) w.remove(personEntity, uid)
    })
    for (const uid of [other, one]) restore({ uid, batchId })
    expect(doc(initiativeEntity, initiative)).toMatchObject({ ownerUid: one })
  })

  it('brings back the last state, also from an older deletion, and what the first versions deleted', () => {
    const line = addLine('Notes')
    const older = remove(activityEntity, line)
    restore(older)
    updateItem(store, activityEntity, { uid: line, patch: { minutes: 90 } })
    remove(activityEntity, line)
    store.sqlite.prepare('UPDATE change SET item_id = NULL').run()
    restore(older)
    expect(doc(activityEntity, line)).toMatchObject({ minutes: 90 })
  })

  it('refuses a second review of a period, but gives an entry of a catalogue its key also where it was chosen again', () => {
    const period = { periodStart: '2026-01-01', periodEnd: '2026-12-31' }
    const ofReview = remove(reviewEntity, add(store, reviewEntity, period))
    const course = { title: 'Course', kind: 'course', catalogueKey: 'course' } as const
    const metric = { title: 'Time', key: 'time' }
    const [ofCourse, ofMetric] = [
      remove(learningEntity, add(store, learningEntity, course)),
      remove(metricEntity, add(store, metricEntity, metric)),
    ]
    add(store, reviewEntity, period)
    add(store, learningEntity, course)
    add(store, metricEntity, metric)
    expect(refusal(() => restoreItem(store, ofReview))).toContain('restore-conflict')
    restore(ofCourse)
    restore(ofMetric)
    expect(doc(learningEntity, ofCourse.uid)).toMatchObject({ title: 'Course', catalogueKey: 'course' })
    expect(doc(metricEntity, ofMetric.uid)).toMatchObject({ title: 'Time', key: 'time' })
  })
})
