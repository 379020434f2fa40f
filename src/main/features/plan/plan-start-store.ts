import type { Store } from '#main/store/database.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { milestoneEntity, planEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import type { Saved } from '#main/store/items.ts'
import { planTemplate } from '#main/store/plan-template.ts'
import { type Writer, write } from '#main/store/writer.ts'
import type { PlanStart } from '#shared/contract/plan.ts'
import { type StagePeriod, scheduleMilestone, scheduleStages } from '#shared/domain/stage-schedule.ts'
import { refuse } from '#shared/model/failure.ts'
import { emptyRequirement, type RequirementFields } from '#shared/model/plan.ts'
import type { PlanTemplate, TemplateRequirement } from '#shared/model/template.ts'
import { findPlan } from './plan-store.ts'

type TemplateStage = PlanTemplate['stages'][number]

/** Uids of what was made from the template, by kind and template key. */
type Made = Record<'stage' | 'skill' | 'metric' | 'milestone', Map<string, string>>

function madeUid(made: Made, kind: keyof Made, key: string): string {
  const uid = made[kind].get(key)
  if (uid === undefined) throw new Error(`The template names an unknown ${kind}: ${key}`)
  return uid
}

function insertStages(w: Writer, template: PlanTemplate, periods: StagePeriod[], made: Made): void {
  for (const [position, stage] of template.stages.entries()) {
    const { key, title, purpose, shift, traps, gate } = stage
    const fields = { key, position, title, purpose, shift, traps, gateMeaning: gate.meaning, ...periods[position] }
    made.stage.set(key, w.insert(stageEntity, fields))
  }
}

function insertSkills(w: Writer, template: PlanTemplate, made: Made): void {
  const placed: Record<string, number> = {}
  for (const { aliases, targets, baseline: _baseline, ...skill } of template.skills) {
    const position = placed[skill.area] ?? 0
    placed[skill.area] = position + 1
    const uidOf = (index: number) => madeUid(made, 'stage', template.stages[index]?.key ?? '')
    const byStage = Object.fromEntries(targets.map((level, index) => [uidOf(index), level]))
    const fields = { ...skill, position, aliases: [...aliases.ru, ...aliases.en], targets: byStage }
    made.skill.set(skill.key, w.insert(skillEntity, fields))
  }
}

/** Only the metrics a gate asks for: the others wait in the catalogue until chosen. */
function insertMetrics(w: Writer, template: PlanTemplate, made: Made): void {
  const requirements = template.stages.flatMap(({ gate }) => gate.requirements)
  const asked = new Set(requirements.flatMap((one) => (one.kind === 'metric' ? [one.metric] : [])))
  for (const metric of template.metrics)
    if (asked.has(metric.key)) made.metric.set(metric.key, w.insert(metricEntity, metric))
}

function insertMilestones(w: Writer, stage: TemplateStage, period: StagePeriod, startDay: string, made: Made): void {
  for (const [position, { key, title, check, skills, when }] of stage.milestones.entries()) {
    const uid = w.insert(milestoneEntity, {
      key,
      position,
      title,
      check,
      stageUid: madeUid(made, 'stage', stage.key),
      plannedDay: scheduleMilestone(when, period, startDay),
      first90: 'dayOffset' in when,
      links: skills.map((skill) => madeUid(made, 'skill', skill)),
    })
    made.milestone.set(key, uid)
  }
}

function requirementFields(asked: TemplateRequirement, made: Made): Omit<RequirementFields, 'stageUid' | 'position'> {
  const { kind, weight, note = '' } = asked
  const fields = { ...emptyRequirement, kind, weight, note }
  switch (asked.kind) {
    case 'skill':
      return { ...fields, skillUid: madeUid(made, 'skill', asked.skill), level: asked.level }
    case 'evidence': {
      const { of, activityKind = null, minScope = null, count } = asked
      return { ...fields, evidenceKind: of, activityKind, minScope, count }
    }
    case 'certification':
      return { ...fields, catalogueKeys: asked.anyOf, count: asked.count }
    case 'metric':
      return { ...fields, metricUid: madeUid(made, 'metric', asked.metric), metricValue: asked.value }
    case 'milestone':
      return { ...fields, milestoneUid: madeUid(made, 'milestone', asked.milestone) }
  }
}

function insertRequirements(w: Writer, stage: TemplateStage, made: Made): void {
  const stageUid = madeUid(made, 'stage', stage.key)
  for (const [position, asked] of stage.gate.requirements.entries())
    w.insert(requirementEntity, { ...requirementFields(asked, made), stageUid, position })
}

function insertObstacles(w: Writer, template: PlanTemplate): void {
  for (const { experiments, ...obstacle } of template.obstacles) {
    const obstacleUid = w.insert(obstacleEntity, obstacle)
    for (const experiment of experiments) w.insert(experimentEntity, { ...experiment, obstacleUid })
  }
}

/**
 * First run: the plan of the template scaled to the horizon, with its stages, gates, milestones, skills, metrics and
 * obstacles, as one undoable action. Texts keep both languages. Throws REFUSED `plan-exists`.
 */
export function startPlan(store: Store, input: PlanStart): Saved {
  const template = planTemplate(store)
  const { head } = template
  const shares = template.stages.map(({ share }) => share)
  const periods = scheduleStages(input.startDay, input.horizonYears, shares)
  const made: Made = { stage: new Map(), skill: new Map(), metric: new Map(), milestone: new Map() }
  const { result, batchId } = write(store, 'plan.start', (w) => {
    if (findPlan(store) !== null) refuse('plan-exists')
    const { key: templateKey, title } = head
    const { fromRole = head.fromRole, toRole = head.toRole } = input
    const uid = w.insert(planEntity, { ...input, templateKey, title, fromRole, toRole })
    insertStages(w, template, periods, made)
    insertSkills(w, template, made)
    insertMetrics(w, template, made)
    for (const [index, stage] of template.stages.entries()) {
      const period = periods[index]
      if (period !== undefined) insertMilestones(w, stage, period, input.startDay, made)
    }
    for (const stage of template.stages) insertRequirements(w, stage, made)
    insertObstacles(w, template)
    return uid
  })
  return { uid: result, batchId }
}
