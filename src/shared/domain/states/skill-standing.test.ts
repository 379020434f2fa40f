import { expect, it } from 'vitest'
import { skillStanding } from './skill-standing.ts'

it('a skill is below, at or above the target of a stage, if both are known', () => {
  expect([1, 2, 3, null].map((level) => skillStanding(level, 2))).toEqual([
    'towards',
    'meeting',
    'exceeding',
    'unrated',
  ])
  expect([skillStanding(3, null), skillStanding(null, null)]).toEqual(['noTarget', 'noTarget'])
  expect([skillStanding(0, 0), skillStanding(1, 0)]).toEqual(['meeting', 'exceeding'])
})
