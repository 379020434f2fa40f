import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { type Row, selectRows, toDocs } from '#main/store/engine/rows.ts'
import { buildOnce } from '#main/store/engine/statements.ts'
import { redo, undo } from '#main/store/engine/undo.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import { attachmentEntity } from '#main/store/entities/attachments.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import type { Doc, Entity } from '#main/store/entities/entity.ts'
import { initiativeEntity } from '#main/store/entities/initiatives.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { metricEntity, metricPointEntity } from '#main/store/entities/metrics.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { milestoneEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { entities } from '#main/store/entities/registry.ts'
import { assessmentEntity, skillEntity } from '#main/store/entities/skills.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { findDamage } from '#main/store/safety/integrity.ts'
import { canonicalJson } from '#shared/domain/keeping/canonical-json.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { openSample } from '../fixtures/sample-workspace.ts'
import { connect, readLists } from './lib/lists.ts'
import { IS_FULL, makeRandom, type Random, TIMEOUT } from './lib/random.ts'

const STEPS = IS_FULL ? 10_000 : 1000
/** Reading all lists through the contract takes its time, so it is done for several actions at once. */
const ROUNDS = STEPS / 40

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

const selectAll = (store: Store, entity: Entity) => selectRows(store, entity).prepare()

function readAll(store: Store, entity: Entity): Doc[] {
  return toDocs(store, entity, buildOnce(store, selectAll, entity).all() as Row[])
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

/** A few items that files are attached to, so that each gets several. */
const ownersIn = (store: Store): string[] => [
  ...uidsOf(store, 'obstacle').slice(0, 3),
  ...uidsOf(store, 'activity').slice(0, 3),
]

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
  const metrics = uidsOf(store, 'metric')
  const people = uidsOf(store, 'person')
  switch (random.below(14)) {
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
    case 8: {
      const owners = ownersIn(store)
      const file = { name: `${title}.txt`, size: 1, hash: '0'.repeat(64) }
      if (owners.length > 0) w.insert(attachmentEntity, { ...file, ownerUid: random.pick(owners) })
      return
    }
    case 9:
      if (metrics.length > 0)
        w.insert(metricPointEntity, { metricUid: random.pick(metrics), day: '2026-11-01', value: random.below(100) })
      return
    case 10:
      if (stages.length > 0)
        w.insert(requirementEntity, { stageUid: random.pick(stages), kind: 'certification', count: 1, note: title })
      return
    case 11:
      w.insert(random.pick([loose(learningEntity), loose(projectEntity), loose(metricEntity)]), { title })
      return
    case 12:
      // The same people in several roles.
      w.insert(initiativeEntity, { title, links, stakeholders: people.slice(-3), ownerUid: people.at(-1) ?? null })
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

const EDITABLE = ['activity', 'person', 'certification', 'initiative'] as const

function editSomething(store: Store, w: Writer, random: Random): void {
  const type = random.pick(EDITABLE)
  const uids = uidsOf(store, type)
  if (uids.length === 0) return
  const name = `${random.pick(WORDS)} ${random.below(100)}`
  const patch = { [type === 'person' ? 'name' : 'title']: name, links: anyLinks(store, random) }
  const uid = random.pick(uids)
  w.update(loose(entities[type]), uid, { ...patch, links: patch.links.filter((link) => link !== uid) })
}

const REMOVABLE = [
  'activity',
  'person',
  'skill',
  'stage',
  'obstacle',
  'milestone',
  'certification',
  'attachment',
  'metric',
  'learning',
  'initiative',
] as const

function removeSomething(store: Store, w: Writer, random: Random): void {
  const type = random.pick(REMOVABLE)
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

it(`${STEPS} random actions, undone and done again, always lead back to the same state`, {
  timeout: TIMEOUT,
}, async () => {
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

it(`${ROUNDS} times a few actions, taken back and done again, leave every list in its order`, {
  timeout: TIMEOUT,
}, async () => {
  const { store } = workspace
  const client = connect(workspace)
  const random = makeRandom(12)
  const lists = () => readLists(client, ownersIn(store))
  for (let round = 0; round < ROUNDS; round++) {
    const before = await lists()
    let actions = 0
    for (let step = 0; step < 10; step++) if (act(store, random) > 0) actions += 1
    const after = await lists()
    for (let step = 0; step < actions; step++) undo(store)
    expect(await lists(), `round ${round}, undone`).toEqual(before)
    for (let step = 0; step < actions; step++) redo(store)
    expect(await lists(), `round ${round}, done again`).toEqual(after)
    // Lists that only grow would hide what removals do to them.
    if (random.below(3) === 0) for (let step = 0; step < actions; step++) undo(store)
  }
})
