import { emptyRequirement, type RequirementFields } from '#shared/model/plan.ts'

type KindField =
  | 'skillUid'
  | 'level'
  | 'evidenceKind'
  | 'activityKind'
  | 'minScope'
  | 'count'
  | 'catalogueKeys'
  | 'metricUid'
  | 'metricValue'
  | 'milestoneUid'

const KEPT: Record<RequirementFields['kind'], readonly KindField[]> = {
  skill: ['skillUid', 'level'],
  evidence: ['evidenceKind', 'activityKind', 'minScope', 'count'],
  certification: ['catalogueKeys', 'count'],
  metric: ['metricUid', 'metricValue'],
  milestone: ['milestoneUid'],
}

/** A requirement without what was chosen for another kind, or for another sort of evidence, before the mind changed. */
export function fieldsOfKind(fields: RequirementFields): RequirementFields {
  const { skillUid, level, evidenceKind, activityKind, minScope } = emptyRequirement
  const { count, catalogueKeys, metricUid, metricValue, milestoneUid } = emptyRequirement
  const empty = {
    ...{ skillUid, level, evidenceKind, activityKind, minScope },
    ...{ count, catalogueKeys, metricUid, metricValue, milestoneUid },
  }
  const kept = Object.fromEntries(KEPT[fields.kind].map((name) => [name, fields[name]]))
  const result: RequirementFields = { ...fields, ...empty, ...kept }
  if (result.evidenceKind !== 'activity') result.activityKind = null
  if (result.evidenceKind !== 'achievement') result.minScope = null
  return result
}
