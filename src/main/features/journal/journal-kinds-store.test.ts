import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { listOwnKinds } from './journal-kinds-store.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

it('tells the sorted lines that have a kind, oldest first, a title once with its last kind', () => {
  const line = (title: string, fields: object) => add(store, activityEntity, { title, day: '2026-11-20', ...fields })
  line('sync', { kind: 'meeting' })
  line('walk', { kind: 'networking' })
  line('walk home', {})
  line('to be sorted', { kind: 'study', inbox: true })
  line('sync', { kind: 'leadership' })
  expect(listOwnKinds(store)).toEqual([
    { title: 'walk', kind: 'networking' },
    { title: 'sync', kind: 'leadership' },
  ])
})

it('tells only the newest of many', () => {
  for (let index = 0; index < 205; index++)
    add(store, activityEntity, { title: `line ${index}`, day: '2026-11-20', kind: 'study' })
  const lines = listOwnKinds(store)
  expect([lines.length, lines[0]?.title, lines.at(-1)?.title]).toEqual([200, 'line 5', 'line 204'])
})
