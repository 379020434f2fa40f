import { describe, expect, it } from 'vitest'
import { isStale, type QueueFacts, queueReasons, skillQueue } from './skill-queue.ts'

const TODAY = '2026-11-23'
const skill = (facts: Partial<QueueFacts> = {}): QueueFacts => ({
  archived: false,
  level: 3,
  assessedOn: '2026-11-01',
  target: null,
  gateLevel: null,
  evidenceOn: '2026-11-01',
  ...facts,
})
const reasons = (facts: Partial<QueueFacts>) => queueReasons(skill(facts), TODAY)

describe('the reasons to ask about a skill', () => {
  it('are none for what is fresh, and for what is set aside', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ target: 5 })).toEqual([])
    expect(reasons({ archived: true, level: null, assessedOn: null, gateLevel: 3 })).toEqual([])
  })

  it('name a skill that was never rated only where the present stage wants it', () => {
    const unrated = { level: null, assessedOn: null, evidenceOn: null }
    expect(reasons(unrated)).toEqual([])
    expect(reasons({ ...unrated, target: 0 })).toEqual([])
    expect(reasons({ ...unrated, target: 2 })).toEqual(['unrated'])
    expect(reasons({ ...unrated, gateLevel: 2 })).toEqual(['gate', 'unrated'])
  })

  it('name a skill below the gate again after 90 days', () => {
    expect(reasons({ gateLevel: 4, assessedOn: '2026-08-25' })).toEqual(['gate'])
    expect(reasons({ gateLevel: 4, assessedOn: '2026-08-26' })).toEqual([])
    expect(reasons({ gateLevel: 3, assessedOn: '2026-08-25' })).toEqual([])
  })

  it('name evidence older than 18 months, until it was rated knowing that', () => {
    expect(isStale('2025-05-23', TODAY)).toBe(false)
    expect(isStale('2025-05-22', TODAY)).toBe(true)
    expect(isStale(null, TODAY)).toBe(false)
    expect(reasons({ evidenceOn: '2025-05-22', assessedOn: '2026-11-22' })).toEqual(['evidence'])
    expect(reasons({ evidenceOn: '2025-05-22', assessedOn: TODAY })).toEqual([])
    expect(reasons({ evidenceOn: null, assessedOn: '2026-11-22' })).toEqual([])
  })

  it('name a rating of a year ago', () => {
    expect(reasons({ assessedOn: '2025-11-23' })).toEqual(['rating'])
    expect(reasons({ assessedOn: '2025-11-24' })).toEqual([])
    expect(reasons({ assessedOn: '2024-01-01', evidenceOn: '2024-01-01', gateLevel: 4 })).toEqual([
      'gate',
      'evidence',
      'rating',
    ])
  })
})

it('asks for the gate first, the widest gap before others, and for the oldest rating', () => {
  const named = (name: string, facts: Partial<QueueFacts>) => ({ name, ...skill(facts) })
  const queue = skillQueue(
    [
      named('fresh', {}),
      named('rated last year', { assessedOn: '2025-11-01' }),
      named('rated long ago', { assessedOn: '2024-11-01' }),
      named('old evidence', { evidenceOn: '2024-01-01', assessedOn: '2024-06-01' }),
      named('unrated', { level: null, assessedOn: null, target: 1 }),
      named('one below the gate', { gateLevel: 4, assessedOn: '2024-01-01' }),
      named('two below the gate', { gateLevel: 5, assessedOn: '2026-01-01' }),
    ],
    TODAY,
  )
  expect(queue.map((one) => one.skill.name)).toEqual([
    'two below the gate',
    'one below the gate',
    'unrated',
    'old evidence',
    'rated long ago',
    'rated last year',
  ])
})
