import { expect, test } from 'vitest'
import { findEntries } from './palette-entries.ts'

const entry = (title: string, words = '') => ({ key: title, title, words, keys: [] })

test('what is called so comes apart from what is only about it, and nothing stands twice', () => {
  const entries = [entry('Theme: dark', 'night appearance'), entry('Back up now', 'copy dark'), entry('New person')]
  const titles = (text: string) => {
    const { named, related } = findEntries(entries, text)
    return [named.map(({ title }) => title), related.map(({ title }) => title)]
  }
  expect(titles('dark')).toEqual([['Theme: dark'], ['Back up now']])
  expect(titles('theme night')).toEqual([[], ['Theme: dark']])
  expect(titles('')).toEqual([[], []])
})
