import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toJournalSearch } from '#renderer/lib/journal-address.ts'
import { JournalKind } from '#shared/contract/journal.ts'
import { readJournalSearch } from './read-journal-search.ts'

const UID = '019a0000-0000-7000-8000-000000000001'

it('reads back whatever filter it was given', () => {
  const filter = fc.record(
    {
      text: fc.string({ minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== ''),
      kinds: fc.uniqueArray(fc.constantFrom(...JournalKind.options), { minLength: 1 }),
      about: fc.constant(UID),
      tag: fc.constantFrom('архитектура', '2025', 'a,b'),
      from: fc.constant('2025-01-01'),
      to: fc.constant('2025-12-31'),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(filter, (asked) => {
      expect(readJournalSearch(toJournalSearch(asked))).toEqual(asked)
    }),
  )
})

it('takes an address typed by hand, and of it what can be read', () => {
  expect(
    readJournalSearch({ tag: 2025, from: '2025-02-31', kinds: 'study,nonsense,none', about: 'x', item: 'y' }),
  ).toEqual({ tag: '2025', kinds: ['study', 'none'] })
  expect(readJournalSearch({ q: '  ' })).toEqual({})
  expect(readJournalSearch({ q: '', kinds: '', tag: ['a'] })).toEqual({})
})

it('leaves out what cannot be asked, and nothing else', () => {
  const days = { from: '2025-01-01', to: '2025-12-31' }
  expect(readJournalSearch({ tag: 'a'.repeat(51), q: 'b'.repeat(201), kinds: 'study', ...days })).toEqual({
    text: 'b'.repeat(200),
    kinds: ['study'],
    ...days,
  })
  expect(readJournalSearch({ q: 'b', about: ['x'], from: 2025, to: days.to })).toEqual({ text: 'b', to: days.to })
})
