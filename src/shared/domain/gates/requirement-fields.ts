import { emptyRequirement, type RequirementFields } from '#shared/model/plan.ts'

const KIND_FIELDS = {
  skill: ['skillUid', 'level'],
  evidence: ['evidenceKind', 'activityKind', 'minScope', 'count', 'since', 'visibilityKinds', 'minOutside'],
  certification: ['count', 'since', 'catalogueKeys'],
  metric: ['metricUid', 'metricValue'],
  milestone: ['milestoneUid'],
} as const

type KindField = (typeof KIND_FIELDS)[keyof typeof KIND_FIELDS][number]

/**
 * The fields that belong to other kinds of requirement. They are kept empty: a requirement must not be removed with a skill
 * it once named, nor count by a scope it no longer shows.
 */
export function foreignFields({
  kind,
  evidenceKind,
  activityKind,
}: Pick<RequirementFields, 'kind' | 'evidenceKind' | 'activityKind'>): KindField[] {
  const own = new Set<string>(KIND_FIELDS[kind])
  if (evidenceKind !== 'activity') own.delete('activityKind')
  if (evidenceKind !== 'achievement') own.delete('minScope')
  if (evidenceKind !== 'activity' || activityKind !== 'visibility') {
    own.delete('visibilityKinds')
    own.delete('minOutside')
  }
  return [...new Set(Object.values(KIND_FIELDS).flat())].filter((name) => !own.has(name))
}

/** A requirement without what was chosen for another kind, or for another sort of evidence, before the mind changed. */
export function ownFields<Fields extends RequirementFields>(fields: Fields): Fields {
  return { ...fields, ...Object.fromEntries(foreignFields(fields).map((name) => [name, emptyRequirement[name]])) }
}
