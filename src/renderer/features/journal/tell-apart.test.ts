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

it('says where people of one name and role work, and nothing of it where that is not needed', () => {
  const anna = { title: 'Анна', word: 'Коллега' }
  const rows = [
    { ...anna, more: 'Альфа' },
    anna,
    { ...anna, more: 'Бета, CTO' },
    { ...anna, word: 'Ментор', more: 'Бета' },
  ]
  expect(tellApart(rows)).toEqual(['Коллега · Альфа', 'Коллега', 'Коллега · Бета, CTO', 'Ментор'])
  expect(tellApart([rows[0] ?? anna, rows[0] ?? anna])).toEqual(['Коллега · Альфа 1', 'Коллега · Альфа 2'])
})
