import { afterEach, beforeEach, expect, it } from 'vitest'
import { activityEntity } from '#main/store/entities/journal.ts'
import { openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import type { Store } from './database.ts'
import { subjectsOf, subjectUids } from './past-items.ts'
import { write } from './writer.ts'

let store: Store
let close: () => void

beforeEach(() => {
  ;({ store, close } = openTemporaryStore(1_800_000_000_000))
})
afterEach(() => close())

const line = (title: string) => ({ title, day: '2026-11-01', minutes: 30, kind: 'study' }) as const

/** The statements that run in `work`, and how many rows were read one by one. */
function watch(work: () => void): { texts: string[]; read: number } {
  const watched = { texts: [] as string[], read: 0 }
  const { prepare } = store.sqlite
  store.statements.clear()
  Object.assign(store.sqlite, {
    prepare: (text: string) => {
      watched.texts.push(text)
      const statement = prepare.call(store.sqlite, text)
      const iterate = statement.iterate.bind(statement)
      const counted = function* (values: unknown[]) {
        for (const row of iterate(values)) {
          watched.read++
          yield row
        }
      }
      return Object.assign(statement, { iterate: counted })
    },
  })
  try {
    work()
  } finally {
    Object.assign(store.sqlite, { prepare })
    store.statements.clear()
  }
  return watched
}

it('a large action is read as far as it is named, and nothing is sorted for it', () => {
  const { batchId: id } = write(store, 'archive.import', (w) => {
    for (let n = 0; n < 1500; n++) w.insert(activityEntity, line(`Line ${n}`))
  })
  const { texts, read } = watch(() => {
    expect(subjectsOf(store, { id, label: 'archive.import' }, 2)).toMatchObject({
      items: [{ title: 'Line 1499' }, { title: 'Line 1498' }],
      count: 1500,
    })
  })
  expect(read).toBe(2)
  expect(texts.filter((text) => text.includes('count('))).toHaveLength(1)
  const plans = texts.flatMap((text) => {
    const values = text.includes('@') ? [{ batchId: id, type: null }] : text.includes('?') ? [''] : []
    return store.sqlite.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[]
  })
  expect(plans.map(({ detail }) => detail).filter((detail) => detail.includes('change_batch'))).not.toEqual([])
  expect(plans.map(({ detail }) => detail).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
})

it('an item that one action changed twice is named and counted once, where it was changed last', () => {
  const [one, other] = write(store, 'test', (w) =>
    ['One', 'Other'].map((title) => w.insert(activityEntity, line(title))),
  ).result as [string, string]
  for (const label of ['activity.update', 'activity.updateMany']) {
    const { batchId: id } = write(store, label, (w) => {
      const now = store.clock() % 100
      w.update(activityEntity, one, { minutes: now + 100 })
      w.update(activityEntity, other, { minutes: now + 200 })
      w.update(activityEntity, one, { minutes: now + 300 })
    })
    expect(subjectUids(store, { id, label }, 9)).toEqual([one, other])
    expect(subjectsOf(store, { id, label }, 1)).toMatchObject({ items: [{ uid: one }], count: 2 })
  }
})
