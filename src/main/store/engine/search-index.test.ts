import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { ftsQuery, SEARCH_TEXT_VERSION } from '#shared/domain/text/text.ts'
import { holdStore, openDatabase, releaseStore, type Store, tellListeners } from './database.ts'
import { migrate } from './migrate.ts'
import { indexedUpTo, keepSearchIndexNew, renewSlice, SEARCH_INDEX_KEY } from './search-index.ts'
import { write } from './writer.ts'

let dir: string
let store: Store

const open = () => openDatabase(join(dir, 'kurs.sqlite'), () => 1_800_000_000_000)

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-search-index-'))
  store = open()
  migrate(store.sqlite)
})

afterEach(() => {
  store.sqlite.close()
  rmSync(dir, { recursive: true })
})

const LINES = 250

/** Items indexed as by a version that did not remove invisible signs yet. */
function makeOldWorkspace(): void {
  const lines = Array.from({ length: LINES }, (_, index) => ({
    title: `Ар\u00adхитектура ${index}`,
    notes: 'Про ﬁnance',
    tags: [`мет\u200bка${index}`],
    day: '2026-11-01',
  }))
  write(store, 'activity.create', (w) => {
    for (const line of lines) w.insert(activityEntity, { ...line, minutes: 10 })
    w.insert(personEntity, { name: 'Андреи\u0306' })
  })
  const old = store.sqlite.prepare('INSERT OR REPLACE INTO item_text (rowid, title, body) VALUES (?, ?, ?)')
  for (const id of store.sqlite.prepare<[], number>('SELECT id FROM item').pluck().all())
    old.run(id, 'ар\u00adхитектура', 'про ﬁnance мет\u200bка')
}

const count = (text: string) =>
  store.sqlite.prepare('SELECT count(*) FROM item_text WHERE item_text MATCH ?').pluck().get(ftsQuery(text))

it('makes the index of an older version anew, slice by slice, and goes on after a kill', () => {
  makeOldWorkspace()
  expect(indexedUpTo(store)).toBe(0)
  expect(count('архитектура')).toBe(0)
  const first = renewSlice(store, 0)
  expect(count('архитектура')).toBe(100)
  expect(first).toBeGreaterThan(0)

  store.sqlite.close()
  store = open()
  expect(indexedUpTo(store)).toBe(first)
  const second = renewSlice(store, Number(first))
  expect(second).toBeGreaterThan(Number(first))
  expect(renewSlice(store, Number(second))).toBeNull()
  expect(count('архитектура')).toBe(LINES)
  expect(count('finance')).toBe(LINES)
  expect(count('метка249')).toBe(1)
  expect(count('андрей')).toBe(1)
  expect(indexedUpTo(store)).toBeNull()
})

it('begins again at another version, and writes only what the versions write differently', () => {
  write(store, 'activity.create', (w) => {
    for (let index = 0; index < 150; index++)
      w.insert(activityEntity, { title: 'Ёлка — «2026» № 7', day: '2026-11-01', minutes: 10 })
  })
  store.sqlite
    .prepare('INSERT INTO setting (key, value) VALUES (?, ?)')
    .run(SEARCH_INDEX_KEY, JSON.stringify({ version: SEARCH_TEXT_VERSION - 1, upTo: null }))
  expect(indexedUpTo(store)).toBe(0)
  const before = store.sqlite.prepare('SELECT total_changes()').pluck().get()
  const next = renewSlice(store, 0)
  expect(store.sqlite.prepare('SELECT total_changes()').pluck().get()).toBe(before)
  expect(renewSlice(store, Number(next))).toBeNull()
  expect(indexedUpTo(store)).toBeNull()
  expect(count('елка 2026')).toBe(150)
})

it('is renewed after the start and after an older database was put into place, never while nothing may be written', async () => {
  const reportDefect = vi.fn()
  makeOldWorkspace()
  const stop = keepSearchIndexNew(store, reportDefect)
  await expect.poll(() => count('архитектура')).toBe(LINES)

  makeOldWorkspace()
  store.sqlite.prepare('DELETE FROM setting').run()
  holdStore(store, 'busy')
  tellListeners(store, ['settings'])
  await new Promise((done) => setTimeout(done, 60))
  expect(count('архитектура')).toBe(0)
  releaseStore(store, 'busy')
  tellListeners(store, ['activity', 'settings'])
  await expect.poll(() => count('архитектура')).toBe(2 * LINES)

  stop()
  store.sqlite.prepare('DELETE FROM setting').run()
  tellListeners(store, ['settings'])
  await new Promise((done) => setTimeout(done, 60))
  expect(store.sqlite.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(0)
  expect(reportDefect).not.toHaveBeenCalled()
})
