import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepared, type Store } from '#main/store/database.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { milestoneEntity, stageEntity } from '#main/store/entities/plan.ts'
import { entities } from '#main/store/entities/registry.ts'
import { assessmentEntity, skillEntity } from '#main/store/entities/skills.ts'
import type { Doc, Entity } from '#main/store/entity.ts'
import { findDamage } from '#main/store/integrity.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { type Row, selectRows, toDocs } from '#main/store/rows.ts'
import { redo, undo } from '#main/store/undo.ts'
import { type Writer, write } from '#main/store/writer.ts'
import { canonicalJson } from '#shared/domain/canonical-json.ts'
import type { ItemType } from '#shared/model/vocabulary.ts'
import { openSample } from '../fixtures/sample-workspace.ts'
import { IS_FULL, makeRandom, type Random, TIMEOUT } from './lib/random.ts'

const STEPS = IS_FULL ? 10_000 : 1000

let workspace: Workspace
let clock = 1_800_000_000_000
const dir = mkdtempSync(join(tmpdir(), 'kurs-random-'))

beforeAll(() => {
  workspace = openSample(dir, () => ++clock)
})

afterAll(() => {
  workspace.close()
  rmSync(dir, { recursive: true })
})

/** Uids in use by type, oldest first. */
function uidsOf(store: Store, type: ItemType): string[] {
  return store.sqlite.prepare<[string], string>('SELECT uid FROM item WHERE type = ? ORDER BY id').pluck().all(type)
}

function readAll(store: Store, entity: Entity): Doc[] {
  const select = prepared(store, `${entity.type}.state`, () => selectRows(store, entity).prepare())
  return toDocs(store, entity, select.all() as Row[])
}

/**
 * Everything the user can see, by uid. A rating taken back stays in the history on purpose, so it does not count here; nor
 * does what search finds, which has its own line.
 */
function stateOf(store: Store): Map<string, string> {
  const state = new Map<string, string>()
  for (const entity of Object.values(entities))
    for (const doc of readAll(store, entity))
      if (doc.retractedAt === null || doc.retractedAt === undefined) state.set(doc.uid, canonicalJson(doc))
  const words = store.sqlite.prepare<[string], string>(
    'SELECT uid FROM item WHERE id IN (SELECT rowid FROM item_text WHERE item_text MATCH ?)',
  )
  for (const word of ['alpha', 'beta'])
    state.set(
      `found:${word}`,
      words
        .pluck()
        .all(word)
        .filter((uid) => state.has(uid))
        .sort()
        .join(),
    )
  return state
}

const loose = <F extends object>(entity: Entity<F>) => entity as unknown as Entity

const WORDS = ['alpha', 'beta', 'гамма', 'дельта']

function anyLinks(store: Store, random: Random): string[] {
  const all = ['person', 'skill', 'activity', 'certification'] as const
  const uids = all.flatMap((type) => uidsOf(store, type).slice(-10))
  return [...new Set(Array.from({ length: random.below(4) }, () => random.pick(['', ...uids])))].filter(
    (uid) => uid !== '',
  )
}

function addSomething(store: Store, w: Writer, random: Random): void {
  const title = `${random.pick(WORDS)} ${random.below(100)}`
  const links = anyLinks(store, random)
  const skills = uidsOf(store, 'skill')
  const stages = uidsOf(store, 'stage')
  const obstacles = uidsOf(store, 'obstacle')
  switch (random.below(9)) {
    case 0:
      w.insert(personEntity, { name: title, links })
      return
    case 1:
      w.insert(skillEntity, { title: { ru: title, en: title } })
      return
    case 2:
      w.insert(stageEntity, { title, plannedStart: '2026-01-01', plannedEnd: '2027-01-01' })
      return
    case 3:
      if (stages.length > 0)
        w.insert(milestoneEntity, { stageUid: random.pick(stages), title, plannedDay: '2026-02-28', links })
      return
    case 4:
      w.insert(obstacleEntity, { title, links })
      return
    case 5:
      if (obstacles.length > 0) w.insert(experimentEntity, { obstacleUid: random.pick(obstacles), title })
      return
    case 6:
      if (skills.length > 0)
        w.insert(assessmentEntity, {
          skillUid: random.pick(skills),
          level: random.below(6),
          day: '2026-11-01',
          evidence: links,
        })
      return
    case 7:
      w.insert(certificationEntity, { title, links })
      return
    default:
      w.insert(activityEntity, {
        title,
        day: '2026-11-01',
        minutes: random.below(1440),
        links,
        tags: [random.pick(WORDS)],
      })
  }
}

const EDITABLE = ['activity', 'person', 'certification'] as const

function editSomething(store: Store, w: Writer, random: Random): void {
  const type = random.pick(EDITABLE)
  const uids = uidsOf(store, type)
  if (uids.length === 0) return
  const name = `${random.pick(WORDS)} ${random.below(100)}`
  const patch = { [type === 'person' ? 'name' : 'title']: name, links: anyLinks(store, random) }
  const uid = random.pick(uids)
  w.update(loose(entities[type]), uid, { ...patch, links: patch.links.filter((link) => link !== uid) })
}

function removeSomething(store: Store, w: Writer, random: Random): void {
  const type = random.pick(['activity', 'person', 'skill', 'stage', 'obstacle', 'milestone', 'certification'] as const)
  const uids = uidsOf(store, type)
  if (uids.length > 0) w.remove(entities[type], random.pick(uids))
}

/** One user action: often a single change, sometimes several at once. */
function act(store: Store, random: Random): number {
  const change = [addSomething, addSomething, editSomething, removeSomething]
  const { batchId } = write(store, 'random', (w) => {
    for (let count = random.below(4) === 0 ? 3 : 1; count > 0; count--) random.pick(change)(store, w, random)
  })
  return batchId
}

it(`${STEPS} random actions, undone and done again, always lead back to the same state`, { timeout: TIMEOUT }, () => {
  const { store } = workspace
  const random = makeRandom(11)
  /** States before each action that still stands, and after each that was undone. */
  const before: Map<string, string>[] = []
  const after: Map<string, string>[] = []
  let present = stateOf(store)
  const counts = { actions: 0, undone: 0, redone: 0 }
  for (let step = 0; step < STEPS; step++) {
    const choice = random.below(10)
    if (choice < 3 && before.length > 0) {
      undo(store)
      after.push(present)
      present = before.pop() ?? present
      counts.undone += 1
    } else if (choice < 5 && after.length > 0) {
      redo(store)
      before.push(present)
      present = after.pop() ?? present
      counts.redone += 1
    } else if (act(store, random) > 0) {
      before.push(present)
      present = stateOf(store)
      after.length = 0
      counts.actions += 1
    }
    expect(stateOf(store), `step ${step}`).toEqual(present)
  }
  expect(Math.min(counts.actions, counts.undone, counts.redone)).toBeGreaterThan(STEPS / 20)
  expect(findDamage(store.sqlite, 'full')).toEqual([])
  while (before.length > 0) {
    undo(store)
    present = before.pop() ?? present
  }
  expect(stateOf(store)).toEqual(present)
})
