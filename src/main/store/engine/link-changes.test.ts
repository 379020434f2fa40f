import { afterEach, beforeEach, expect, it } from 'vitest'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { entities } from '#main/store/entities/registry.ts'
import { assessmentEntity, skillEntity } from '#main/store/entities/skills.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import type { Store } from './database.ts'
import { readDoc } from './rows.ts'
import { redo, undo } from './undo.ts'
import { write } from './writer.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const LINE = { title: 'Line', day: '2026-11-01', minutes: 45, notes: 'x'.repeat(500), tags: ['tag'] }

/** Every stored link, and every item as a whole. */
const state = () => ({
  links: store.sqlite.prepare('SELECT * FROM link ORDER BY source_id, role, target_id').all(),
  docs: store.sqlite
    .prepare<[], { uid: string; type: keyof typeof entities }>('SELECT uid, type FROM item ORDER BY id')
    .all()
    .map(({ uid, type }) => readDoc(store, entities[type], uid)),
})

const changesOfLines = () =>
  store.sqlite.prepare<[], { id: number; before: string }>(
    "SELECT id, before FROM change WHERE type = 'activity' AND before IS NOT NULL",
  )

it('takes an item out of everything that links to it and puts it back exactly, again and again', () => {
  const skill = add(store, skillEntity, { title: 'Cloud' })
  const person = add(store, personEntity, { name: 'Anna', links: [skill] })
  const line = add(store, activityEntity, { ...LINE, links: [skill, person] })
  add(store, activityEntity, { ...LINE, title: 'Other', minutes: 5, links: [skill] })
  add(store, projectEntity, { title: 'Project', kind: 'pet', links: [skill, line] })
  add(store, assessmentEntity, { skillUid: skill, level: 2, day: '2026-11-02', note: 'x', evidence: [line] })
  const before = state()
  for (const [entity, uid] of [
    [skillEntity, skill],
    [activityEntity, line],
  ] as const) {
    write(store, 'test', (w) => (entity === skillEntity ? w.remove(skillEntity, uid) : w.remove(activityEntity, uid)))
    const after = state()
    expect(after.docs.flatMap((doc) => [doc.links, doc.evidence]).flat()).not.toContain(uid)
    expect(after.docs.find((doc) => doc.uid === person)?.updatedAt).toBe(
      before.docs.find((doc) => doc.uid === person)?.updatedAt,
    )
    undo(store)
    expect(state()).toEqual(before)
    redo(store)
    expect(state()).toEqual(after)
    undo(store)
    expect(state()).toEqual(before)
  }
})

it('tells the types of the items that had the links', () => {
  const skill = add(store, skillEntity, { title: 'Cloud' })
  add(store, activityEntity, { ...LINE, links: [skill] })
  const heard: string[][] = []
  store.listeners.add(({ types }) => heard.push(types.toSorted()))
  write(store, 'test', (w) => w.remove(skillEntity, skill))
  undo(store)
  redo(store)
  expect(heard).toEqual([
    ['activity', 'skill'],
    ['activity', 'skill'],
    ['activity', 'skill'],
  ])
})

it('is not taken back while a later change of an item that had the link stands', () => {
  const skill = add(store, skillEntity, { title: 'Cloud' })
  const line = add(store, activityEntity, { ...LINE, links: [skill] })
  const before = state()
  const removed = write(store, 'test', (w) => w.remove(skillEntity, skill)).batchId
  const edited = write(store, 'test', (w) => w.update(activityEntity, line, { minutes: 50 })).batchId
  expect(refusal(() => undo(store, removed))).toContain('undo-conflict')
  undo(store, edited)
  undo(store, removed)
  expect(state()).toEqual(before)
})

it('does not take back what made an item while another that stands links to it', () => {
  const added = write(store, 'test', (w) => w.insert(skillEntity, { title: 'Cloud' }))
  const line = add(store, activityEntity, { ...LINE, links: [added.result] })
  expect(refusal(() => undo(store, added.batchId))).toContain('undo-conflict')
  write(store, 'test', (w) => w.update(activityEntity, line, { links: [] }))
  undo(store, added.batchId)
  expect(state().docs.map(({ uid }) => uid)).toEqual([line])
})

it('still takes back removals that were recorded with whole items', () => {
  const skill = add(store, skillEntity, { title: 'Cloud' })
  for (const title of ['a', 'b']) add(store, activityEntity, { ...LINE, title, links: [skill] })
  const before = state()
  const whole = new Map(before.docs.map((doc) => [doc.uid, JSON.stringify(doc)]))
  write(store, 'test', (w) => w.remove(skillEntity, skill))
  const keep = store.sqlite.prepare('UPDATE change SET before = ? WHERE item_uid = ? AND before IS NOT NULL')
  for (const [uid, doc] of whole) if (uid !== skill) keep.run(doc, uid)
  undo(store)
  expect(state()).toEqual(before)
})

it('reads and writes none of the items that had the links', () => {
  const skill = add(store, skillEntity, { title: 'Cloud' })
  const lines = write(store, 'test', (w) =>
    Array.from({ length: 3000 }, (_, n) => w.insert(activityEntity, { ...LINE, title: String(n), links: [skill] })),
  ).result
  const cpu = (work: () => void) => {
    const began = process.threadCpuUsage()
    work()
    return process.threadCpuUsage(began).user
  }
  const reading = cpu(() => {
    for (const uid of lines) readDoc(store, entities.activity, uid)
  })
  const removing = cpu(() => write(store, 'test', (w) => w.remove(skillEntity, skill)))
  const undoing = cpu(() => undo(store))
  expect(removing + undoing).toBeLessThan(reading * 1.5)
  for (const { before } of changesOfLines().all()) expect(before.length).toBeLessThan(150)
})
