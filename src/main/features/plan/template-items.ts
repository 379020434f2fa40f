import { emptyRequirement, type RequirementFields } from '#shared/model/plan.ts'
import type { PlanTemplate, TemplateMilestone } from '#shared/model/template.ts'
import type { TemplateRequirement } from '#shared/model/template-gate.ts'

export type TemplateStage = PlanTemplate['stages'][number]

/** Uids of what was made from the template, by kind and template key. */
export type Made = Record<'stage' | 'skill' | 'metric' | 'milestone', Map<string, string>>

export function madeUid(made: Made, kind: keyof Made, key: string): string {
  const uid = made[kind].get(key)
  if (uid === undefined) throw new Error(`The template names an unknown ${kind}: ${key}`)
  return uid
}

/** A milestone of the template as an item, without its place and its day; links to missing skills are left out. */
export function milestoneFields({ key, title, check, skills, when }: TemplateMilestone, made: Made) {
  const links = skills.flatMap((skill) => made.skill.get(skill) ?? [])
  return { key, title, check, first90: 'dayOffset' in when, links }
}

/**
 * The item a requirement of the template refers to, without which the requirement cannot be made; null for a
 * requirement that counts items.
 */
export function namedIn(asked: TemplateRequirement): [kind: 'skill' | 'metric' | 'milestone', key: string] | null {
  if (asked.kind === 'skill') return ['skill', asked.skill]
  if (asked.kind === 'metric') return ['metric', asked.metric]
  return asked.kind === 'milestone' ? ['milestone', asked.milestone] : null
}

/** A requirement of the template as an item, without its stage and its place. */
export function requirementFields(
  asked: TemplateRequirement,
  made: Made,
): Omit<RequirementFields, 'stageUid' | 'position'> {
  const { kind, weight, note = '' } = asked
  const fields = { ...emptyRequirement, kind, weight, note }
  switch (asked.kind) {
    case 'skill':
      return { ...fields, skillUid: madeUid(made, 'skill', asked.skill), level: asked.level }
    case 'evidence': {
      const { of, activityKind = null, minScope = null, count, since = 'always' } = asked
      const { visibilityKinds = [], minOutside = null } = asked
      const filters = { activityKind, minScope, since, visibilityKinds, minOutside }
      return { ...fields, ...filters, evidenceKind: of, count }
    }
    case 'certification':
      return { ...fields, catalogueKeys: asked.anyOf, count: asked.count, since: asked.since ?? 'always' }
    case 'metric':
      return { ...fields, metricUid: madeUid(made, 'metric', asked.metric), metricValue: asked.value }
    case 'milestone':
      return { ...fields, milestoneUid: madeUid(made, 'milestone', asked.milestone) }
  }
}
