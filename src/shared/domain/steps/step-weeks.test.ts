import { expect, it } from 'vitest'
import { daysOfWeek, sortIntoWeeks, stepWeek } from './step-weeks.ts'

it.each([
  // 28 November 2026 is a Saturday, the 29th a Sunday.
  ['2026-11-28', 1, '2026-11-23', '2026-11-23', '2026-11-29'],
  ['2026-11-29', 1, '2026-11-23', '2026-11-23', '2026-11-29'],
  ['2026-11-28', 0, '2026-11-23', '2026-11-22', '2026-11-28'],
  ['2026-11-29', 0, '2026-11-30', '2026-11-29', '2026-12-05'],
] as const)('%s, weeks beginning on weekday %d, is in the week of %s', (day, weekStartsOn, week, start, end) => {
  expect(stepWeek(day, weekStartsOn)).toBe(week)
  expect(daysOfWeek(week, weekStartsOn)).toEqual({ start, end })
})

it('tells what is left of earlier weeks apart from what became of them', () => {
  const step = (week: string, status: 'planned' | 'done' | 'dropped' | 'declined') => ({ week, status })
  const [now, before, long] = ['2026-11-23', '2026-11-16', '2026-11-02']
  const weeks = sortIntoWeeks(
    [
      step(long, 'done'),
      step(before, 'planned'),
      step(before, 'dropped'),
      step(before, 'declined'),
      step(now, 'done'),
      step(now, 'dropped'),
      step(now, 'planned'),
      step('2026-11-30', 'planned'),
    ],
    now,
  )
  expect(weeks).toEqual({
    now: [step(now, 'done'), step(now, 'planned')],
    later: [step('2026-11-30', 'planned')],
    left: [step(before, 'planned')],
    past: [
      { week: before, steps: [step(before, 'dropped')] },
      { week: long, steps: [step(long, 'done')] },
    ],
  })
})
