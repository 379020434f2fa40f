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
 * The fields that belong to other kinds of requirement. They are kept empty: otherwise a requirement could be removed
 * together with a skill it once named, or count by a scope that is no longer shown.
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

/** A requirement without values that were chosen for another kind or another sort of evidence. */
export function ownFields<Fields extends RequirementFields>(fields: Fields): Fields {
  return { ...fields, ...Object.fromEntries(foreignFields(fields).map((name) => [name, emptyRequirement[name]])) }
}
