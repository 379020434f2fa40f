import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { getTableName } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { readDoc } from '#main/store/engine/rows.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import type { Doc, Entity } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import { reviewEntity } from '#main/store/entities/reviews.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { isChangedBy, READS } from '#shared/contract/reads.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { Day } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'
import type { ReviewFields } from '#shared/model/review.ts'
import type { Subject } from '#shared/model/subject.ts'
import { fillSample, openSample } from '../../../tests/fixtures/sample-workspace.ts'
import type { AppContext } from './context.ts'
import { router } from './router.ts'
import { createUploadPieces } from './upload-pieces.ts'

const NOW = Date.UTC(2026, 10, 15)

let dir: string
let workspace: Workspace
let store: Store
let inputs: Record<string, unknown>
const answers = new Map<string, string>()

const uidsOf = (type: ItemType): string[] =>
  readRows<{ uid: string }>(store, 'SELECT uid FROM item WHERE type = ? ORDER BY id', [type]).map(({ uid }) => uid)

const uidOf = (type: ItemType): string => uidsOf(type)[0] ?? ''

/** Input of each procedure; procedures not listed take none. */
function inputsOf(): Record<string, unknown> {
  const filter = { text: '', kinds: ['study'], about: uidOf('skill'), tag: 'a', inbox: false }
  const byUid = [
    'achievement',
    'certification',
    'initiative',
    'learning',
    'obstacle',
    'person',
    'project',
    'skill',
    'step',
  ] as const
  const features = { person: 'people', learning: 'learning' } as Record<string, string>
  return {
    ...Object.fromEntries(byUid.map((type) => [`${features[type] ?? `${type}s`}.get`, { uid: uidOf(type) }])),
    'attachments.list': { ownerUid: uidOf('activity') },
    'catalogue.practice': { key: 'programming' },
    'load.get': { uid: uidOf('loadEntry') },
    'load.hours': { weekStartsOn: 1 },
    'skills.evidence': { uid: uidOf('skill') },
    'steps.next': { time: 'evening' },
    'history.page': { text: 'a' },
    'history.ofItem': { uid: uidOf('skill') },
    'journal.get': { uid: uidOf('activity') },
    'journal.page': { filter, limit: 50 },
    'journal.days': { filter },
    'journal.totals': { filter },
    'journal.kinds': { filter },
    'metrics.get': { uid: uidOf('metric') },
    'metricPoints.recorded': { metricUid: uidOf('metric') },
    'metricPoints.get': { uid: uidOf('metricPoint') },
    'metricPoints.list': { metricUid: uidOf('metric') },
    'overview.get': { weekStartsOn: 1 },
    'plan.counted': { requirementUid: uidOf('requirement') },
    'plan.variants': { stageUid: uidOf('stage') },
    'reviews.get': { uid: uidOf('review') },
    'reviews.facts': { periodStart: '2026-01-01', periodEnd: '2026-12-31' },
    'search.find': { text: '' },
    'search.named': { uids: [uidOf('skill')] },
  }
}

const procedures = Object.entries(READS).flatMap(([feature, names]) =>
  Object.keys(names).map((name) => [feature, name] as const),
)

/** A procedure's present answer as text, or its error when it fails. */
async function ask([feature, name]: readonly [string, string]): Promise<string> {
  const context: AppContext = {
    workspace,
    store,
    options: { workspace, rendererDir: dir, version: '0.0.0', powers: {}, host: 'browser' },
    uploads: createUploadPieces(),
  }
  const client = createRouterClient(router, { context }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  try {
    return JSON.stringify(await client[feature]?.[name]?.(inputs[`${feature}.${name}`] ?? {}))
  } catch (error) {
    return `failed: ${(error as { code?: string }).code ?? String(error)}`
  }
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-reads-'))
  workspace = openSample(join(dir, 'workspace'), () => NOW)
  store = workspace.store
  await fillSample(workspace)
  const period = { periodStart: '2025-01-01', periodEnd: '2025-12-31' }
  const removal = write(store, 'review.remove', (w) => w.remove(reviewEntity, w.insert(reviewEntity, period)))
  inputs = { ...inputsOf(), 'history.removedBy': { batchId: removal.batchId } }
  for (const procedure of procedures) answers.set(procedure.join('.'), await ask(procedure))
})

afterAll(() => {
  workspace.close()
  rmSync(dir, { recursive: true })
})

/** The statements a procedure runs. */
async function statementsOf(procedure: readonly [string, string]): Promise<string[]> {
  const texts = new Set<string>()
  const prepare = store.sqlite.prepare
  store.statements.clear()
  Object.assign(store.sqlite, {
    prepare: (text: string) => {
      texts.add(text)
      return prepare.call(store.sqlite, text)
    },
  })
  try {
    expect(await ask(procedure)).not.toMatch(/^failed/)
  } finally {
    Object.assign(store.sqlite, { prepare })
  }
  return [...texts]
}

const explain = <Step>(how: string, text: string) =>
  store.sqlite.prepare(`${how} ${text}`).all(...valuesFor(text)) as Step[]

/** Types whose tables the statements of a procedure open, as SQLite compiled them. */
async function typesOpened(procedure: readonly [string, string]): Promise<ItemType[]> {
  const texts = await statementsOf(procedure)
  const sql = 'SELECT rootpage AS page, tbl_name AS name FROM sqlite_schema'
  const pages = new Map(readRows<{ page: number; name: string }>(store, sql, []).map(({ page, name }) => [page, name]))
  const steps = texts.flatMap((text) => explain<{ opcode: string; p2: number }>('EXPLAIN', text))
  const tables = new Set(steps.filter(({ opcode }) => opcode === 'OpenRead').map(({ p2 }) => pages.get(p2)))
  return Object.values(entities).flatMap(({ type, table }) => (tables.has(getTableName(table)) ? [type] : []))
}

/** Tables that grow with every journal entry. */
const GROWING = ['item', 'activity', 'link', 'item_tag', 'item_text', 'change', 'batch']

/** Steps of query plans that scan the whole of such a table, under any alias. */
async function walksOf(procedure: readonly [string, string]): Promise<string[]> {
  const texts = await statementsOf(procedure)
  return texts.flatMap((text) => {
    const aliases = [...text.matchAll(new RegExp(`\\b(?:${GROWING.join('|')})"? AS "?(\\w+)`, 'g'))].map(
      ([, name]) => name,
    )
    const walk = new RegExp(`^SCAN (${[...GROWING, ...aliases].join('|')})\\b`)
    return explain<{ detail: string }>('EXPLAIN QUERY PLAN', text)
      .map(({ detail }) => detail)
      .filter((detail) => walk.test(detail))
  })
}

/** A placeholder for each parameter: EXPLAIN does not run the statement. */
function valuesFor(text: string): unknown[] {
  const named = Object.fromEntries([...text.matchAll(/[@:$]([a-zA-Z]\w*)/g)].map(([, name = '']) => [name, null]))
  const unnamed = [...text.replaceAll(/'[^']*'/g, '').matchAll(/\?/g)].map(() => null)
  return Object.keys(named).length === 0 ? unnamed : [...unnamed, named]
}

/** Copies of an item that differ in one field and are still valid for its entity. */
function* otherDocs(entity: Entity, doc: Doc): Generator<Doc> {
  for (const [name, value] of Object.entries(doc)) {
    if (name === 'uid' || name === 'createdAt' || name === 'updatedAt') continue
    for (const other of otherValues(value)) {
      const { uid: _uid, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = { ...doc, [name]: other }
      if (entity.fields.safeParse(fields).success) yield { ...doc, [name]: other }
    }
  }
}

function otherValues(value: unknown): unknown[] {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1]
  if (Array.isArray(value)) return [[]]
  if (value === null) return ['2026-05-05', 1]
  if (typeof value === 'object') return 'ru' in value ? ['another text'] : []
  const day = Day.safeParse(value)
  return day.success ? [addDays(day.data, -1)] : [`${String(value)} x`, 'planned', 'done', 'draft', 'failed']
}

/** Makes a change, passes the subjects that listeners are told of to `look`, and rolls the change back. */
async function afterChange<T>(
  work: (w: Writer) => void,
  look: (subjects: readonly Subject[]) => Promise<T>,
): Promise<T> {
  const subjects = new Set<Subject>()
  const listener = ({ types }: { types: readonly Subject[] }) => {
    for (const type of types) subjects.add(type)
  }
  store.listeners.add(listener)
  const { told } = store
  store.sqlite.exec('BEGIN')
  try {
    write(store, 'test', work)
    // This counter is for whoever opens the stream of changes and appears in no answer about the data.
    store.told = told
    return await look([...subjects])
  } finally {
    store.sqlite.exec('ROLLBACK')
    store.listeners.delete(listener)
  }
}

/** Full scans that are allowed, by procedure. */
const WALKS: Record<string, string[]> = {
  // Scans from the end, at most the newest few hundred rows.
  'search.find': ['SCAN change'],
  // Also scans from the end: the newest two thousand rows.
  'journal.ownKinds': ['SCAN activity'],
  'journal.lastLines': ['SCAN activity'],
  // Also scans from the end: the ten thousand tags given last.
  'journal.usedTags': ['SCAN item_tag'],
  // Rows that match the searched words, from the end, at most a few hundred.
  'history.page': ['SCAN item_text VIRTUAL TABLE INDEX 192:M2'],
}

describe('what a procedure says it reads', () => {
  it.each(procedures)('%s.%s opens no table of another type', async (...procedure) => {
    const read = await typesOpened(procedure)
    // A procedure may declare that it reads signed reviews only, and no drafts.
    const isDeclared = (type: ItemType) =>
      isChangedBy(procedure, type === 'review' ? ['review', 'signedReview'] : [type])
    expect(read.filter((type) => !isDeclared(type))).toEqual([])
  })

  it.each(procedures)('%s.%s walks through no table that grows', async (...procedure) => {
    expect(await walksOf(procedure)).toEqual(WALKS[procedure.join('.')] ?? [])
  })

  it.each(Object.values(entities).map((entity) => [entity.type, entity] as const))(
    'covers every change of a %s: no other answer becomes another',
    async (type, entity) => {
      const doc = readDoc(store, entity, uidsOf(type).at(-1) ?? '')
      const changes: ((w: Writer) => void)[] = [
        ...[...otherDocs(entity, doc)].map((other) => (w: Writer) => w.restore(entity, doc.uid, other, null)),
        (w) => w.remove(entity, doc.uid),
      ]
      // A template is only added and removed.
      expect(changes.length).toBeGreaterThan(type === 'template' ? 0 : 1)
      for (const change of changes)
        await afterChange(change, async (subjects) => {
          expect(subjects).toContain(type)
          for (const procedure of procedures) {
            if (isChangedBy(procedure, subjects)) continue
            expect([procedure, subjects, await ask(procedure)]).toEqual([
              procedure,
              subjects,
              answers.get(procedure.join('.')),
            ])
          }
        })
    },
  )

  it('leaves the facts of a year as they are while its review is written, and not once one is signed', async () => {
    const facts = ['reviews', 'facts']
    const draft = uidsOf('review').at(-1) ?? ''
    const answers = [{ key: 'a', prompt: 'A?', answer: 'typed' }]
    const written = (w: Writer) => w.update(reviewEntity, draft, { answers, focus: ['typed'] })
    const told = async (subjects: readonly Subject[]) => isChangedBy(facts, subjects)
    expect(await afterChange(written, told)).toBe(false)
    const { periodStart, periodEnd } = readDoc(
      store,
      reviewEntity as unknown as Entity,
      draft,
    ) as unknown as ReviewFields
    const snapshot = { ...(readDoc(store, reviewEntity as unknown as Entity, uidOf('review')).snapshot as object) }
    const signed = { status: 'signed', signedAt: NOW, periodStart, periodEnd, snapshot } as Partial<ReviewFields>
    expect(await afterChange((w) => w.update(reviewEntity, draft, signed), told)).toBe(true)
  })
})
