import { expect, it } from 'vitest'
import { parseQuickAdd } from './quick-add.ts'
import { toCapture } from './to-capture.ts'

const CONTEXT = {
  today: '2026-07-01',
  words: [],
  kinds: null,
  skills: [{ uid: 'skill', title: 'Architecture', aliases: ['архитектура'] }],
  people: [{ uid: 'ivan', name: 'Иван' }],
  weekStartsOn: 1 as const,
}

it('links skills and people that are known, and names the others with their uids', () => {
  const parsed = parseQuickAdd('разбор 2ч вчера #архитектура #новое @Иван @Пётр @Анна', CONTEXT)
  expect(toCapture(parsed, 'line', (place) => `person-${place}`)).toEqual({
    uid: 'line',
    fields: {
      kind: null,
      title: 'разбор',
      day: '2026-06-30',
      minutes: 120,
      inbox: false,
      links: ['skill', 'ivan'],
      tags: ['новое'],
    },
    newPeople: [
      { uid: 'person-0', name: 'Пётр' },
      { uid: 'person-1', name: 'Анна' },
    ],
  })
})

it('makes a line without a time of 0 minutes, which waits in the inbox', () => {
  const { fields } = toCapture(parseQuickAdd('позвонить', CONTEXT), 'line', String)
  expect(fields).toMatchObject({ title: 'позвонить', minutes: 0, day: '2026-07-01', inbox: true, links: [], tags: [] })
})
