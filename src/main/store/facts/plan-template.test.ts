import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import quickAddJson from '#resources/plan/quick-add.json' with { type: 'json' }
import { normaliseSearchText } from '#shared/domain/text/text.ts'
import { isCalendarDay } from '#shared/model/common.ts'
import { KindWords, PlanTemplate } from '#shared/model/template.ts'
import { ActivityKind, RoleShiftCriterion } from '#shared/model/vocabulary.ts'
import { SHIPPED_VARIANTS } from '../../../../tests/fixtures/shipped-variants.ts'
import { assembleTemplate } from './plan-template.ts'

const template = PlanTemplate.parse(assembleTemplate())
const quickAdd = KindWords.array().parse(quickAddJson)
const { stages, skills, metrics, certifications, learning } = template
const { cases = [] } = template
const skillKeys = new Set(skills.map((skill) => skill.key))
const certificationKeys = new Set(certifications.map((entry) => entry.key))
const availabilityKeys = new Set((template.availability ?? []).map((entry) => entry.key))
const metricKeys = new Set(metrics.map((metric) => metric.key))

/** Words that are the same in Russian: names of companies, products and methods, and accepted abbreviations. */
const NAMES = new Set(
  `ADR Agile AI API AWS Azure AZ-104 AZ-204 AZ-900 C4 CAC CAC/LTV CAPM CCSP CDU CE CEO CEU CFO CI CIO CISSP CompTIA COO CPD CPE CTO
  DevOps Docker DORA dora.dev eNPS Git GitHub GitLab Google GROW ICE IPMA ISACA ISC2 ISO IT ITIL Java Kubernetes LTV LTV/CAC
  MBA Microsoft MoSCoW NPS OWASP PDU PeopleCert PMI PMO PRINCE2 Python r/devops r/EngineeringManagers RACI RAG README Reddit RICE
  ROI ROP RPO RTO SaaS Scrum SEU SLO SQL STAR SY0-801 Terraform VPE VPO`.split(/\s+/),
)
/** Proper names of several words, or with a word that alone is not a name. */
const PHRASES = [
  'AWS Skill Builder',
  '(Foundation)',
  'Associate Cloud Engineer',
  'Associate of ISC2',
  'AWS Cloud Quest',
  'Azure Developer Associate',
  'Associate или Professional',
  'Azure Administrator Associate',
  'Azure Administrator',
  'Business Acumen',
  'CertMaster CE',
  'Google Cloud',
  'Harvard Business Review',
  'Head of Engineering',
  'Machine Learning Engineer - Associate',
  'Microsoft Learn',
  'OWASP Top 10',
  'PeopleCert Plus',
  'Power Skills',
  'SaaS Metrics 2.0',
  'Scaled Agile',
  'Scrum Alliance',
  'Security+',
  'Solutions Architect - Professional',
  'Solutions Architect',
  'Yandex Cloud DevOps Engineer',
  'Yandex Cloud',
  'Leading SAFe',
  'SAFe Scrum Master',
  'Network+',
  'Ways of Working',
  'Яндекс ID',
  'impact-ретро',
  'Группа A',
  'Группа B',
  'Уровень Associate',
  'группы A',
]

/** What an issuer calls itself in the titles of its own pages, where this differs from its name in the catalogue. */
const OWN_NAMES: Record<string, string[]> = {
  'Amazon Web Services': ['AWS'],
  'CNCF / The Linux Foundation': ['CNCF', 'The Linux Foundation'],
  ISTQB: ['ISTQB member board'],
  Microsoft: ['Microsoft Learn'],
}

type Text = { ru: string; en: string }

/** Every text of a part with its path, titles of books and courses left out: those are quoted as published. */
function textsOf(value: unknown, path = ''): [path: string, text: Text][] {
  if (typeof value !== 'object' || value === null) return []
  if ('ru' in value && 'en' in value && typeof value.ru === 'string') return [[path, value as Text]]
  return Object.entries(value).flatMap(([key, part]) =>
    /learning\/\d+\/(title|by)$/.test(`${path}/${key}`) ? [] : textsOf(part, `${path}/${key}`),
  )
}

const repeated = (values: string[]) => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]

const keysOf = (part: { key: string }[]) => part.map(({ key }) => key)

describe('texts', () => {
  const texts = textsOf({ ...template, quickAdd })

  it('are many, so that the walk below is not empty', () => {
    expect(texts.length).toBeGreaterThan(1000)
  })

  it('have no Cyrillic in English', () => {
    expect(texts.filter(([, { en }]) => /[\u0400-\u04ff]/.test(en))).toEqual([])
  })

  it('have no Latin words in Russian but names', () => {
    const strangers = texts.flatMap(([path, { ru }]) => {
      const rest = PHRASES.reduce((text, phrase) => text.replaceAll(phrase, ' '), ru)
      const words = rest.match(/[A-Za-z\u00c0-\u024f][\w+#./&’'-]*/g) ?? []
      return words
        .map((word) => word.replace(/[./-]+$/, ''))
        .filter((word) => !NAMES.has(word) && !/^[×÷]$/.test(word))
        .map((word) => `${path}: ${word}`)
    })
    expect(strangers).toEqual([])
  })

  it('are typeset: no double spaces, no straight quotes, titles without a full stop', () => {
    const both = texts.flatMap(([path, { ru, en }]) => [`${path}: ${ru}`, `${path}: ${en}`])
    expect(both.filter((text) => / {2}|"| - (?!Professional|Associate)/.test(text))).toEqual([])
    expect(both.filter((text) => /\/title: .*\.$/.test(text))).toEqual([])
    expect(both.filter((text) => /\/(descriptor|check|purpose|why|meaning): .*[^.!?»”)]$/.test(text))).toEqual([])
  })
})

describe('keys', () => {
  it('are unique within their part', () => {
    const parts = {
      stages: keysOf(stages),
      milestones: stages.flatMap((stage) => keysOf(stage.milestones)),
      requirements: stages.flatMap((stage) => keysOf(stage.gate.requirements)),
      skills: keysOf(skills),
      obstacles: keysOf(template.obstacles),
      experiments: template.obstacles.flatMap((obstacle) => keysOf(obstacle.experiments)),
      metrics: keysOf(metrics),
      initiatives: keysOf(template.initiatives),
      people: keysOf(template.people),
      visibility: keysOf(template.visibility),
      cases: keysOf(cases),
      tactics: cases.flatMap(({ tactics }) => keysOf(tactics)),
      parts: cases.flatMap(({ tactics }) => tactics.flatMap((tactic) => keysOf(tactic.parts))),
      learning: keysOf(learning),
      certifications: keysOf(certifications),
      availability: keysOf(template.availability ?? []),
      reviewPrompts: keysOf(template.reviewPrompts),
    }
    for (const [part, keys] of Object.entries(parts)) expect(repeated(keys), part).toEqual([])
  })

  it('refer to something that exists', () => {
    const named = [
      ...stages.flatMap((stage) => stage.milestones.flatMap((milestone) => milestone.skills)),
      ...learning.flatMap((entry) => entry.skills),
      ...certifications.flatMap((entry) => entry.skills),
      ...cases
        .flatMap(({ tactics }) => tactics.flatMap(({ parts }) => parts))
        .flatMap((step) => ('skills' in step ? step.skills : [])),
    ]
    expect(named.filter((key) => !skillKeys.has(key))).toEqual([])
    expect(template.initiatives.filter(({ metric }) => !metricKeys.has(metric))).toEqual([])
    const sold = [...learning, ...certifications].flatMap(({ availability }) => availability ?? [])
    expect(sold.filter((key) => !availabilityKeys.has(key))).toEqual([])
    expect([...availabilityKeys].filter((key) => !sold.includes(key))).toEqual([])
  })

  it('leave no skill without a milestone and without something to learn from', () => {
    const practised = new Set(stages.flatMap((stage) => stage.milestones.flatMap((milestone) => milestone.skills)))
    const taught = new Set(learning.flatMap((entry) => entry.skills))
    expect([...skillKeys].filter((key) => !practised.has(key) || !taught.has(key))).toEqual([])
  })
})

it('offers two ways through the second stage, tech lead first', () => {
  expect(SHIPPED_VARIANTS.map(([name]) => name)).toEqual(['tech-lead', 'systems-analyst'])
  expect(stages.flatMap(({ number, variants }) => (variants === undefined ? [] : [number]))).toEqual([1])
})

describe.each(SHIPPED_VARIANTS)('targets, %s', (_name, { stages, skills }) => {
  it('have a target per stage that never falls and never lies below what a PMO lead brings at the end', () => {
    for (const { key, targets, baseline } of skills) {
      expect(targets, key).toEqual([...targets].sort())
      expect(targets.at(-1), key).toBeGreaterThan(baseline - 1)
    }
  })

  it('grow from stage to stage: something is asked of each stage', () => {
    for (const stage of [1, 2, 3])
      expect(skills.some(({ targets }) => (targets[stage] ?? 0) > (targets[stage - 1] ?? 0))).toBe(true)
    expect(stages).toHaveLength(4)
  })
})

describe('skills', () => {
  it('have six different descriptors in each language', () => {
    for (const { key, levels } of skills)
      for (const language of ['ru', 'en'] as const)
        expect(new Set(levels.map(({ descriptor }) => descriptor[language])).size, `${key} ${language}`).toBe(6)
  })

  it('have aliases that quick add can tell apart', () => {
    const aliases = skills.flatMap((skill) => [...skill.aliases.ru, ...skill.aliases.en])
    expect(repeated(aliases.map((alias) => normaliseSearchText(alias).replace(/[-_]/g, '')))).toEqual([])
    expect(aliases.filter((alias) => !/^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]*$/u.test(alias))).toEqual([])
    expect(skills.filter(({ aliases: { ru } }) => ru.some((alias) => /[a-z]/.test(alias)))).toEqual([])
    expect(skills.filter(({ aliases: { en } }) => en.some((alias) => /[\u0400-\u04ff]/.test(alias)))).toEqual([])
  })

  it('cover the three areas', () => {
    expect(new Set(skills.map(({ area }) => area))).toEqual(new Set(['technical', 'management', 'soft']))
  })
})

/** What the schema cannot check, because it allows templates of every size. */
describe('sizes', () => {
  const between = (count: number, least: number, most: number) => count >= least && count <= most

  it('are those of a plan of four stages with some thirty skills', () => {
    expect(stages).toHaveLength(4)
    expect(between(skills.length, 24, 30)).toBe(true)
    expect(template.roleShift).toHaveLength(4)
    expect(template.reviewPrompts.length).toBeGreaterThanOrEqual(5)
  })

  it('leave nothing empty and nothing endless', () => {
    const wrong = [
      ...skills.filter(({ evidenceIdeas }) => !between(evidenceIdeas.length, 2, 5)),
      ...skills.filter(({ levels }) => levels.some(({ signals }) => !between(signals.length, 2, 3))),
      ...skills.filter(({ aliases }) => aliases.ru.length === 0 || aliases.en.length === 0),
      ...SHIPPED_VARIANTS.flatMap(([, plan]) =>
        plan.stages.filter(
          ({ traps, gate }) => !between(traps.length, 2, 5) || !between(gate.requirements.length, 3, 12),
        ),
      ),
      ...template.obstacles.filter(({ experiments }) => !between(experiments.length, 3, 4)),
    ]
    expect(wrong.map(({ key }) => key)).toEqual([])
  })
})

describe.each(SHIPPED_VARIANTS)('stages, %s', (_name, { stages }) => {
  it('are numbered and fill the horizon', () => {
    expect(stages.map(({ number }) => number)).toEqual([0, 1, 2, 3])
    expect(stages.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  it('have 8-12 milestones; the first also the first 90 days, 10-12 with one for tonight', () => {
    for (const { key, number, milestones } of stages) {
      const early = milestones.filter(({ when }) => 'dayOffset' in when)
      expect(milestones.length - early.length, key).toBeGreaterThanOrEqual(8)
      expect(milestones.length - early.length, key).toBeLessThanOrEqual(12)
      if (number > 0) expect(early, key).toEqual([])
    }
    const offsets = stages[0]?.milestones.flatMap(({ when }) => ('dayOffset' in when ? [when.dayOffset] : [])) ?? []
    expect(offsets.length).toBeGreaterThanOrEqual(10)
    expect(offsets.length).toBeLessThanOrEqual(12)
    expect(offsets[0]).toBe(0)
  })

  it('list milestones in the order of their days', () => {
    for (const { key, milestones } of stages) {
      const order = milestones.map(({ when }) => ('dayOffset' in when ? when.dayOffset / 1000 : 0.1 + when.share))
      expect(order, key).toEqual([...order].sort((one, other) => one - other))
    }
  })
})

describe('practices', () => {
  it('are three for every skill, with two or three questions, none of them twice', () => {
    expect(skills.filter(({ practices, questions }) => practices === undefined || questions === undefined)).toEqual([])
    const said = skills.flatMap(({ practices, questions = [] }) => [...Object.values(practices ?? {}), ...questions])
    expect(repeated(said.map(({ ru }) => ru))).toEqual([])
    expect(repeated(said.map(({ en }) => en))).toEqual([])
  })

  it('ask questions, and say in whole sentences what to do', () => {
    const questions = skills.flatMap(({ questions: asked = [] }) => asked)
    expect(questions.filter(({ ru, en }) => !(ru.includes('?') && en.includes('?')))).toEqual([])
    const practices = skills.flatMap((skill) => Object.values(skill.practices ?? {}))
    expect(practices.filter(({ ru, en }) => !/[.?!»]$/.test(ru) || !/[.?!”]$/.test(en))).toEqual([])
  })
})

/** What keeps a requirement of the gate of stage `number` from being met with what the template offers. */
function obstacleTo(
  { stages, skills }: Pick<PlanTemplate, 'stages' | 'skills'>,
  requirement: (typeof stages)[number]['gate']['requirements'][number],
  number: number,
) {
  switch (requirement.kind) {
    case 'skill': {
      const target = skills.find(({ key }) => key === requirement.skill)?.targets[number]
      return target === undefined || requirement.level > target ? `level ${requirement.level}, target ${target}` : null
    }
    case 'milestone': {
      const offered = stages.slice(0, number + 1).flatMap((stage) => keysOf(stage.milestones))
      return offered.includes(requirement.milestone) ? null : `no milestone ${requirement.milestone} until then`
    }
    case 'certification': {
      const unknown = requirement.anyOf.filter((key) => !certificationKeys.has(key))
      const offered = requirement.anyOf.length === 0 ? certifications.length : requirement.anyOf.length
      return unknown.length > 0 || offered < requirement.count ? `certifications ${unknown.join()}` : null
    }
    case 'metric':
      return metricKeys.has(requirement.metric) ? null : `no metric ${requirement.metric}`
    case 'evidence': {
      if (requirement.activityKind !== undefined && requirement.of !== 'activity')
        return 'activityKind without activity'
      if (requirement.minScope !== undefined && requirement.of !== 'achievement') return 'minScope without achievement'
      const starters = learning.filter((entry) => entry.stages.some((stage) => stage <= number)).length
      return requirement.of === 'learning' && starters < requirement.count ? `only ${starters} learning starters` : null
    }
  }
}

describe.each(SHIPPED_VARIANTS)('gates, %s', (_name, { stages, skills }) => {
  it('can be fully met with what the template offers until then', () => {
    const unreachable = stages.flatMap(({ number, gate }) =>
      gate.requirements.flatMap((requirement) => {
        const obstacle = obstacleTo({ stages, skills }, requirement, number)
        return obstacle === null ? [] : [`${requirement.key}: ${obstacle}`]
      }),
    )
    expect(unreachable).toEqual([])
  })

  it('never ask the same thing twice, nor less than an earlier gate', () => {
    for (const { key, gate } of stages) {
      const asked = gate.requirements.map(({ key: _key, weight: _weight, note: _note, ...what }) =>
        JSON.stringify(what, (name, value) => (['level', 'count', 'value'].includes(name) ? undefined : value)),
      )
      expect(repeated(asked), key).toEqual([])
    }
    for (const { key: skill } of skills) {
      const levels = stages.flatMap(({ gate }) =>
        gate.requirements.flatMap((asked) => (asked.kind === 'skill' && asked.skill === skill ? [asked.level] : [])),
      )
      expect(levels, skill).toEqual([...levels].sort())
    }
  })
})

describe('catalogues', () => {
  it('hold the two obstacles of the source, enough to choose from and all criteria of the comparison', () => {
    expect(template.obstacles).toHaveLength(2)
    expect(certifications.length).toBeGreaterThanOrEqual(40)
    expect(learning.length).toBeGreaterThanOrEqual(60)
    expect(new Set(template.roleShift.map(({ criterion }) => criterion))).toEqual(new Set(RoleShiftCriterion.options))
  })

  it('have verified days that exist, and a source for each', () => {
    const dated = [...certifications, ...(template.availability ?? [])]
    const verified = dated.filter(({ lastVerified }) => lastVerified !== null)
    expect(verified.filter(({ lastVerified }) => !isCalendarDay(lastVerified ?? ''))).toEqual([])
    expect(verified.filter(({ source }) => source === null)).toEqual([])
    expect(certifications.filter(({ source, sourceUrl }) => (source === null) !== (sourceUrl === undefined))).toEqual(
      [],
    )
  })

  it('name as their source only a text of the issuer', () => {
    const strangers = certifications.filter(
      ({ issuer, source }) =>
        source !== null && !(OWN_NAMES[issuer] ?? [issuer]).some((name) => source.startsWith(name)),
    )
    expect(strangers.map(({ key, source }) => `${key}: ${source}`)).toEqual([])
  })

  it('say for every book since when it is read', () => {
    expect(learning.filter(({ kind, year }) => kind === 'book' && year === undefined)).toEqual([])
  })

  it('never claim a renewal of what never expires', () => {
    expect(certifications.filter(({ validity, renewal }) => validity === 'never' && renewal !== null)).toEqual([])
  })

  it('have quick-add words for every kind, none of which means two', () => {
    expect(quickAdd.map(({ kind }) => kind)).toEqual(expect.arrayContaining(ActivityKind.options))
    const words = quickAdd.flatMap(({ ru, en }) => [...ru, ...en])
    expect(repeated(words)).toEqual([])
    expect(words.filter((word) => word !== normaliseSearchText(word).trim())).toEqual([])
    expect(quickAdd.flatMap(({ ru }) => ru).filter((word) => /[a-z]/.test(word))).toEqual([])
    expect(quickAdd.flatMap(({ en }) => en).filter((word) => /[\u0400-\u04ff]/.test(word))).toEqual([])
  })
})

describe('JSON Schema', () => {
  const schema = z.toJSONSchema(PlanTemplate, { io: 'input', reused: 'ref' })
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema)

  it('is the one in resources (`vitest run -u` writes it anew)', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../../../resources/plan.schema.json')
  })

  it('accepts the template and refuses a text in one language', () => {
    expect(validate(assembleTemplate()), JSON.stringify(validate.errors)).toBe(true)
    const [first, ...rest] = template.reviewPrompts
    expect(validate({ ...template, reviewPrompts: [{ ...first, prompt: { ru: 'Что?' } }, ...rest] })).toBe(false)
  })
})
