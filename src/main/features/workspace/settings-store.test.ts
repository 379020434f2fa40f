import { afterEach, beforeEach, expect, it } from 'vitest'
import { holdStore, releaseStore, type Store } from '#main/store/engine/database.ts'
import { openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { readSettings, saveSettings } from './settings-store.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

it('keeps what was set, and has a default for what was not or cannot be read', () => {
  expect(saveSettings(store, { theme: 'dark', language: undefined })).toMatchObject({ theme: 'dark', language: null })
  store.sqlite.prepare("INSERT INTO setting (key, value) VALUES ('weekStartsOn', '5'), ('demo', 'true')").run()
  expect(readSettings(store)).toMatchObject({
    language: null,
    theme: 'dark',
    weekStartsOn: 1,
    otherColumns: [],
    listLooks: [],
  })
  saveSettings(store, { listLooks: ['achievements.year'] })
  expect(readSettings(store).listLooks).toEqual(['achievements.year'])
})

it('says why nothing can be set while the data is exchanged', () => {
  holdStore(store, 'busy')
  expect(refusal(() => saveSettings(store, { theme: 'dark' }))).toContain('busy')
  releaseStore(store, 'busy')
  expect(saveSettings(store, { theme: 'dark' }).theme).toBe('dark')
})
