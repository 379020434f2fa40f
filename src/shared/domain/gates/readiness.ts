import type { RequirementFields } from '#shared/model/plan.ts'
import type { Direction, RequirementKind } from '#shared/model/vocabulary.ts'

/**
 * Readiness: how much of a gate is met, as a number from 0 to 1 whose formula can be shown.
 *
 *     gate = sum(weight * requirement) / sum(weight)
 *
 * Readiness informs; it never passes a gate by itself. The user passes a gate, and that is dated.
 */

/** The stored fields of a requirement that its readiness depends on. */
export type RequirementTarget = Pick<RequirementFields, 'kind' | 'level' | 'count' | 'minOutside' | 'metricValue'>

/** The present facts of each kind of requirement. */
export type RequirementFacts =
  /** The newest assessment of the skill, null = not assessed yet. */
  | { kind: 'skill'; level: number | null }
  /** Finished items that fit the requirement, and how many of them were visible outside the company. */
  | { kind: 'evidence'; count: number; outside: number }
  /** Earned certifications that fit the requirement and have not expired. */
  | { kind: 'certification'; count: number }
  /** First and newest value of the metric, null = no value yet. */
  | { kind: 'metric'; baseline: number | null; current: number | null; direction: Direction }
  | { kind: 'milestone'; done: boolean }

/**
 * `value` is 0-1; `current` and `target` are the numbers it was computed from (null = unknown). A milestone counts 0 or
 * 1 of 1.
 */
export type RequirementReadiness = { value: number; current: number | null; target: number | null }

/** One requirement in the sum of its gate; all contributions add up to the gate's value. */
export type GatePart = { uid: string; weight: number; value: number; contribution: number }

/** `value` is null for a gate without requirements. */
export type GateReadiness = { value: number | null; parts: GatePart[]; totalWeight: number }

/**
 * The readiness of one requirement.
 *
 * - skill: current level / target level; a skill without an assessment counts 0
 * - evidence, certification: count / target count; if some items must be visible outside the company, their places stay
 *   empty until there are such items
 * - metric: see `metricReadiness`
 * - milestone: 0 or 1
 *
 * An improvement never lowers the value, and the value is 1 exactly when the target is reached.
 *
 * @throws TypeError when the facts are of another kind than the requirement
 */
export function requirementReadiness(requirement: RequirementTarget, facts: RequirementFacts): RequirementReadiness {
  assertSameKind(requirement.kind, facts.kind)
  switch (facts.kind) {
    case 'skill':
      return countReadiness(facts.level, requirement.level)
    case 'evidence':
      return countReadiness(fittingCount(requirement, facts), requirement.count)
    case 'certification':
      return countReadiness(facts.count, requirement.count)
    case 'metric':
      return metricReadiness(facts, requirement.metricValue)
    case 'milestone':
      return countReadiness(facts.done ? 1 : 0, 1)
  }
}

/** Weighted mean of the requirements of a gate, with the contribution of each. Weights are 1-10. */
export function gateReadiness(requirements: readonly { uid: string; weight: number; value: number }[]): GateReadiness {
  const totalWeight = requirements.reduce((sum, { weight }) => sum + weight, 0)
  if (totalWeight === 0) return { value: null, parts: [], totalWeight: 0 }
  const weighted = requirements.reduce((sum, { weight, value }) => sum + weight * value, 0)
  const parts = requirements.map(({ uid, weight, value }) => ({
    uid,
    weight,
    value,
    contribution: (weight * value) / totalWeight,
  }))
  return { value: weighted / totalWeight, parts, totalWeight }
}

/**
 * The present stage: the first, in the order of the plan, whose gate is not passed. Null if all are passed (or there
 * are no stages): the plan is complete.
 */
export function presentStage<Stage extends { passedOn: string | null }>(stages: readonly Stage[]): Stage | null {
  return stages.find((stage) => stage.passedOn === null) ?? null
}

function assertSameKind(requirement: RequirementKind, facts: RequirementKind): void {
  if (requirement !== facts) throw new TypeError(`Facts of kind ${facts} for a requirement of kind ${requirement}`)
}

/**
 * How many of the target places are filled: those reserved for items visible outside the company cannot be filled by
 * others.
 */
function fittingCount(
  { count, minOutside }: Pick<RequirementTarget, 'count' | 'minOutside'>,
  found: { count: number; outside: number },
): number {
  const lacking = Math.max(0, (minOutside ?? 0) - found.outside)
  return lacking === 0 ? found.count : Math.min(found.count, (count ?? 0) - lacking)
}

function countReadiness(current: number | null, target: number | null): RequirementReadiness {
  return { value: current === null || target === null ? 0 : shareReached(current, target), current, target }
}

/**
 * The progress of a metric from its baseline to the target:
 *
 *     (current - baseline) / (target - baseline)
 *
 * If the baseline is unknown or already beyond the target, the ratio of the current value to the target is used instead
 * (inverted for a metric that should fall).
 */
function metricReadiness(
  { baseline, current, direction }: { baseline: number | null; current: number | null; direction: Direction },
  target: number | null,
): RequirementReadiness {
  if (current === null || target === null) return { value: 0, current, target }
  const isReached = (value: number) => (direction === 'up' ? value >= target : value <= target)
  if (isReached(current)) return { value: 1, current, target }
  if (baseline !== null && !isReached(baseline))
    return { value: toUnit((current - baseline) / (target - baseline)), current, target }
  return { value: direction === 'up' ? shareReached(current, target) : shareReached(target, current), current, target }
}

/** `current / target` within 0-1; a target of zero or less is met by any value that is not below it. */
function shareReached(current: number, target: number): number {
  if (current >= target) return 1
  return target > 0 ? toUnit(current / target) : 0
}

function toUnit(value: number): number {
  return Math.min(1, Math.max(0, value))
}
