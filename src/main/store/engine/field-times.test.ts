import { afterEach, beforeEach, expect, it } from 'vitest'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { entities } from '#main/store/entities/registry.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import type { Store } from './database.ts'
import { keepImportedTimes, readFieldTimes } from './field-times.ts'
import { readDoc } from './rows.ts'
import { undo } from './undo.ts'
import { write } from './writer.ts'

let store: Store
let now: number
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(0)
  store = opened.store
  store.clock = () => now
  close = opened.close
  now = 1
})
afterEach(() => close())

const line = () => add(store, activityEntity, { title: 'a', day: '2026-11-01' })

const timesOf = (uid: string) => readFieldTimes(store, [readDoc(store, entities.activity, uid)]).get(uid)

const change = (uid: string, patch: object, at: number) => {
  now = at
  write(store, 'x', (w) => w.update(activityEntity, uid, patch))
}

it('names the fields that were changed since an item was added, each with the last time', () => {
  const uid = line()
  expect(timesOf(uid)).toBeUndefined()
  change(uid, { title: 'b', minutes: 30 }, 2)
  change(uid, { title: 'c' }, 3)
  expect(timesOf(uid)).toEqual({ title: 3, minutes: 2 })
})

it('counts what an undo put back as changed then, and a removal that was taken back as nothing', () => {
  const uid = line()
  change(uid, { title: 'b' }, 2)
  now = 3
  undo(store)
  expect(timesOf(uid)).toEqual({ title: 3 })
  now = 4
  write(store, 'x', (w) => w.remove(activityEntity, uid))
  now = 5
  undo(store)
  expect(timesOf(uid)).toEqual({ title: 3 })
})

it('sees a link that went with what it led to', () => {
  const person = add(store, personEntity, { name: 'Anna' })
  const uid = add(store, activityEntity, { title: 'a', day: '2026-11-01', links: [person] })
  now = 7
  write(store, 'x', (w) => w.remove(personEntity, person))
  expect(timesOf(uid)).toEqual({ links: 7 })
  change(uid, { minutes: 5 }, 8)
  expect(timesOf(uid)).toEqual({ links: 7, minutes: 8 })
  now = 9
  undo(store)
  now = 10
  undo(store)
  expect(timesOf(uid)).toEqual({ links: 10, minutes: 9 })
})

it('keeps what an import brought along until the field is changed here', () => {
  const uid = line()
  keepImportedTimes(store, new Map([[uid, { title: -5, notes: -4 }]]))
  change(uid, { title: 'b' }, 9)
  expect(timesOf(uid)).toEqual({ title: 9, notes: -4 })
})
