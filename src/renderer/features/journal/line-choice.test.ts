import { expect, it } from 'vitest'
import {
  chooseIn,
  chooseNothing,
  forgetLines,
  keepFound,
  type LineChoiceState,
  ranged,
  toggled,
} from './line-choice.ts'

const uidsOf = ({ chosen }: LineChoiceState) => [...chosen]
const first = { filter: 'study', stamp: 'view 1' }
const second = { filter: 'study', stamp: 'view 2' }
const add =
  (...uids: string[]) =>
  (chosen: ReadonlySet<string>) =>
    new Set([...chosen, ...uids])

it('a line the list does not find any more is not chosen any more', () => {
  const both = chooseIn(chooseNothing('study'), first, add('a', 'b'))
  expect(both.stamp).toBe('view 1')
  const left = keepFound(both, second, { asked: ['a', 'b'], found: ['b'] })
  expect([uidsOf(left), left.stamp]).toEqual([['b'], 'view 2'])
})

it('what was chosen while the list was asked stays, and is asked for again', () => {
  const later = chooseIn(chooseIn(chooseNothing('study'), first, add('a')), second, add('b'))
  const left = keepFound(later, second, { asked: ['a'], found: [] })
  expect([uidsOf(left), left.stamp]).toEqual([['b'], ''])
  expect(keepFound(left, second, { asked: ['b'], found: ['b'] }).stamp).toBe('view 2')
})

it('lines that are found late are of the view they were found in, and none of another filter', () => {
  const now = chooseIn(chooseNothing('study'), second, add('b'))
  expect(chooseIn(now, first, add('a'))).toMatchObject({ stamp: '', chosen: new Set(['b', 'a']) })
  const other = chooseIn(chooseNothing('meeting'), second, add('c'))
  expect(chooseIn(other, first, add('a'))).toBe(other)
  expect(keepFound(other, first, { asked: ['c'], found: [] })).toBe(other)
})

it('those ticked while others are deleted stay chosen', () => {
  const ticked = chooseIn(chooseIn(chooseNothing('study'), first, add('a', 'b')), first, add('c'))
  expect(uidsOf(forgetLines(ticked, ['a', 'b']))).toEqual(['c'])
})

it('a range brings back nothing that is gone', () => {
  expect([...ranged(new Set(['b', 'c']), ['a', 'b'], ['c', 'd'])]).toEqual(['b', 'c', 'd'])
  expect([...toggled(toggled(new Set(['a']), 'b'), 'a')]).toEqual(['b'])
})
