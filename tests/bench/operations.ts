import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { v7 as uuidv7 } from 'uuid'
import { writeArchive } from '#main/features/exchange/archive/archive-export.ts'
import { listDays, pageActivities } from '#main/features/journal/journal-pages-store.ts'
import { monthKindTotals, totalsAbout } from '#main/features/journal/journal-totals-store.ts'
import { getOverview } from '#main/features/overview/overview-store.ts'
import { readForecast } from '#main/features/plan/forecast-store.ts'
import { findItems } from '#main/features/search/search-store.ts'
import { openSnapshot, type Store } from '#main/store/engine/database.ts'
import { createItem } from '#main/store/engine/items.ts'
import { insertDoc } from '#main/store/engine/rows.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { toDayOrder, windowOf } from '#shared/domain/calendar/day-order.ts'
import { createDraws } from '#shared/domain/forecast/draws.ts'
import { AS_IT_IS, forecastPlan } from '#shared/domain/forecast/forecast-plan.ts'
import { ftsQuery } from '#shared/domain/text/text.ts'
import { type ActivityFields, emptyActivity } from '#shared/model/activity.ts'
import type { Figure, Goal } from './goals.ts'
import { compare, type Runs } from './measure.ts'
import { prepareRaw, type RawLine } from './raw-statements.ts'
import { type BenchWorkspace, callerOf, openEmpty, TODAY } from './workspace.ts'

interface Operation {
  name: string
  runs: Runs
  rounds: number
  goal: Goal
}

/** Lines the list asks for at once. */
const PAGE_SIZE = 50

/** A word that stands in most of the generated notes. */
const COMMON_WORD = 'команда'

/** Its first letter, with which some word of nearly all of them begins; what single letters find is not ranked. */
const COMMON_LETTER = 'к'

const rowsOf = <Row>(store: Store, sql: string, ...values: unknown[]) =>
  store.sqlite.prepare(sql).all(...values) as Row[]

/** Lines like the generated ones: the same texts, links and tags as existing lines have. */
function makeLines(store: Store, count: number): RawLine[] {
  const samples = rowsOf<{ id: number; title: string; notes: string; kind: ActivityFields['kind']; minutes: number }>(
    store,
    'SELECT id, title, notes, kind, minutes FROM activity WHERE inbox = 0 ORDER BY id LIMIT ?',
    count,
  )
  const linksOf = store.sqlite.prepare<[number], { id: number; uid: string; type: string }>(
    'SELECT item.id, uid, type FROM link JOIN item ON item.id = target_id WHERE source_id = ?',
  )
  const tagsOf = store.sqlite.prepare<[number], { tag: string }>('SELECT tag FROM item_tag WHERE item_id = ?')
  return samples.map(({ id, ...fields }) => {
    const targets = linksOf.all(id)
    const links = targets.map(({ uid }) => uid)
    const tags = tagsOf.all(id).map(({ tag }) => tag)
    const line = { ...emptyActivity, ...fields, day: TODAY, links, tags }
    return { uid: uuidv7(), fields: line, targets }
  })
}

function addOperation(bench: BenchWorkspace): Operation {
  const { store } = bench.workspace
  const call = callerOf(bench)
  const rounds = 300
  const lines = makeLines(store, 400)
  let next = 0
  const line = () => {
    next += 1
    const found = lines[next % lines.length]
    if (found === undefined) throw new Error('No lines')
    return found
  }
  const raw = prepareRaw(store.sqlite)
  return {
    name: 'durable add',
    rounds,
    goal: { ratio: 1.2, extra: 0.5, p99: 8 },
    runs: {
      raw: () => raw.add.immediate({ ...line(), uid: uuidv7() }),
      store: () => createItem(store, activityEntity, { fields: line().fields }),
      contract: () => call('journal/create', { uid: uuidv7(), fields: line().fields }),
    },
  }
}

/** Pages as the list asks for them while it is scrolled: by their days, and what is passed over in the newest. */
function pageOperations(bench: BenchWorkspace, size: number): Operation[] {
  const { store } = bench.workspace
  const call = callerOf(bench)
  const raw = prepareRaw(store.sqlite)
  const order = toDayOrder(listDays(store, { filter: {} }))
  const places = { first: 0, middle: Math.floor(size / 2), last: Math.max(0, size - PAGE_SIZE) }
  return Object.entries(places).map(([name, start]) => {
    const window = windowOf(order, start, start + PAGE_SIZE)
    if (window === null) throw new Error('No such page')
    const { from, to, skip, limit } = window
    const question = { filter: { from, to }, skip, limit }
    return {
      name: `journal page, ${name}`,
      rounds: 300,
      goal: { ratio: 1.8, extra: 0.7 },
      runs: {
        raw: () => raw.page(window),
        store: () => pageActivities(store, question),
        contract: () => call('journal/page', question),
      },
    }
  })
}

function sumOperations(bench: BenchWorkspace): Operation[] {
  const { store } = bench.workspace
  const call = callerOf(bench)
  const raw = prepareRaw(store.sqlite)
  return [
    {
      name: 'days of the journal',
      rounds: 100,
      goal: { ratio: 1.3 },
      runs: {
        raw: () => raw.days(),
        store: () => listDays(store, { filter: {} }),
        contract: () => call('journal/days', { filter: {} }),
      },
    },
    {
      name: 'inbox, first page',
      rounds: 100,
      goal: {},
      runs: {
        store: () => pageActivities(store, { filter: { inbox: true }, limit: 50 }),
        contract: () => call('journal/page', { filter: { inbox: true }, limit: 50 }),
      },
    },
    {
      name: 'year, kind x month',
      rounds: 200,
      goal: { at: { 10000: 0.2, 100000: 1.2 }, ratio: 1.3 },
      runs: { raw: () => raw.year('2025-01', '2025-12'), store: () => monthKindTotals(store, '2025-01', '2025-12') },
    },
    {
      name: 'hours by skill, 10 years',
      rounds: 100,
      goal: { at: { 10000: 1.2, 100000: 12 }, ratio: 1.2 },
      runs: {
        raw: () => raw.skills('2016-01-01', TODAY),
        store: () => totalsAbout(store, 'skill', { start: '2016-01-01', end: TODAY }),
      },
    },
    {
      name: 'overview, one request',
      rounds: 60,
      goal: { at: { 10000: 5, 100000: 15 } },
      runs: {
        store: () => getOverview(store, { weekStartsOn: 1 }),
        contract: () => call('overview/get', {}),
      },
    },
    {
      name: 'facts of a reviewed year',
      rounds: 30,
      goal: {},
      runs: {
        contract: () => call('reviews/facts', { periodStart: '2024-11-18', periodEnd: '2025-11-17' }),
      },
    },
    {
      name: 'facts of the forecast',
      rounds: 60,
      goal: { at: { 10000: 50, 100000: 50 } },
      runs: { store: () => readForecast(store), contract: () => call('plan/forecast', {}) },
    },
    whatIfOperation(store),
    { name: 'skills page', rounds: 60, goal: {}, runs: { contract: () => call('skills/list', {}) } },
  ]
}

/** What a move of the slider costs the page: nothing of it asks the store. */
function whatIfOperation(store: Store): Operation {
  const facts = readForecast(store)
  const drawsOf = createDraws()
  let factor = 1
  const move = () => {
    factor = factor >= 3 ? 0.5 : factor + 0.1
    return forecastPlan(facts, { ...AS_IT_IS, factor }, drawsOf)
  }
  return { name: 'what-if of the forecast', rounds: 60, goal: { at: { 10000: 50, 100000: 50 } }, runs: { store: move } }
}

function searchOperations(bench: BenchWorkspace): Operation[] {
  const { store } = bench.workspace
  const call = callerOf(bench)
  const raw = prepareRaw(store.sqlite)
  const queryOf = (text: string) => ftsQuery(text) ?? ''
  const questionOf = (text: string) => ({ text, order: 'relevance' as const, limit: 50 })
  const [letter, word] = [questionOf(COMMON_LETTER), questionOf(COMMON_WORD)]
  return [
    {
      name: 'search one letter, newest 50',
      rounds: 150,
      goal: { at: { 10000: 0.5, 100000: 1 }, ratio: 1.5, extra: 0.7 },
      runs: {
        raw: () => raw.newest(queryOf(COMMON_LETTER)),
        store: () => findItems(store, letter),
        contract: () => call('search/find', letter),
      },
    },
    {
      name: 'search common, by relevance',
      rounds: 60,
      goal: { at: { 10000: 1.6, 100000: 8 }, ratio: 1.2, extra: 0.7 },
      runs: {
        raw: () => raw.relevant(queryOf(COMMON_WORD)),
        store: () => findItems(store, word),
        contract: () => call('search/find', word),
      },
    },
  ]
}

/** Everything measured on one generated workspace, the writes last; `effort` is the share of the usual rounds. */
export async function measureOperations(bench: BenchWorkspace, size: number, effort = 1): Promise<Figure[]> {
  const operations = [
    ...pageOperations(bench, size),
    ...sumOperations(bench),
    ...searchOperations(bench),
    addOperation(bench),
  ]
  const figures: Figure[] = []
  for (const { name, runs, rounds, goal } of operations)
    figures.push({ size, operation: name, unit: 'ms', samples: await compare(runs, Math.ceil(rounds * effort)), goal })
  return figures
}

/** Bulk writing of the same lines into new databases, and the archive of all. */
export async function measureBulk(bench: BenchWorkspace, size: number): Promise<Figure[]> {
  const { store } = bench.workspace
  const lines = makeLines(store, size)
  const targets = [...new Set(lines.flatMap((line) => line.targets.map(({ id }) => id)))]
  const copies = rowsOf<{ id: number; uid: string; type: string }>(
    store,
    'SELECT id, uid, type FROM item WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(targets),
  )
  let turn = 0
  const fresh = () => {
    turn += 1
    const empty = openEmpty(bench.dir, `import-${turn}.sqlite`)
    const add = empty.sqlite.prepare(
      'INSERT INTO item (id, uid, type, title, created_at, updated_at) VALUES (?, ?, ?, \'""\', 1, 1)',
    )
    for (const { id, uid, type } of copies) add.run(id, uid, type)
    return empty
  }
  const time = (work: (empty: Store) => void) => {
    const empty = fresh()
    const started = performance.now()
    empty.sqlite.transaction(() => work(empty)).immediate()
    const took = performance.now() - started
    empty.sqlite.close()
    return took
  }
  const entity = activityEntity as unknown as Entity
  const rounds = size > 20_000 ? 1 : 3
  const times = { raw: [] as number[], store: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.raw.push(
      time((empty) => {
        const { insert } = prepareRaw(empty.sqlite)
        for (const line of lines) insert(line)
      }),
    )
    times.store.push(
      time((empty) => {
        for (const { uid, fields } of lines) insertDoc(empty, entity, { ...fields, uid, createdAt: 1, updatedAt: 1 })
      }),
    )
  }
  const sampleOf = (list: number[]) => ({
    p50: list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0,
    p99: Math.max(...list),
  })
  return [
    {
      size,
      operation: 'import with links and search',
      unit: 'ms',
      samples: { raw: sampleOf(times.raw), store: sampleOf(times.store) },
      goal: { at: { 10000: 450, 100000: 5_000 }, ratio: 1.1 },
    },
    await measureExport(bench, size),
  ]
}

async function measureExport({ workspace: { store, dir } }: BenchWorkspace, size: number): Promise<Figure> {
  const rawExport = async () => {
    // A connection of its own, as the export has: one that is in the middle of its rows refuses every write.
    const { sqlite } = openSnapshot(store.sqlite.name, store.clock)
    const rows = sqlite.prepare('SELECT * FROM activity JOIN item USING (id) ORDER BY id')
    const others = ['SELECT * FROM link', 'SELECT * FROM item_tag'].map((sql) => sqlite.prepare(sql))
    async function* lines() {
      let batch = ''
      for (const statement of [rows, ...others])
        for (const row of statement.iterate()) {
          batch += `${JSON.stringify(row)}\n`
          if (batch.length > 65_536) {
            yield batch
            batch = ''
          }
        }
      yield batch
    }
    await pipeline(lines, createWriteStream(join(dir, 'raw.ndjson')))
    sqlite.close()
  }
  const ownExport = async () => {
    const snapshot = openSnapshot(store.sqlite.name, store.clock)
    await pipeline(writeArchive(snapshot, dir), createWriteStream(join(dir, 'archive.json')))
    snapshot.sqlite.close()
  }
  const samples = await compare({ raw: rawExport, store: ownExport }, size > 20_000 ? 1 : 3)
  return {
    size,
    operation: 'archive export',
    unit: 'ms',
    samples,
    goal: { at: { 10000: 200, 100000: 1_500 }, ratio: 1.4 },
  }
}
