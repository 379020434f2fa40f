import { describe, expect, it } from 'vitest'
import { PlanTemplate } from '#shared/model/template.ts'
import { assembleTemplate } from './plan-template.ts'

const template = PlanTemplate.parse(assembleTemplate())
const { cases = [], obstacles, stages, learning } = template

const keysOf = (part: { key: string }[]) => part.map(({ key }) => key)
const repeated = (values: string[]) => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]

describe('cases', () => {
  const parts = cases.flatMap(({ tactics }) => tactics.flatMap((tactic) => tactic.parts))
  const own = parts.flatMap((part) => (part.as === 'learning' ? [] : [part]))

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
    expect(repeated([...titles, ...own.map(({ title }) => title.ru)])).toEqual([])
  })

  it('name what there is to learn by its key in the catalogue, once, and repeat no title of it', () => {
    const named = parts.flatMap((part) => (part.as === 'learning' ? [part.from] : []))
    expect(named.length).toBeGreaterThan(0)
    expect(repeated(named)).toEqual([])
    expect(named.filter((key) => !keysOf(learning).includes(key))).toEqual([])
    for (const language of ['ru', 'en'] as const) {
      const titles = new Set(learning.map(({ title }) => title[language]))
      expect(own.filter(({ title }) => titles.has(title[language]))).toEqual([])
    }
  })

  it('leave a milestone the time its check asks for', () => {
    const quarters = parts.flatMap((part) =>
      part.as === 'milestone' && /quarter|three months/.test(part.check.en) ? [part] : [],
    )
    expect(quarters.length).toBeGreaterThan(0)
    expect(quarters.filter(({ days }) => days <= 91)).toEqual([])
  })

  it('have parts whose keys are unique, or the template is refused; likewise one that names nothing to learn', () => {
    expect(repeated(keysOf(parts))).toEqual([])
    const withPart = (part: object) => {
      const [first, ...rest] = cases
      const [tactic, ...others] = first?.tactics ?? []
      const changed = { ...first, tactics: [{ ...tactic, parts: [...(tactic?.parts ?? []), part] }, ...others] }
      return PlanTemplate.safeParse({ ...template, cases: [changed, ...rest] }).success
    }
    const part = { as: 'learning', key: 'one-more', from: learning[0]?.key, why: { ru: 'Зачем.', en: 'Why.' } }
    expect(withPart(part)).toBe(true)
    expect(withPart({ ...part, key: parts[0]?.key })).toBe(false)
    expect(withPart({ ...part, from: 'juggling' })).toBe(false)
  })
})
