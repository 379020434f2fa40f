import { expect, it } from 'vitest'
import { addWeeks } from '../calendar/monday-weeks.ts'
import { weeksUnderPace } from './under-pace.ts'

const PRESENT = '2026-11-23'
const ago = (weeks: number) => addWeeks(PRESENT, -weeks)
const minutesUnder = (hours: Record<number, number>, pace: number, first: number) => {
  const weeks = Object.entries(hours).map(([weeksAgo, count]) => ({ week: ago(Number(weeksAgo)), minutes: count * 60 }))
  const under = weeksUnderPace(weeks, { pace: pace * 60, firstWeek: ago(first), present: PRESENT })
  return under.map(({ minutes }) => minutes / 60)
}

it('counts the weeks in a row under the pace, empty ones too, back to the last that reached it', () => {
  expect(minutesUnder({ 1: 2, 2: 4, 4: 5, 5: 1 }, 5, 20)).toEqual([2, 4, 0])
})

it('leaves out the present week and those before the journal began', () => {
  expect(minutesUnder({ 0: 9, 1: 1 }, 5, 2)).toEqual([1, 0])
  expect(minutesUnder({ 1: 5 }, 5, 20)).toEqual([])
  expect(minutesUnder({}, 5, 0)).toEqual([])
})

it('goes back to the first week of the calendar', () => {
  const under = weeksUnderPace([], { pace: 60, firstWeek: '1900-01-01', present: PRESENT })
  expect(under.at(-1)?.week).toBe('1900-01-01')
})
