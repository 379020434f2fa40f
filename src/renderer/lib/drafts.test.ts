import { describe, expect, it } from 'vitest'
import { changedFields, dropDraft, keepDraft, readDraft } from './drafts.ts'

function memoryStorage(): Storage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    clear: () => entries.clear(),
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
  }
}

const initial = { title: 'A', tags: ['x'], cost: null as number | null }

describe('drafts', () => {
  it('hold only what differs from the saved item', () => {
    expect(changedFields(initial, { title: 'B', tags: ['x'], cost: null })).toEqual({ title: 'B' })
    const storage = memoryStorage()
    keepDraft(storage, 'k', initial, { title: 'B', tags: ['x', 'y'], cost: null })
    expect(readDraft(storage, 'k', initial)).toEqual({ title: 'B', tags: ['x', 'y'] })
    // Another field was saved meanwhile: the draft does not take it back.
    expect({ ...initial, cost: 5, ...readDraft(storage, 'k', { ...initial, cost: 5 }) }).toMatchObject({ cost: 5 })
  })

  it('are gone when everything is as it was, after saving, or when the item already says the same', () => {
    const storage = memoryStorage()
    keepDraft(storage, 'k', initial, { ...initial, title: 'B' })
    expect(readDraft(storage, 'k', { ...initial, title: 'B' })).toBeNull()
    keepDraft(storage, 'k', initial, initial)
    expect(storage.length).toBe(0)
    keepDraft(storage, 'k', initial, { ...initial, title: 'B' })
    dropDraft(storage, 'k')
    expect(readDraft(storage, 'k', initial)).toBeNull()
  })

  it('that cannot be read, or name fields that no longer exist, are no drafts', () => {
    const storage = memoryStorage()
    storage.setItem('kurs.draft.k', '{')
    expect(readDraft(storage, 'k', initial)).toBeNull()
    storage.setItem('kurs.draft.k', '{"old":1}')
    expect(readDraft(storage, 'k', initial)).toBeNull()
  })
})
