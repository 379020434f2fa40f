import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { listLastLines, listUsedTags, listUsualLines } from './journal-last-store.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})
afterEach(() => close())

it('the last lines are each title once, as it was entered last, with what it was about', () => {
  const project = add(store, projectEntity, { title: 'Kurs' })
  add(store, activityEntity, { title: 'Стендап', day: '2026-11-20', minutes: 15, kind: 'meeting' })
  add(store, activityEntity, { title: 'Релиз', day: '2026-11-22', minutes: 90, links: [project], tags: ['важно'] })
  add(store, activityEntity, { title: 'Стендап', day: '2026-11-01', minutes: 20, kind: 'meeting' })
  expect(listLastLines(store)).toEqual([
    { title: 'Стендап', kind: 'meeting', minutes: 20, tags: [], refs: [] },
    {
      title: 'Релиз',
      kind: null,
      minutes: 90,
      tags: ['важно'],
      refs: [{ uid: project, type: 'project', title: 'Kurs', day: null }],
    },
  ])
})

it('visibility of which it is said what it was is not offered to be repeated without that', () => {
  const talk = { day: '2026-11-20', kind: 'visibility' } as const
  add(store, activityEntity, { ...talk, title: 'Доклад', visibilityKind: 'talk' })
  add(store, activityEntity, { ...talk, title: 'Пост', visibleTo: 'outside' })
  add(store, activityEntity, { ...talk, title: 'Демо' })
  expect(listLastLines(store).map(({ title }) => title)).toEqual(['Демо'])
})

it('what is usual on this weekday is offered as it was entered last, until it is entered', () => {
  const project = add(store, projectEntity, { title: 'Kurs' })
  for (const day of ['2026-11-02', '2026-11-09', '2026-11-16'])
    add(store, activityEntity, { title: '1:1 с Иваном', day, minutes: 30, kind: 'meeting', links: [project] })
  add(store, activityEntity, { title: '1:1 с Иваном', day: '2026-11-16', minutes: 45, kind: 'meeting' })
  add(store, activityEntity, { title: 'Стендап', day: '2026-11-16', minutes: 15 })
  expect(listUsualLines(store)).toEqual([{ title: '1:1 с Иваном', kind: 'meeting', minutes: 45, tags: [], refs: [] }])
  add(store, activityEntity, { title: '1:1 с Иваном', day: '2026-11-23', minutes: 30 })
  expect(listUsualLines(store)).toEqual([])
})

it('the most usual is offered first, whatever was entered last', () => {
  const enter = (title: string, ...days: string[]) => {
    for (const day of days) add(store, activityEntity, { title, day })
  }
  enter('Always', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16')
  enter('Often', '2026-11-02', '2026-11-09', '2026-11-16')
  expect(listUsualLines(store).map(({ title }) => title)).toEqual(['Always', 'Often'])
})

it('tags are those in use, of whatever, most used first', () => {
  add(store, projectEntity, { title: 'Kurs', tags: ['b', 'c'] })
  add(store, activityEntity, { title: 'Line', day: '2026-11-20', tags: ['b', 'a'] })
  expect(listUsedTags(store)).toEqual(['b', 'a', 'c'])
})

it('an empty journal has neither', () => {
  expect([listLastLines(store), listUsedTags(store)]).toEqual([[], []])
})
