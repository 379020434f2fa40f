import { expect, it } from 'vitest'
import { addDays } from '../calendar/calendar.ts'
import { usualTitles } from './usual-lines.ts'

const TODAY = '2026-11-23'
/** Entries with a title, `weeks` weeks ago. */
const lines = (title: string, ...weeks: number[]) => weeks.map((week) => ({ title, day: addDays(TODAY, -7 * week) }))
const usual = (...all: ReturnType<typeof lines>[]) => usualTitles(all.flat(), TODAY)

it.each([
  ['three of four weeks', [1, 2, 4], ['1:1']],
  ['every week', [1, 2, 3, 4], ['1:1']],
  ['one of the last two', [2, 3, 4], ['1:1']],
  ['two weeks alone', [1, 2], []],
  ['twice on one day counts once', [1, 1, 2], []],
  ['older weeks do not count', [3, 4, 5, 6], []],
  ['entered today already', [0, 1, 2, 3], []],
])('what was done in %s', (_name, weeks, expected) => {
  expect(usual(lines('1:1', ...weeks))).toEqual(expected)
})

it('is of this weekday alone', () => {
  const friday = lines('Friday', 1, 2, 3).map(({ title, day }) => ({ title, day: addDays(day, -3) }))
  expect(usualTitles(friday, TODAY)).toEqual([])
})

it('is at most three, the most usual first', () => {
  const all = [lines('b', 1, 2, 3), lines('a', 1, 2, 3), lines('d', 1, 3, 4), lines('c', 1, 2, 3, 4)]
  expect(usual(...all)).toEqual(['c', 'a', 'b'])
})
