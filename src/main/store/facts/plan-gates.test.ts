import { describe, expect, it } from 'vitest'
import { differenceInDays } from '#shared/domain/calendar/calendar.ts'
import { scheduleMilestone, scheduleStages } from '#shared/domain/gates/stage-schedule.ts'
import { SHIPPED_VARIANTS } from '../../../../tests/fixtures/shipped-variants.ts'

/** Checks that name a past time or a frequency, so that nobody has to wait for them. */
const NO_WAIT = new Set(['rate-technical-base', 'delivery-baseline'])

describe.each(SHIPPED_VARIANTS)('gates of the %s agree with', (_name, { stages, skills, certifications, learning }) => {
  const asked = stages.flatMap(({ number, gate }) => gate.requirements.map((requirement) => ({ number, requirement })))
  const levelOf = (key: string, level: number) => skills.find((skill) => skill.key === key)?.levels[level]
  const askedSkills = asked.flatMap(({ number, requirement }) =>
    requirement.kind === 'skill' ? [{ number, key: requirement.skill, level: requirement.level }] : [],
  )

  /** People led that the gate of a stage asks for, or the newest one before it; 0 before the first. */
  const peopleAt = (number: number) =>
    asked.reduce(
      (people, { number: stage, requirement }) =>
        stage <= number && requirement.kind === 'metric' && requirement.metric === 'people-led'
          ? requirement.value
          : people,
      0,
    )

  it('the scale of the levels they ask: never more people than the same gate asks to lead', () => {
    const targets = skills.flatMap(({ key, targets: levels }) =>
      levels.map((level, number) => ({ number, key, level })),
    )
    const tooLarge = [...askedSkills, ...targets].filter(
      ({ number, key, level }) => (levelOf(key, level)?.leads ?? 0) > peopleAt(number),
    )
    expect(tooLarge).toEqual([])
  })

  it('numbers said in words: a descriptor of leading that names one says it as data too', () => {
    const leading = ['team-leadership', 'org-design', 'engineering-metrics', 'delivery-management', 'hiring-growing']
    const named = skills
      .filter(({ key }) => leading.includes(key))
      .flatMap(({ key, levels }) => levels.map(({ descriptor, leads }, level) => ({ key, level, descriptor, leads })))
    const silent = named.filter(
      ({ descriptor, leads }) => /\d|\b(ten|twenty|fifty|dozens)\b/.test(descriptor.en) && leads === undefined,
    )
    expect(named.some(({ leads }) => leads !== undefined)).toBe(true)
    expect(silent).toEqual([])
  })

  it('the day one: no certificate that grows only what a PMO lead already brings meets one', () => {
    const easy = asked.flatMap(({ number, requirement }) => {
      if (requirement.kind !== 'certification') return []
      const grows = requirement.anyOf.map((key) => certifications.find((entry) => entry.key === key)?.skills ?? [])
      const brought = grows.filter((keys) =>
        skills
          .filter(({ key }) => keys.includes(key))
          .every(({ baseline, targets }) => baseline >= (targets[number] ?? 0)),
      )
      return requirement.anyOf.length === 0 || brought.length > 0 ? [requirement.key] : []
    })
    expect(asked.some(({ requirement }) => requirement.kind === 'certification')).toBe(true)
    expect(easy).toEqual([])
  })

  it('their stage: every skill they ask is practised by one of its milestones', () => {
    const unpractised = askedSkills.filter(
      ({ number, key }) => !stages[number]?.milestones.some((milestone) => milestone.skills.includes(key)),
    )
    expect(unpractised).toEqual([])
  })

  it('their stage: what it aims higher at has a milestone or something to learn from', () => {
    const unhelped = skills.flatMap(({ key, targets, baseline }) =>
      targets.flatMap((target, number) => {
        const helps =
          stages[number]?.milestones.some((milestone) => milestone.skills.includes(key)) ||
          learning.some((entry) => entry.stages.includes(number) && entry.skills.includes(key))
        return target > (targets[number - 1] ?? baseline) && !helps ? [`${key} in stage ${number}`] : []
      }),
    )
    expect(unhelped).toEqual([])
  })

  it('their stage: what its milestones show is no more than it aims at', () => {
    const shown = stages.flatMap(({ number, milestones }) =>
      milestones.flatMap(({ key, shows = {} }) =>
        Object.entries(shows).map(([skill, level]) => ({ number, key, skill, level })),
      ),
    )
    expect(shown.length).toBeGreaterThan(5)
    const above = shown.filter(
      ({ number, skill, level }) => (skills.find(({ key }) => key === skill)?.targets[number] ?? -1) < (level ?? 0),
    )
    expect(above).toEqual([])
  })

  it('text: their meaning reads as a condition, for it stands there at 0 % too', () => {
    for (const { key, gate } of stages) {
      expect(gate.meaning.ru, key).toMatch(/^Рубеж пройден, когда /)
      expect(gate.meaning.en, key).toMatch(/^Passed once /)
    }
  })
})

describe.each(SHIPPED_VARIANTS)('planned days of the %s', (_name, { stages }) => {
  it.each([5, 6, 7, 8, 10])('leave every check the time it takes, in a plan of %i years', (years) => {
    const start = '2026-11-27'
    const periods = scheduleStages(
      start,
      years,
      stages.map(({ share }) => share),
    )
    const tooEarly = stages.flatMap(({ milestones }, index) => {
      const period = periods[index]
      if (period === undefined) return []
      const planned = new Map(milestones.map(({ key, when }) => [key, scheduleMilestone(when, period, start)]))
      return milestones.flatMap(({ key, takes }) => {
        if (takes === undefined) return []
        const from = takes.after === undefined ? period.plannedStart : planned.get(takes.after)
        if (from === undefined) return [`${key}: no ${takes.after} in its stage`]
        const days = differenceInDays(planned.get(key) ?? start, from)
        return days < takes.days ? [`${key}: ${days} of ${takes.days} days`] : []
      })
    })
    expect(tooEarly).toEqual([])
  })

  it('know how long a check takes that speaks of days, weeks, months or quarters', () => {
    const long = /\b(days|weeks|months|monthly|quarters?|half a year|a year)\b/
    const silent = stages.flatMap(({ milestones }) =>
      milestones.filter(({ key, check, takes }) => long.test(check.en) && takes === undefined && !NO_WAIT.has(key)),
    )
    expect(silent.map(({ key, check }) => `${key}: ${check.en}`)).toEqual([])
  })
})
