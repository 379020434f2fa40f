import { isDeepStrictEqual } from 'node:util'
import { asc, desc, eq } from 'drizzle-orm'
import { create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import { refuseFutureDay, today } from '#main/store/engine/days.ts'
import { getItem, listItems, type Saved, type View } from '#main/store/engine/items.ts'
import { readDoc, requireItem } from '#main/store/engine/rows.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import type { Entity, Patch } from '#main/store/entities/entity.ts'
import { stageEntity } from '#main/store/entities/plan.ts'
import { assessmentEntity, skillEntity } from '#main/store/entities/skills.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import { currentLevels, type SkillLevel } from '#main/store/facts/skill-levels.ts'
import { stage } from '#main/store/schema/plan.ts'
import { assessment, skill } from '#main/store/schema/skills.ts'
import type { SkillLine, SkillView, skillStateShape } from '#shared/contract/skills.ts'
import { lastYearDays } from '#shared/domain/calendar/journal-days.ts'
import { presentStage } from '#shared/domain/gates/readiness.ts'
import type { StageFields } from '#shared/model/plan.ts'
import type { AssessmentFields, SkillFields } from '#shared/model/skill.ts'
import { Area } from '#shared/model/vocabulary.ts'
import { type AboutSkill, readEvidence, type SkillEvidence } from './evidence-store.ts'

interface Practice extends AboutSkill {
  yearMinutes: number
}

/**
 * Journal entries about each skill, or only the one with the id, until today; from the link index alone: only links of
 * activities carry a day.
 */
function readPractice(store: Store, only: number | null): Map<string, Practice> {
  const links = "link.target_type = 'skill' AND link.target_id = skill.id AND link.day"
  const rows = readRows<Practice & { uid: string }>(
    store,
    `SELECT item.uid,
              (SELECT ifnull(sum(minutes), 0) FROM link WHERE ${links} BETWEEN @from AND @today) AS yearMinutes,
              (SELECT count(*) FROM link WHERE ${links} <= @today) AS lines,
              (SELECT max(link.day) FROM link WHERE ${links} <= @today) AS lastDay
       FROM skill CROSS JOIN item ON item.id = skill.id${only === null ? '' : ' WHERE skill.id = @skill'}`,
    { from: lastYearDays(today(store)).from, today: today(store), ...(only !== null && { skill: only }) },
  )
  return new Map(rows.map(({ uid, ...practice }) => [uid, practice]))
}

/** The levels that the gate of a stage asks for, by the uid of the skill. */
function readGateLevels(store: Store, stageUid: string | null): Map<string, number> {
  if (stageUid === null) return new Map()
  const rows = readRows<{ uid: string; level: number }>(
    store,
    `SELECT item.uid, max(level) AS level FROM requirement CROSS JOIN item ON item.id = skill_id
     WHERE stage_id = @stage AND kind = 'skill' GROUP BY skill_id`,
    { stage: requireItem(store, stageUid).id },
  )
  return new Map(rows.map(({ uid, level }) => [uid, level]))
}

const listStages = (store: Store): View<StageFields>[] =>
  listItems(store, stageEntity, { orderBy: [asc(stage.position), asc(stage.id)] })

/** What lists and pages of skills need beside the skills themselves, read once; of one skill only if its id is given. */
interface SkillFacts {
  levels: Map<string, SkillLevel>
  practice: Map<string, Practice>
  evidence: Map<string, SkillEvidence>
  gateLevels: Map<string, number>
  baselines: Map<string, number>
  stages: View<StageFields>[]
  present: View<StageFields> | null
}

function readFacts(store: Store, only: number | null = null): SkillFacts {
  const stages = listStages(store)
  const baselines = new Map(planTemplate(store).skills.map(({ key, baseline }) => [key, baseline]))
  const present = presentStage(stages)
  const practice = readPractice(store, only)
  return {
    levels: currentLevels(store),
    practice,
    evidence: readEvidence(store, practice, only),
    gateLevels: readGateLevels(store, present?.uid ?? null),
    baselines,
    stages,
    present,
  }
}

type State = Pick<SkillView, keyof typeof skillStateShape>

function stateOf({ uid, key, targets }: Pick<View<SkillFields>, 'uid' | 'key' | 'targets'>, facts: SkillFacts): State {
  const { level = null, day: assessedOn = null } = facts.levels.get(uid) ?? {}
  const { yearMinutes = 0, lastDay: lastActivityDay = null } = facts.practice.get(uid) ?? {}
  const { counts: evidence = [], newest: evidenceOn = null } = facts.evidence.get(uid) ?? {}
  const target = targets[facts.present?.uid ?? ''] ?? null
  return {
    level,
    assessedOn,
    target,
    gap: target === null ? null : Math.max(0, target - (level ?? 0)),
    gateLevel: facts.gateLevels.get(uid) ?? null,
    baseline: facts.baselines.get(key ?? '') ?? null,
    yearMinutes,
    lastActivityDay,
    evidence,
    evidenceOn,
  }
}

const areaOrder = (area: SkillFields['area']) => Area.options.indexOf(area)

/** All skills by area and position, archived ones at the end. */
export function listSkills(store: Store): SkillLine[] {
  const facts = readFacts(store)
  const leaveOut = ['levels', 'meaning', 'why', 'evidenceIdeas']
  const views = listItems(store, skillEntity, { leaveOut, orderBy: [asc(skill.position), asc(skill.id)] })
  const lines = views.map((view): SkillLine => {
    const { uid, key, area, position, title, aliases, archived } = view
    return { uid, key, area, position, title, aliases, archived, targets: view.targets, ...stateOf(view, facts) }
  })
  return lines.sort(
    (one, other) =>
      Number(one.archived) - Number(other.archived) ||
      areaOrder(one.area) - areaOrder(other.area) ||
      one.position - other.position,
  )
}

/** One skill with its state and its whole history of ratings, newest first. */
export function getSkill(store: Store, input: { uid: string }): SkillView {
  const view = getItem(store, skillEntity, input.uid)
  const { id } = requireItem(store, input.uid)
  const facts = readFacts(store, id)
  const assessments = listItems(store, assessmentEntity, {
    where: eq(assessment.skillId, id),
    orderBy: [desc(assessment.day), desc(assessment.id)],
  })
  const stages = facts.stages.map(({ uid, title, passedOn }) => ({ uid, title, passedOn }))
  return { ...view, ...stateOf(view, facts), stages, assessments }
}

/**
 * Rates a skill on a day that is not in the future; earlier ratings stay. Called again with the same uid, it is the
 * same rating: changed fields correct it, and a retracted rating counts again.
 */
export function assessSkill(
  store: Store,
  input: { uid?: string | undefined } & Omit<AssessmentFields, 'retractedAt'>,
): Saved {
  const { uid, ...fields } = input
  refuseFutureDay(store, 'day', fields.day)
  return create(store, {
    entity: assessmentEntity,
    label: 'skill.assess',
    uid,
    asked: fields,
    insert: (w) => w.insert(assessmentEntity, fields, uid),
    repeat: (w, same, patch) => correctRating(store, w, same, patch),
  })
}

function correctRating(store: Store, w: Writer, uid: string, patch: Patch<AssessmentFields>): void {
  const entity = assessmentEntity as unknown as Entity
  const before = readDoc(store, entity, uid)
  const after = { ...before, ...patch, retractedAt: null }
  if (!isDeepStrictEqual(before, after)) w.restore(entity, uid, { ...after, updatedAt: store.clock() }, null)
}

/** Retracts a rating: it stays in the history and no longer counts. Retracting it again changes nothing. */
export function retractAssessment(store: Store, input: { uid: string }): Saved {
  const { batchId } = write(store, 'skill.retract', (w) => {
    const { retractedAt } = getItem(store, assessmentEntity, input.uid)
    w.update(assessmentEntity, input.uid, { retractedAt: retractedAt ?? store.clock() })
  })
  return { uid: input.uid, batchId }
}
