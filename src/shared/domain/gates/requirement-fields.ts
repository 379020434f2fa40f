import type { RequirementFields } from '#shared/model/plan.ts'

const KIND_FIELDS = {
  skill: ['skillUid', 'level'],
  evidence: ['evidenceKind', 'activityKind', 'minScope', 'count'],
  certification: ['count', 'catalogueKeys'],
  metric: ['metricUid', 'metricValue'],
  milestone: ['milestoneUid'],
} as const

type KindField = (typeof KIND_FIELDS)[keyof typeof KIND_FIELDS][number]

/**
 * The fields that belong to other kinds of requirement. They are kept empty: a requirement must not be removed with a skill
 * it once named, nor count by a scope it no longer shows.
 */
export function foreignFields({ kind, evidenceKind }: Pick<RequirementFields, 'kind' | 'evidenceKind'>): KindField[] {
  const own = new Set<string>(KIND_FIELDS[kind])
  if (evidenceKind !== 'activity') own.delete('activityKind')
  if (evidenceKind !== 'achievement') own.delete('minScope')
  return Object.values(KIND_FIELDS).flatMap((names) => names.filter((name) => !own.has(name)))
}
