import { expect, it } from 'vitest'
import { tellApart } from './tell-apart.ts'

it('numbers only those that title and word do not tell apart', () => {
  const rows = [
    { title: 'Иван Петров', word: 'Ментор' },
    { title: 'Иван Петров', word: 'Коллега' },
    { title: 'Анна', word: 'Коллега' },
    { title: 'Иван Петров', word: 'Коллега' },
  ]
  expect(tellApart(rows)).toEqual(['Ментор', 'Коллега 1', 'Коллега', 'Коллега 2'])
})
