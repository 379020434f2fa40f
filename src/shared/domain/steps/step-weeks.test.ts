import { expect, it } from 'vitest'
import { sortIntoWeeks } from './step-weeks.ts'

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
