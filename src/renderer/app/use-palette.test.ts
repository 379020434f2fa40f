import { expect, it } from 'vitest'
import { GO_KEY } from '#renderer/lib/go-targets.ts'
import { PAGES } from './use-palette.ts'

it('leads to each page by a letter of its own; that of a day in the journal is none of them', () => {
  const letters = PAGES.map(({ key }) => key)
  expect(letters.length).toBeGreaterThan(14)
  expect(letters).toEqual([...new Set(letters)])
  expect(letters).not.toContain('D')
  expect(letters).not.toContain(GO_KEY)
})
