import { afterEach, describe, expect, it } from 'vitest'
import { findItems } from '#main/features/search/search-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { readDoc } from '#main/store/engine/rows.ts'
import { undoState } from '#main/store/engine/undo.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { ActivityFields } from '#shared/model/activity.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { fillSynthetic, type SyntheticOrder } from './synthetic-store.ts'

const TODAY = '2026-11-18'
const ORDER: SyntheticOrder = { activities: 1200, years: 6, seed: 7, language: 'ru', today: TODAY }

const opened: (() => void)[] = []
const open = (): Store => {
  const { store, close } = openTemporaryStore(new Date(`${TODAY}T20:00:00`).getTime())
  opened.push(close)
  return store
}
const fill = (order: Partial<SyntheticOrder> = {}): Store => {
  const store = open()
  fillSynthetic(store, { ...ORDER, ...order })
  return store
}
afterEach(() => {
  for (const close of opened.splice(0)) close()
})

const rows = <Row>(store: Store, sql: string) => store.sqlite.prepare(sql).all() as Row[]
const first = <Row>(store: Store, sql: string) => rows<Row>(store, sql)[0]
const dump = (store: Store) =>
  JSON.stringify(['item', 'activity', 'link', 'item_tag'].map((table) => rows(store, `SELECT * FROM ${table}`)))

describe('fillSynthetic', () => {
  it('is the same for the same seed and another one for another', () => {
    const one = dump(fill())
    expect(dump(fill())).toBe(one)
    expect(dump(fill({ seed: 8 }))).not.toBe(one)
  })

  it.each(['ru', 'en'] as const)('writes lines of about 950 bytes over all the years (%s)', (language) => {
    const store = fill({ language })
    const size = first<{ n: number; bytes: number; first: string; last: string }>(
      store,
      `SELECT count(*) AS n, avg(length(CAST(title || notes AS BLOB))) AS bytes, min(day) AS first, max(day) AS last
       FROM activity`,
    )
    expect(size?.n).toBe(1200)
    expect(size?.bytes).toBeGreaterThan(880)
    expect(size?.bytes).toBeLessThan(1000)
    expect(size?.first.slice(0, 7)).toBe('2020-11')
    expect(size?.last && size.last <= TODAY && size.last > '2026-10').toBe(true)
  })

  it('keeps the rules of the model and the shape the engine gives its rows', () => {
    const store = fill({ activities: 300 })
    const lines = rows<{ uid: string }>(store, "SELECT uid FROM item WHERE type = 'activity'")
    for (const { uid } of lines) {
      const {
        uid: _uid,
        createdAt: _at,
        updatedAt: _changed,
        ...fields
      } = readDoc(store, activityEntity as unknown as Entity, uid)
      expect(ActivityFields.safeParse(fields).success).toBe(true)
    }
    const wrong = `link JOIN activity ON activity.id = link.source_id
      WHERE link.day <> activity.day OR link.minutes <> activity.minutes OR link.minutes IS NULL`
    expect(first(store, `SELECT count(*) AS n FROM ${wrong}`)).toEqual({ n: 0 })
    expect(rows(store, 'PRAGMA foreign_key_check')).toEqual([])
    expect(findItems(store, { text: 'надежност', order: 'relevance', limit: 5 }).items.length).toBe(5)
  })

  it('has a plan and everything beside the journal, and nothing to undo', () => {
    const store = fill({ activities: 0 })
    for (const table of ['plan', 'person', 'project', 'learning', 'certification', 'achievement', 'assessment'])
      expect(first<{ n: number }>(store, `SELECT count(*) AS n FROM ${table}`)?.n, table).toBeGreaterThan(0)
    expect(undoState(store).undo).toBeNull()
  })

  it('never writes into a workspace that has data', () => {
    const store = open()
    add(store, activityEntity, { title: 'mine', day: TODAY })
    expect(refusal(() => fillSynthetic(store, ORDER))).toContain('workspace-not-empty')
  })
})
