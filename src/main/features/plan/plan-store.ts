import { asc } from 'drizzle-orm'
import type { Store } from '#main/store/engine/database.ts'
import { type Change, listItems, type Saved, updateItem, type View } from '#main/store/engine/items.ts'
import { milestoneEntity, planEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { milestone, plan, requirement, stage } from '#main/store/schema/plan.ts'
import type { PlanView, RequirementView, StageView } from '#shared/contract/plan.ts'
import {
  gateReadiness,
  presentStage,
  type RequirementFacts,
  requirementReadiness,
} from '#shared/domain/gates/readiness.ts'
import { Failure } from '#shared/model/failure.ts'
import type { MilestoneFields, PlanFields, RequirementFields, StageFields } from '#shared/model/plan.ts'
import { factsOf, type GateFacts, gatherGateFacts } from './gate-facts.ts'

/** The plan of the workspace, null before the first run. */
export function findPlan(store: Store): View<PlanFields> | null {
  return listItems(store, planEntity, { orderBy: [asc(plan.id)], limit: 1 })[0] ?? null
}

/** The plan; throws NOT_FOUND before the first run. */
export function requirePlan(store: Store): View<PlanFields> {
  const found = findPlan(store)
  if (found === null) throw new Failure('NOT_FOUND', { uid: 'plan' })
  return found
}

/** All stages in the order of the plan. */
export function listStages(store: Store): View<StageFields>[] {
  return listItems(store, stageEntity, { orderBy: [asc(stage.position), asc(stage.id)] })
}

/** All milestones, in their order within each stage. */
export function listMilestones(store: Store): View<MilestoneFields>[] {
  return listItems(store, milestoneEntity, { orderBy: [asc(milestone.position), asc(milestone.id)] })
}

/** All requirements, in their order within each gate. */
export function listRequirements(store: Store): View<RequirementFields>[] {
  return listItems(store, requirementEntity, { orderBy: [asc(requirement.position), asc(requirement.id)] })
}

/** What a requirement counts and from which day, in addition to its readiness. */
function countsOf(asked: RequirementFields, found: RequirementFacts, facts: GateFacts) {
  const from = facts.from(asked)
  const isCount = found.kind === 'evidence' || found.kind === 'certification'
  return {
    counted: isCount ? found.count : null,
    outside: found.kind === 'evidence' && asked.minOutside !== null ? found.outside : null,
    countsFrom: from === 'notYet' ? null : from,
    waitsForStage: from === 'notYet',
  }
}

/** Requirements of one gate with how far each is met, and the readiness they add up to. */
export function readGate(
  requirements: View<RequirementFields>[],
  facts: GateFacts,
): Pick<StageView, 'requirements' | 'readiness' | 'totalWeight'> {
  const read = requirements.map((asked) => {
    const found = factsOf(asked, facts)
    const { baseline, direction } = found.kind === 'metric' ? found : { baseline: null, direction: null }
    return { ...asked, ...requirementReadiness(asked, found), ...countsOf(asked, found, facts), baseline, direction }
  })
  const gate = gateReadiness(read)
  const views = read.map((one, index): RequirementView => {
    const contribution = gate.parts[index]?.contribution ?? 0
    return { ...one, contribution }
  })
  return { requirements: views, readiness: gate.value, totalWeight: gate.totalWeight }
}

const byStage = <Owned extends { stageUid: string }>(items: Owned[]): Map<string, Owned[]> =>
  Map.groupBy(items, ({ stageUid }) => stageUid)

/** The whole plan: stages with milestones, gates with their readiness, and which stage is the present one. */
export function getPlan(store: Store): PlanView {
  const found = findPlan(store)
  const stages = listStages(store)
  const milestones = byStage(listMilestones(store))
  const requirements = byStage(listRequirements(store))
  const facts = gatherGateFacts(store)
  const views = stages.map((one): StageView => {
    const gate = readGate(requirements.get(one.uid) ?? [], facts)
    return { ...one, milestones: milestones.get(one.uid) ?? [], ...gate }
  })
  return { plan: found, presentStageUid: presentStage(stages)?.uid ?? null, stages: views }
}

/** Changes roles, title, vision or note of the plan. */
export function updatePlan(store: Store, input: Omit<Change<PlanFields>, 'uid'>): Saved {
  return updateItem(store, planEntity, { ...input, uid: requirePlan(store).uid })
}
