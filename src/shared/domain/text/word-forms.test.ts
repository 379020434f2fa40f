import { describe, expect, test } from 'vitest'
import { commonBeginning, correctWords, createNameMatcher } from './word-forms.ts'

describe('what all forms of a word begin with', () => {
  test.each([
    ['облаков', 'облак'],
    ['ивана', 'ива'],
    ['анны', 'анн'],
    ['архитектурой', 'архитектур'],
    ['темы', 'тем'],
    // A stem of two letters would match too many other words.
    ['еда', 'еда'],
    ['books', 'books'],
    ['k8s', 'k8s'],
  ])('%s: %s', (word, beginning) => expect(commonBeginning(word)).toBe(beginning))
})

describe('names', () => {
  test('are meant by all words typed, in any order and form', () => {
    const matches = createNameMatcher('тёмную тему')
    expect(matches('Тема: тёмная')).toBe(true)
    expect(matches('Система: светлая')).toBe(false)
    expect(matches('Тема: светлая')).toBe(false)
    expect(createNameMatcher('')('Тема')).toBe(false)
  })
})

describe('one letter is forgiven', () => {
  const names = ['Архитектура решений', 'Иван Петров', 'Team Topologies']
  test.each([
    ['архетектура', 'архитектура'],
    ['Иавн', 'иван'],
    ['team topolgies', 'team topologies'],
    // The last word is still being typed.
    ['архет', 'архитектура'],
    ['петрову ивен', 'петрову иван'],
  ])('%s: %s', (typed, meant) => expect(correctWords(typed, names)).toBe(meant))

  test.each(['архитектуры', 'java', 'ива', ''])('nothing is put right in %s', (typed) =>
    expect(correctWords(typed, names)).toBe(null),
  )
})
