import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toJournalSearch } from '#renderer/lib/journal-address.ts'
import { JournalKind } from '#shared/contract/journal.ts'
import { changeJournalSearch, readJournalSearch as readAt } from './read-journal-search.ts'

/** Friday, 27 November 2026, in the second year of the plan. */
const PRESENT = { today: '2026-11-27', weekStartsOn: 1, planStart: '2025-03-01' } as const
const readJournalSearch = (search: object) => readAt(search, PRESENT)

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

it('reads a named period as its days at the moment', () => {
  expect(readJournalSearch({ period: 'month', kinds: 'study' })).toEqual({
    kinds: ['study'],
    from: '2026-11-01',
    to: '2026-11-30',
  })
  expect(readAt({ period: 'month' }, { ...PRESENT, today: '2027-02-10' })).toEqual({
    from: '2027-02-01',
    to: '2027-02-28',
  })
  expect(readJournalSearch({ period: 'planYear' })).toEqual({ from: '2026-03-01', to: '2027-02-28' })
  // Without a plan, or under a name that no period has, the days are those that stand there.
  const days = { from: '2025-01-01', to: '2025-12-31' }
  expect(readAt({ period: 'planYear', ...days }, { ...PRESENT, planStart: null })).toEqual(days)
  expect(readJournalSearch({ period: 'decade', ...days })).toEqual(days)
})

it('leaves a named period in the address until its days are changed', () => {
  const change = (search: object, next: object, preset?: 'month') =>
    JSON.parse(
      JSON.stringify(
        changeJournalSearch(search, { present: PRESENT, preset, next: (filter) => ({ ...filter, ...next }) }),
      ),
    )
  const named = { q: 'a', period: 'month', item: UID }
  expect(change({ q: 'a', item: UID }, { from: '2026-11-01', to: '2026-11-30' }, 'month')).toEqual(named)
  expect(change(named, { kinds: ['study'] })).toEqual({ ...named, kinds: 'study' })
  expect(change(named, { from: '2026-11-02' })).toEqual({ q: 'a', item: UID, from: '2026-11-02', to: '2026-11-30' })
  expect(change(named, { from: undefined, to: undefined })).toEqual({ q: 'a', item: UID })
  // The same days typed by hand are fixed.
  expect(change({}, { from: '2026-11-01', to: '2026-11-30' })).toEqual({ from: '2026-11-01', to: '2026-11-30' })
})
