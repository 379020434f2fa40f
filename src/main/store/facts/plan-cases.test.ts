import { describe, expect, it } from 'vitest'
import { PlanTemplate } from '#shared/model/template.ts'
import { assembleTemplate } from './plan-template.ts'

const { cases = [], obstacles, stages } = PlanTemplate.parse(assembleTemplate())

const keysOf = (part: { key: string }[]) => part.map(({ key }) => key)
const repeated = (values: string[]) => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]

describe('cases', () => {
  const parts = cases.flatMap(({ tactics }) => tactics.flatMap((tactic) => tactic.parts))

  it('are the three moves of the source, each with tactics of every sort and its traps', () => {
    expect(keysOf(cases)).toEqual(['pmo-to-cto', 'pm-marketing-to-cto', 'pmo-to-cio'])
    for (const { key, tactics, traps } of cases) {
      const sorts = new Set(tactics.flatMap((tactic) => tactic.parts.map((part) => part.as)))
      expect(sorts, key).toEqual(new Set(['experiment', 'milestone', 'learning']))
      expect(tactics.length, key).toBeGreaterThanOrEqual(4)
      expect(traps.length, key).toBeGreaterThanOrEqual(3)
    }
  })

  it('propose what fits the plan: its obstacles, its stages, and nothing it has already', () => {
    const has = { obstacles: keysOf(obstacles), stages: keysOf(stages) }
    const stray = parts.filter(
      (part) =>
        (part.as === 'experiment' && !has.obstacles.includes(part.obstacle)) ||
        (part.as === 'milestone' && !has.stages.includes(part.stage)),
    )
    expect(stray).toEqual([])
    const standing = stages.flatMap(({ milestones }) => milestones.map(({ title }) => title.ru))
    const titles = [...standing, ...obstacles.flatMap((one) => one.experiments.map(({ title }) => title.ru))]
    expect(repeated([...titles, ...parts.map(({ title }) => title.ru)])).toEqual([])
  })
})
