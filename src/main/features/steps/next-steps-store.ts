import { inArray, isNull } from 'drizzle-orm'
import { findPresentGate } from '#main/features/plan/plan-store.ts'
import { metricUnits, toStatus } from '#main/features/plan/present-stage-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { listItems } from '#main/store/engine/items.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { milestoneEntity } from '#main/store/entities/plan.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import { certification } from '#main/store/schema/certifications.ts'
import { learning } from '#main/store/schema/learning.ts'
import { milestone } from '#main/store/schema/plan.ts'
import { project } from '#main/store/schema/projects.ts'
import type { Suggestion } from '#shared/contract/steps.ts'
import { type EarlierStep, nextSteps, restingKeys, type StepTime } from '#shared/domain/steps/next-steps.ts'
import { LocalText } from '#shared/model/common.ts'
import { type StepFacts, stepCandidates } from './step-candidates.ts'

/** Suggestions in one answer. */
const COUNT = 3

function readSkills(store: Store): StepFacts['skills'] {
  const sql = `SELECT item.uid, skill.key, item.title FROM skill CROSS JOIN item USING (id)
    WHERE archived = 0 ORDER BY skill.position, skill.id`
  return readRows<StepFacts['skills'][number]>(store, sql, [], { title: LocalText })
}

function readChosenKeys(store: Store): Set<string> {
  const sql = `SELECT catalogue_key AS key FROM learning WHERE catalogue_key IS NOT NULL
    UNION SELECT catalogue_key FROM certification WHERE catalogue_key IS NOT NULL`
  return new Set(readRows<{ key: string }>(store, sql, []).map(({ key }) => key))
}

/** What is lacking at the present gate, and what there is to do about it; null where there is no gate. */
function readFacts(store: Store): StepFacts | null {
  const gate = findPresentGate(store)
  if (gate === null) return null
  const { stage, requirements, totalWeight } = gate
  const template = planTemplate(store)
  return {
    open: requirements.filter(({ value }) => value < 1),
    totalWeight,
    stageNumber: template.stages.find(({ key }) => key === stage.key)?.number ?? null,
    template,
    skills: readSkills(store),
    learning: listItems(store, learningEntity, { where: inArray(learning.status, ['planned', 'inProgress']) }),
    chosenKeys: readChosenKeys(store),
    projects: listItems(store, projectEntity, { where: inArray(project.status, ['active']) }),
    certifications: listItems(store, certificationEntity, {
      where: inArray(certification.status, ['planned', 'preparing', 'booked']),
    }),
    milestones: listItems(store, milestoneEntity, { where: isNull(milestone.doneDay) }).filter(
      ({ stageUid }) => stageUid === stage.uid,
    ),
  }
}

function readEarlierSteps(store: Store): EarlierStep[] {
  const sql = `SELECT suggested_by AS suggestedBy, status, week, end_day AS endDay FROM step
    WHERE suggested_by IS NOT NULL`
  return readRows<EarlierStep>(store, sql, [])
}

/** The best next steps for the present gate in the time there is, each with the requirement it is for. */
export function suggestSteps(store: Store, { time }: { time: StepTime }): Suggestion[] {
  const facts = readFacts(store)
  if (facts === null) return []
  const resting = restingKeys(readEarlierSteps(store), today(store))
  const candidates = stepCandidates(facts, time).filter(({ key }) => !resting.has(key))
  const units = metricUnits(store)
  return nextSteps(candidates, time, COUNT).flatMap((step) => {
    const requirement = facts.open.find(({ uid }) => uid === step.requirementUid)
    if (requirement === undefined) return []
    const { key, kind, subject, activityKind, how, links, gain } = step
    const minutes = { minutes: step.partMinutes, wholeMinutes: step.minutes }
    const why = { requirement: toStatus(requirement, units), share: requirement.weight / facts.totalWeight, gain }
    return [{ key, kind, subject, activityKind, how, links, ...minutes, ...why }]
  })
}
