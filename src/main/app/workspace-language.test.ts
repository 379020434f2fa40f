import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveSettings } from '#main/features/workspace/settings-store.ts'
import { tellListeners } from '#main/store/engine/database.ts'
import { EVERYTHING } from '#shared/model/subject.ts'
import { openTemporaryStore } from '../../../tests/fixtures/temporary-store.ts'
import { followLanguage } from './workspace-language.ts'

let opened: ReturnType<typeof openTemporaryStore>

beforeEach(() => {
  opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
})

afterEach(() => opened.close())

it('tells the language at once and whenever it changes, by whatever way, and says nothing otherwise', () => {
  const { store } = opened
  const told: (string | null)[] = []
  followLanguage({ store }, (chosen) => told.push(chosen))
  expect(told).toEqual([null])
  saveSettings(store, { language: 'ru' })
  saveSettings(store, { theme: 'dark' })
  tellListeners(store, ['activity'])
  expect(told).toEqual([null, 'ru'])
  // A restore replaces the whole database.
  store.sqlite.prepare("UPDATE setting SET value = '\"en\"' WHERE key = 'language'").run()
  tellListeners(store, EVERYTHING)
  expect(told).toEqual([null, 'ru', 'en'])
})
