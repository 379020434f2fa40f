import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { removeItem } from '#main/store/engine/items.ts'
import { write } from '#main/store/engine/writer.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import type { JournalFilter, JournalKind } from '#shared/contract/journal.ts'
import { type DayOrder, sumDays, toDayOrder, windowOf } from '#shared/domain/calendar/day-order.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import {
  countWaiting,
  findAmong,
  listDays,
  listUids,
  pageActivities,
  sumKinds,
  totalActivities,
} from './journal-pages-store.ts'
import { listTags } from './journal-tags-store.ts'

let store: Store
let close: () => void
let person: string

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
  person = add(store, personEntity, { name: 'Анна' })
})
afterEach(() => close())

const orderOf = (filter: JournalFilter) => toDayOrder(listDays(store, { filter }))

/** Uids of the entries from one place to another, read as the list asks for them. */
function windowUids(filter: JournalFilter, order: DayOrder, start: number, end: number): string[] {
  const window = windowOf(order, start, end)
  if (window === null) return []
  const { skip, limit, from, to } = window
  return pageActivities(store, { filter: { ...filter, from, to }, skip, limit }).lines.map(({ uid }) => uid)
}

/** All uids, read in pages of one size. */
function allWindows(filter: JournalFilter, size: number): string[] {
  const order = orderOf(filter)
  const starts = Array.from({ length: Math.ceil(order.count / size) }, (_, page) => page * size)
  return starts.flatMap((start) => windowUids(filter, order, start, start + size))
}

interface Stored {
  uid: string
  day: string
  kind: string | null
  minutes: number
  inbox: number
  title: string
  about: number
  tagged: number
}

/** All entries, read without an index, a page or a condition. */
const everyLine = () =>
  store.sqlite
    .prepare<[], Stored>(
      `SELECT item.uid, activity.*, item.id IN (SELECT source_id FROM link) AS about,
         item.id IN (SELECT item_id FROM item_tag) AS tagged
       FROM activity JOIN item USING (id) ORDER BY activity.day DESC, activity.id DESC`,
    )
    .all()

/** Filters, each with the same test of one entry. */
const FILTERS: [filter: () => JournalFilter, fits: (line: Stored) => boolean][] = [
  [() => ({}), () => true],
  [() => ({ kinds: ['study', 'meeting'] }), ({ kind }) => kind === 'study' || kind === 'meeting'],
  [() => ({ kinds: ['none', 'reading'] }), ({ kind }) => kind === null || kind === 'reading'],
  [() => ({ text: 'надежн' }), ({ title }) => title.startsWith('Надёжность')],
  [() => ({ text: '' }), () => true],
  [() => ({ text: '***' }), () => false],
  [() => ({ text: '🙂 "', kinds: ['study'] }), () => false],
  [() => ({ tag: 'важно' }), ({ tagged }) => tagged === 1],
  [() => ({ about: person }), ({ about }) => about === 1],
  [() => ({ inbox: true }), ({ inbox }) => inbox === 1],
  [() => ({ inbox: false }), ({ inbox }) => inbox === 0],
  [
    () => ({ about: person, kinds: ['study'], text: 'надежн' }),
    ({ about, kind, title }) => about === 1 && kind === 'study' && title.startsWith('Надёжность'),
  ],
  [
    () => ({ from: '2026-02-03', to: '2026-11-30', tag: 'важно' }),
    ({ day, tagged }) => day >= '2026-02-03' && day <= '2026-11-30' && tagged === 1,
  ],
]

/** Days close together, so that several entries share a day; some days are in the future. */
const line = fc.record({
  day: fc.constantFrom(
    '2024-02-29',
    '2025-12-31',
    '2026-02-03',
    '2026-02-04',
    '2026-11-23',
    '2026-11-24',
    '2026-12-31',
  ),
  kind: fc.constantFrom(null, 'study' as const, 'meeting' as const, 'reading' as const),
  title: fc.constantFrom('Надёжность системы', 'Обед'),
  minutes: fc.integer({ min: 0, max: 240 }),
  inbox: fc.boolean(),
  about: fc.boolean(),
  tagged: fc.boolean(),
})

type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never

const toFields = ({ about, tagged, ...fields }: Line) => ({
  ...fields,
  links: about ? [person] : [],
  tags: tagged ? ['важно'] : [],
})

/** Adds an entry, or removes one. */
function take(step: Line | number): void {
  if (typeof step !== 'number') add(store, activityEntity, toFields(step))
  else {
    const lines = everyLine()
    const chosen = lines[step % Math.max(1, lines.length)]
    if (chosen !== undefined) removeItem(store, activityEntity, chosen)
  }
}

/** The sums by kind must add up to what is done, and each must equal what the journal shows for that kind alone. */
function expectKinds(filter: JournalFilter, done: Stored[]): void {
  const kinds = sumKinds(store, { filter })
  expect(kinds.map(({ kind }) => kind).sort()).toEqual([...new Set(done.map(({ kind }) => kind))].sort())
  for (const { kind, count, minutes } of kinds) {
    const own = done.filter((one) => one.kind === kind)
    expect([count, minutes]).toEqual([own.length, own.reduce((sum, one) => sum + one.minutes, 0)])
    expect(totalActivities(store, { filter: { ...filter, kinds: [(kind ?? 'none') as JournalKind] } })).toMatchObject({
      count,
      minutes,
    })
  }
}

function expectWhole(size: number): void {
  const lines = everyLine()
  for (const [toFilter, fits] of FILTERS) {
    const filter = toFilter()
    const found = lines.filter(fits)
    expect(allWindows(filter, size)).toEqual(found.map(({ uid }) => uid))
    expect(listUids(store, { filter, skip: 1, limit: size })).toEqual(found.slice(1, 1 + size).map(({ uid }) => uid))
    expect(findAmong(store, { filter, of: [person, ...lines.map(({ uid }) => uid)] })).toEqual(
      found.map(({ uid }) => uid),
    )
    expect(listTags(store, { of: found.map(({ uid }) => uid) })).toEqual(
      found.some(({ tagged }) => tagged === 1) ? ['важно'] : [],
    )
    const { done, planned } = sumDays(orderOf(filter), today(store))
    expect([done.lines, done.minutes + planned.minutes]).toEqual([
      found.filter(({ day }) => day <= '2026-11-23').length,
      found.reduce((sum, { minutes }) => sum + minutes, 0),
    ])
    expect(totalActivities(store, { filter })).toMatchObject({
      count: done.lines,
      minutes: done.minutes,
      planned: { count: planned.lines, minutes: planned.minutes },
    })
    expectKinds(
      filter,
      found.filter(({ day }) => day <= '2026-11-23'),
    )
  }
  expect(listTags(store)).toEqual(lines.some(({ tagged }) => tagged === 1) ? ['важно'] : [])
  expect(countWaiting(store).count).toBe(lines.filter(({ inbox }) => inbox === 1).length)
}

describe('windows of the journal', () => {
  it('of any size, one after the other, are the whole order, whatever was added and removed before', () => {
    const steps = fc.array(fc.oneof({ weight: 4, arbitrary: line }, fc.nat()), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 40 }), (taken, size) => {
        for (const step of taken) take(step)
        expectWhole(size)
      }),
      { numRuns: 60 },
    )
  })

  it('are so too where a filter finds many: then they are found in the order of the journal', () => {
    const many = fc.sample(line, { numRuns: 900, seed: 7 })
    write(store, 'test', (w) => {
      for (const one of many) w.insert(activityEntity, toFields({ ...one, about: true, tagged: true }))
    })
    for (const size of [7, 200]) expectWhole(size)
  })

  it('at any place are what stands there in the whole order', () => {
    for (const one of fc.sample(line, { numRuns: 60, seed: 3 })) add(store, activityEntity, toFields(one))
    const uids = everyLine().map(({ uid }) => uid)
    const place = fc.integer({ min: 0, max: 70 })
    fc.assert(
      fc.property(place, place, (start, end) => {
        expect(windowUids({}, orderOf({}), start, end)).toEqual(uids.slice(start, end))
      }),
    )
  })

  it('keep the day totals right', () => {
    for (const [day, minutes] of [
      ['2026-11-23', 30],
      ['2026-11-23', 15],
      ['2026-11-20', 5],
      ['2025-01-02', 0],
    ] as const)
      add(store, activityEntity, { title: 'Line', day, minutes })
    expect(listDays(store, { filter: {} })).toEqual([
      {
        month: '2026-11',
        days: [
          [23, 2, 45],
          [20, 1, 5],
        ],
      },
      { month: '2025-01', days: [[2, 1, 0]] },
    ])
  })
})

/** Query plans of the statements that `work` runs, one line a step. */
function plansOf(work: () => void): string[] {
  const { sqlite } = store
  const prepare = sqlite.prepare.bind(sqlite)
  const texts: string[] = []
  sqlite.prepare = ((text: string) => {
    texts.push(text)
    return prepare(text)
  }) as typeof sqlite.prepare
  store.statements.clear()
  try {
    work()
  } finally {
    sqlite.prepare = prepare as typeof sqlite.prepare
  }
  return texts.flatMap((text) =>
    prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${text.replace(/[:@]\w+|\?/g, '1')}`)
      .all()
      .map(({ detail }) => detail),
  )
}

describe('no page reads more of the journal than itself', () => {
  const wholeTable = /^SCAN activity$|^SCAN activity USING INDEX/

  it('whatever the filter and the place', () => {
    write(store, 'test', (w) => {
      for (const one of fc.sample(line, { numRuns: 900, seed: 7 }))
        w.insert(activityEntity, toFields({ ...one, about: true, tagged: true }))
    })
    for (const [toFilter] of FILTERS)
      for (const skip of [0, 3]) {
        const filter = { from: '2026-02-03', to: '2026-11-30', ...toFilter() }
        const plans = plansOf(() => pageActivities(store, { filter, skip, limit: 50 }))
        expect(plans.length).toBeGreaterThan(3)
        // Links, tags and sets are looked up; of the journal itself only some days are read, within an index.
        expect(plans.filter((plan) => /^SCAN (activity|item|link|item_tag)\b/.test(plan))).toEqual([])
      }
  })

  it('and the days are counted within an index, in its order', () => {
    for (const [toFilter] of FILTERS.filter(([toOne]) => toOne().inbox !== false)) {
      const plans = plansOf(() => listDays(store, { filter: toFilter() }))
      expect(plans.filter((plan) => wholeTable.test(plan))).toEqual([])
    }
    for (const [toFilter] of FILTERS.filter(([toOne]) => toOne().inbox !== false)) {
      const plans = plansOf(() => sumKinds(store, { filter: toFilter() }))
      expect(plans.filter((plan) => wholeTable.test(plan))).toEqual([])
    }
    for (const [toFilter] of FILTERS) {
      const filter = { from: '2026-02-03', to: '2026-11-30', ...toFilter() }
      const plans = plansOf(() => listUids(store, { filter, skip: 3, limit: 50 }))
      expect(plans.filter((plan) => /^SCAN (activity|item|link|item_tag)\b/.test(plan))).toEqual([])
    }
    for (const [toFilter] of FILTERS) {
      const filter = toFilter()
      const plans = plansOf(() => findAmong(store, { filter, of: [person] }))
      expect(plans.filter((plan) => /^SCAN (item|link|item_tag)\b/.test(plan))).toEqual([])
      // The given entries come first: if they were joined with a set, the set would be gone through for each entry.
      if (filter.text || filter.about || filter.tag) expect(plans).toContain('CO-ROUTINE activity')
    }
    // The search goes from tag to tag, not from entry to entry.
    expect(plansOf(() => listTags(store)).filter((plan) => /SCAN (activity|item)/.test(plan))).toEqual([])
    expect(plansOf(() => countWaiting(store))).toEqual([
      'SEARCH activity USING COVERING INDEX activity_inbox (inbox=?)',
    ])
  })
})
