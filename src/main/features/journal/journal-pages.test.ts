import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import type { JournalFilter } from '#shared/contract/journal.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { listDays, pageActivities, sumKinds, totalActivities } from './journal-pages-store.ts'
import { kindTotals } from './journal-totals-store.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

/** All titles a filter finds, read page by page. */
function pages(filter: JournalFilter, limit: number): string[] {
  const titles: string[] = []
  for (;;) {
    const { lines } = pageActivities(store, { filter, skip: titles.length, limit })
    expect(lines.length).toBeLessThanOrEqual(limit)
    titles.push(...lines.map(({ title }) => title))
    if (lines.length < limit) return titles
  }
}

describe('pages of a filtered journal', () => {
  const kinds = ActivityKind.options.slice(0, 3)

  beforeEach(() => {
    for (let n = 0; n < 30; n++) {
      const day = `2026-0${1 + (n % 3)}-0${1 + (n % 4)}`
      const kind = n % 7 === 0 ? null : (kinds[n % 3] ?? null)
      add(store, activityEntity, { title: String(n), day, kind, minutes: n, notes: n % 2 === 0 ? 'чётная' : '' })
    }
  })

  /** The same filter applied to all entries, without an index or a page. */
  const expected = (fits: (line: { kind: string | null; day: string; n: number }) => boolean) =>
    (store.sqlite.prepare('SELECT title, kind, day, id FROM activity').all() as never[])
      .map((row: { title: string; kind: string | null; day: string; id: number }) => ({ ...row, n: Number(row.title) }))
      .filter(fits)
      .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id)
      .map(({ title }) => title)

  it.each([1, 4, 7, 50])('hold every line once and in order, %d at a time', (limit) => {
    expect(pages({}, limit)).toEqual(expected(() => true))
    for (const wanted of [kinds.slice(0, 1), kinds.slice(1), kinds])
      expect(pages({ kinds: wanted }, limit)).toEqual(
        expected(({ kind }) => (wanted as (string | null)[]).includes(kind)),
      )
    expect(pages({ kinds, from: '2026-02-02', to: '2026-03-01', text: 'чет' }, limit)).toEqual(
      expected(({ kind, day, n }) => kind !== null && day >= '2026-02-02' && day <= '2026-03-01' && n % 2 === 0),
    )
    expect(pages({ kinds: ['certification'] }, limit)).toEqual([])
  })

  it('about an item that is not there any more hold nothing', () => {
    const about = '019a0000-0000-7000-8000-000000000001'
    for (const filter of [{ about }, { about, kinds, from: '2026-01-01' }, { about, text: 'чет' }]) {
      expect(pages(filter, 50)).toEqual([])
      expect(sumKinds(store, { filter })).toEqual([])
      expect(totalActivities(store, { filter })).toMatchObject({ count: 0, minutes: 0 })
      expect(listDays(store, { filter })).toEqual([])
    }
  })

  it.each([1, 4, 50])('about an item hold its lines once and in order, %d at a time', (limit) => {
    const about = add(store, personEntity, { name: 'Анна' })
    const other = add(store, personEntity, { name: 'Пётр' })
    for (let n = 100; n < 120; n++) {
      const links = n % 3 === 0 ? [about, other] : n % 3 === 1 ? [other] : []
      add(store, activityEntity, { title: String(n), day: `2026-04-0${1 + (n % 4)}`, links, minutes: n, kind: 'study' })
    }
    // Only links of activities have a day: a project is not a journal entry and must not be found.
    add(store, projectEntity, { title: 'Проект', kind: 'pet', links: [about] })
    const isAbout = (n: number) => n >= 100 && n % 3 === 0
    expect(pages({ about }, limit)).toEqual(expected(({ n }) => isAbout(n)))
    expect(pages({ about, from: '2026-04-02', to: '2026-04-03' }, limit)).toEqual(
      expected(({ n, day }) => isAbout(n) && day >= '2026-04-02' && day <= '2026-04-03'),
    )
    expect(pages({ about, kinds: ['study'], from: '2026-04-02' }, limit)).toEqual(
      expected(({ n, day }) => isAbout(n) && day >= '2026-04-02'),
    )
    expect(pages({ about, text: '10' }, limit)).toEqual(expected(({ n }) => isAbout(n) && n < 110))
  })

  it('agree with the totals by kind of any period', () => {
    for (const [from, to] of [
      ['2026-01-02', '2026-03-02'],
      ['2026-02-01', '2026-02-28'],
      ['2026-01-01', '2026-01-01'],
    ] as const) {
      const byKind = kindTotals(store, { start: from, end: to }).map(({ kind, minutes, activities }) => [
        kind,
        minutes,
        activities,
      ])
      for (const kind of [null, ...kinds]) {
        const lines = expected((line) => line.kind === kind && line.day >= from && line.day <= to).map(Number)
        const sum = lines.reduce((total, minutes) => total + minutes, 0)
        if (lines.length > 0) expect(byKind).toContainEqual([kind, sum, lines.length])
        else expect(byKind.some(([found]) => found === kind)).toBe(false)
      }
    }
  })
})
