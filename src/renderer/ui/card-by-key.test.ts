import { expect, it } from 'vitest'
import { cardByKey } from './card-by-key.ts'

it.each([
  ['a1', 'ArrowDown', 'a2'],
  ['a3', 'ArrowDown', 'a3'],
  ['a1', 'ArrowUp', 'a1'],
  ['a3', 'Home', 'a1'],
  ['a1', 'End', 'a3'],
  // Empty columns are passed over, and a shorter one is met at its end.
  ['a3', 'ArrowRight', 'c1'],
  ['c1', 'ArrowLeft', 'a1'],
  ['c1', 'ArrowRight', 'c1'],
  ['a1', 'ArrowLeft', 'a1'],
  ['a1', 'PageDown', null],
])('from %s the key %s leads to %s', (from, key, to) => {
  expect(cardByKey([[], ['a1', 'a2', 'a3'], [], ['c1'], []], from, key)).toBe(to)
})
