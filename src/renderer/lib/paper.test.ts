import { expect, it } from 'vitest'
import { keepPaper, readPaper } from './paper.ts'

it.each([
  ['en-US', 'letter'],
  ['en-GB', 'a4'],
  ['ru-RU', 'a4'],
  ['ru', 'a4'],
  ['es-419', 'a4'],
])('at first paper is that of the region: %s is %s', (locale, paper) => {
  expect(readPaper({ getItem: () => null }, locale)).toBe(paper)
})

it('afterwards it is the one that was chosen; what is no paper is passed over', () => {
  const kept = new Map<string, string>()
  keepPaper({ setItem: (key, value) => void kept.set(key, value) }, 'letter')
  const storage = { getItem: (key: string) => kept.get(key) ?? null }
  expect(readPaper(storage, 'ru-RU')).toBe('letter')
  expect(readPaper({ getItem: () => 'papyrus' }, 'ru-RU')).toBe('a4')
})

it('a storage that takes nothing is no reason not to print', () => {
  const full = () => {
    throw new Error('QuotaExceededError')
  }
  expect(() => keepPaper({ setItem: full }, 'a4')).not.toThrow()
})
