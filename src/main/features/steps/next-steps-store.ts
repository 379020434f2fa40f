import { inArray, isNull } from 'drizzle-orm'
import { findPresentGate, metricUnits, toStatus } from '#main/features/plan/present-stage-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { listItems } from '#main/store/engine/items.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { milestoneEntity } from '#main/store/entities/plan.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import { VALID_CERTIFICATES } from '#main/store/facts/valid-certificates.ts'
import { certification } from '#main/store/schema/certifications.ts'
import { learning } from '#main/store/schema/learning.ts'
import { milestone } from '#main/store/schema/plan.ts'
import { project } from '#main/store/schema/projects.ts'
import type { Suggestion } from '#shared/contract/steps.ts'
import { type EarlierStep, nextSteps, restingKeys } from '#shared/domain/steps/next-steps.ts'
import { LocalText } from '#shared/model/common.ts'
import type { StepTime } from '#shared/model/step.ts'
import { type StepFacts, stepCandidates } from './step-candidates.ts'

/** Number of suggestions in one answer. */
const COUNT = 3

function readSkills(store: Store): StepFacts['skills'] {
  const sql = `SELECT item.uid, skill.key, item.title FROM skill CROSS JOIN item USING (id)
    WHERE archived = 0 ORDER BY skill.position, skill.id`
  return readRows<StepFacts['skills'][number]>(store, sql, [], { title: LocalText })
}

const ON_ITS_WAY = ['planned', 'preparing', 'booked'] as const

function readChosenKeys(store: Store): Set<string> {
  const sql = `SELECT catalogue_key AS key FROM learning WHERE catalogue_key IS NOT NULL
    UNION SELECT catalogue_key FROM certification WHERE catalogue_key IS NOT NULL
      AND (status IN (SELECT value FROM json_each(:open)) OR id IN (${VALID_CERTIFICATES}))`
  const rows = readRows<{ key: string }>(store, sql, { open: JSON.stringify(ON_ITS_WAY), today: today(store) })
  return new Set(rows.map(({ key }) => key))
}

/** What is still missing for the present gate, and what can be done about it; null where there is no gate. */
function readFacts(store: Store): StepFacts | null {
  const gate = findPresentGate(store)
  if (gate === null) return null
  const { stage, requirements, totalWeight } = gate
  const template = planTemplate(store)
  const open = requirements.filter(({ value }) => value < 1)
  const named = new Set(open.map(({ milestoneUid }) => milestoneUid))
  return {
    today: today(store),
    resting: restingKeys(readEarlierSteps(store), today(store)),
    open,
    totalWeight,
    stageNumber: template.stages.find(({ key }) => key === stage.key)?.number ?? null,
    template,
    skills: readSkills(store),
    learning: listItems(store, learningEntity, { where: inArray(learning.status, ['planned', 'inProgress']) }),
    chosenKeys: readChosenKeys(store),
    projects: listItems(store, projectEntity, { where: inArray(project.status, ['active']) }),
    certifications: listItems(store, certificationEntity, {
      where: inArray(certification.status, [...ON_ITS_WAY]),
    }),
    milestones: listItems(store, milestoneEntity, { where: isNull(milestone.doneDay) }).filter(
      ({ uid, stageUid }) => stageUid === stage.uid || named.has(uid),
    ),
  }
}

function readEarlierSteps(store: Store): EarlierStep[] {
  const sql = `SELECT suggested_by AS suggestedBy, status, week, end_day AS endDay FROM step
    WHERE suggested_by IS NOT NULL`
  return readRows<EarlierStep>(store, sql, [])
}

/** The best next steps for the present gate in the given time, each with the requirement it is for. */
export function suggestSteps(store: Store, { time }: { time: StepTime }): Suggestion[] {
  const facts = readFacts(store)
  if (facts === null) return []
  const units = metricUnits(store)
  return nextSteps(stepCandidates(facts, time), time, COUNT).flatMap((step) => {
    const requirement = facts.open.find(({ uid }) => uid === step.requirementUid)
    if (requirement === undefined) return []
    const { key, kind, subject, activityKind, how, links, others } = step
    const minutes = { minutes: step.partMinutes, wholeMinutes: step.minutes }
    const gain = kind === 'rate' ? null : Math.min(1, step.wholeGain)
    const why = {
      requirement: toStatus(requirement, units),
      share: requirement.weight / facts.totalWeight,
      others,
      gain,
    }
    return [{ key, kind, subject, activityKind, how, links, ...minutes, ...why }]
  })
}
