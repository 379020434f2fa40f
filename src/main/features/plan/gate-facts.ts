import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import { doneBy } from '#main/store/facts/done.ts'
import { type MetricValues, metricValues } from '#main/store/facts/metric-values.ts'
import { currentLevels, type SkillLevel } from '#main/store/facts/skill-levels.ts'
import { type CountedFrom, countedFrom, type PlanDays } from '#shared/domain/gates/counted-from.ts'
import type { RequirementFacts } from '#shared/domain/gates/readiness.ts'
import type { Day } from '#shared/model/common.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { countItems } from './counted-items.ts'

/** What gates can ask about, read once for all of them. */
export interface GateFacts {
  levels: Map<string, SkillLevel>
  metrics: Map<string, MetricValues>
  doneMilestones: Set<string>
  /** From which day on a requirement counts. */
  from(requirement: RequirementFields): CountedFrom
  /** Finished items that fit a requirement of kind evidence or certification. */
  count(requirement: RequirementFields): { count: number; outside: number }
}

/** The facts from which the beginning of a stage is known. */
function readPlanDays(store: Store): PlanDays {
  const stages = readRows<{ uid: string; passedOn: Day | null }>(
    store,
    'SELECT uid, passed_on AS passedOn FROM stage CROSS JOIN item USING (id) ORDER BY position, stage.id',
    [],
  )
  const plan = findRow<{ startDay: Day }>(store, 'SELECT start_day AS startDay FROM plan ORDER BY id LIMIT 1', [])
  return { startDay: plan?.startDay ?? null, stages }
}

/** From which day on a requirement counts, when only one is asked about. */
export const countedFromOf = (store: Store, requirement: RequirementFields): CountedFrom =>
  countedFrom(requirement, readPlanDays(store))

function doneMilestones(store: Store): Set<string> {
  const rows = readRows<{ uid: string }>(
    store,
    `SELECT item.uid FROM milestone CROSS JOIN item ON item.id = milestone.id WHERE ${doneBy('milestone', '@today')}`,
    { today: today(store) },
  )
  return new Set(rows.map(({ uid }) => uid))
}

/** Reads what gates ask about, in a handful of prepared statements. */
export function gatherGateFacts(store: Store): GateFacts {
  const days = readPlanDays(store)
  const from = (requirement: RequirementFields) => countedFrom(requirement, days)
  return {
    levels: currentLevels(store),
    metrics: metricValues(store),
    doneMilestones: doneMilestones(store),
    from,
    count: (requirement) => countItems(store, requirement, from(requirement)),
  }
}

/** Today's facts about one requirement. */
export function factsOf(requirement: RequirementFields, facts: GateFacts): RequirementFacts {
  const { kind, skillUid, metricUid, milestoneUid } = requirement
  switch (kind) {
    case 'skill':
      return { kind, level: facts.levels.get(skillUid ?? '')?.level ?? null }
    case 'evidence':
      return { kind, ...facts.count(requirement) }
    case 'certification':
      return { kind, count: facts.count(requirement).count }
    case 'metric': {
      const { baseline = null, current = null, direction = 'up' } = facts.metrics.get(metricUid ?? '') ?? {}
      return { kind, baseline, current, direction }
    }
    case 'milestone':
      return { kind, done: facts.doneMilestones.has(milestoneUid ?? '') }
  }
}
