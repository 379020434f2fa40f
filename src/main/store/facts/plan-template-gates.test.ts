import { describe, expect, it } from 'vitest'
import { PlanTemplate } from '#shared/model/template.ts'
import { assembleTemplate } from './plan-template.ts'

const template = PlanTemplate.parse(assembleTemplate())
const { stages } = template

const keysOf = (part: { key: string }[]) => part.map(({ key }) => key)

describe('what counts for a gate', () => {
  const asked = stages.flatMap(({ gate }) => gate.requirements)
  const evidence = asked.filter((one) => one.kind === 'evidence')
  const visibility = evidence.filter(({ activityKind }) => activityKind === 'visibility')

  it('is said of every count: since when', () => {
    const silent = asked.filter((one) => 'count' in one && one.since === undefined)
    expect(keysOf(silent)).toEqual([])
  })

  it('is what the stage itself has brought, but where the note speaks of the plan', () => {
    expect(keysOf(evidence.filter(({ since }) => since === 'always'))).toEqual([])
    const whole = evidence.filter(({ since }) => since === 'plan')
    expect(
      whole.filter(({ note }) => !note.ru.includes('с начала плана') || !note.en.includes('since the plan')),
    ).toEqual([])
  })

  it('is of visibility what was published or told, never a comment, and once outside the company', () => {
    expect(visibility.length).toBeGreaterThanOrEqual(2)
    expect(keysOf(visibility.filter(({ visibilityKinds }) => visibilityKinds === undefined))).toEqual([])
    expect(visibility.filter(({ visibilityKinds }) => visibilityKinds?.includes('comment'))).toEqual([])
    const outside = visibility.filter(({ note }) => note.ru.includes('вне компании'))
    expect(outside.map(({ minOutside }) => minOutside)).toEqual([1])
  })

  it('can be done by what the template proposes: posts and talks, inside and outside', () => {
    const ideas = template.visibility.map(({ kind, visibleTo }) => `${kind} ${visibleTo}`)
    expect(ideas).toEqual(expect.arrayContaining(['post inside', 'post outside', 'talk inside', 'talk outside']))
  })
})

it('the third stage has both names the source gives the role', () => {
  const { title, shift } = stages[2] ?? { title: null, shift: null }
  for (const text of [title?.ru, title?.en, shift?.ru, shift?.en]) expect(text).toContain('VPO')
  expect(title?.en).toContain('Head of Engineering')
})
