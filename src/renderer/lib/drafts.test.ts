import { describe, expect, it } from 'vitest'
import { type AchievementFields, liftAchievementDraft } from '#shared/model/achievement.ts'
import type { DraftBox } from './draft-box.ts'
import { changedFields, keepDraft, readDraft, savedPart } from './drafts.ts'

const initial = { title: 'A', tags: ['x'], cost: null as number | null, day: '2026-11-26' }

function memoryBox(): DraftBox & { texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    read: (key) => texts.get(key) ?? null,
    keep: (key, text) => void (text === null ? texts.delete(key) : texts.set(key, text)),
  }
}

describe('drafts', () => {
  it('hold only what differs from the saved item, and what it was before', () => {
    expect(changedFields(initial, { ...initial, title: 'B' })).toEqual({ title: 'B' })
    const box = memoryBox()
    keepDraft(box, 'k', initial, { ...initial, title: 'B', tags: ['x', 'y'] })
    const draft = { values: { title: 'B', tags: ['x', 'y'] }, base: { title: 'A', tags: ['x'] } }
    expect(readDraft(box, 'k', initial)).toEqual(draft)
    // Another field was saved meanwhile; the draft does not revert it.
    expect(readDraft(box, 'k', { ...initial, cost: 5 })).toEqual(draft)
    // The same field was saved; the draft keeps its own base.
    expect(readDraft(box, 'k', { ...initial, title: 'C' })).toEqual(draft)
  })

  it('of an achievement that an older Kurs kept are of today', () => {
    const box = memoryBox()
    const marks = { focus: 'cto', scale: null, metrics: null, stakeholders: null }
    const base = { roleShift: { ...marks, focus: 'pmo' } }
    box.keep('k', JSON.stringify({ values: { title: 'B', roleShift: marks }, base: { title: '', ...base } }))
    const none = { ...marks, focus: null }
    expect(
      readDraft<Partial<AchievementFields>>(box, 'k', { title: '', roleShift: none }, liftAchievementDraft),
    ).toEqual({
      values: { title: 'B', roleShift: { ...marks, focus: 'to' } },
      base: { title: '', roleShift: { ...marks, focus: 'from' } },
    })
  })

  it('of a new item keep the uid it will have, and the day it was typed on', () => {
    const box = memoryBox()
    const uid = '019aaaaa-0000-7000-8000-000000000001'
    keepDraft(box, 'k', initial, { ...initial, title: 'B' }, { uid, along: ['day'] })
    expect(readDraft(box, 'k', { ...initial, day: '2026-11-28' })).toEqual({
      values: { title: 'B', day: '2026-11-26' },
      base: { title: 'A' },
      uid,
    })
    keepDraft(box, 'k', initial, initial, { uid, along: ['day'] })
    expect(box.texts.size).toBe(0)
  })

  it('are gone when everything is as it was, or when the item already says the same', () => {
    const box = memoryBox()
    keepDraft(box, 'k', initial, { ...initial, title: 'B' })
    expect(readDraft(box, 'k', { ...initial, title: 'B' })).toBeNull()
    keepDraft(box, 'k', initial, initial)
    expect(box.texts.size).toBe(0)
  })

  it('that cannot be read, or name fields that no longer exist, are no drafts', () => {
    const box = memoryBox()
    box.keep('k', '{')
    expect(readDraft(box, 'k', initial)).toBeNull()
    box.keep('k', '{"values":{"old":1},"base":{}}')
    expect(readDraft(box, 'k', initial)).toBeNull()
  })
})

it('what was typed while a saving was on its way is not saved, what the page has set since is', () => {
  const sent = { value: 1, note: 'a' }
  expect(savedPart(sent, sent, sent)).toEqual(sent)
  expect(savedPart(sent, { value: 1, note: 'ab' }, { value: 1, note: 'ab' })).toEqual(sent)
  expect(savedPart(sent, { value: 1, note: 'ab' }, { value: 0, note: '' })).toEqual({ value: 0, note: '' })
})
