import { create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import type { Saved } from '#main/store/engine/items.ts'
import type { Writer } from '#main/store/engine/writer.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { milestoneEntity, planEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { templateEntity } from '#main/store/entities/template.ts'
import { bundledTemplate, metricFields } from '#main/store/facts/plan-template.ts'
import type { PlanStart } from '#shared/contract/plan.ts'
import { type StagePeriod, scheduleMilestone, scheduleStages } from '#shared/domain/gates/stage-schedule.ts'
import { inVariants } from '#shared/domain/gates/stage-variants.ts'
import { brokenAliases } from '#shared/domain/keeping/workspace-rules.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import type { PlanTemplate } from '#shared/model/template.ts'
import { openTemplate, toTemplateDoc } from '#shared/model/template-doc.ts'
import { findPlan } from './plan-store.ts'
import { rescheduleWithin } from './schedule-store.ts'
import { type Made, madeUid, milestoneFields, requirementFields, type TemplateStage } from './template-items.ts'
import { askVariants, checkVariants } from './variants-store.ts'

/** What a plan is started with; callers that never repeat the request leave out the uid. */
type PlanInput = Omit<PlanStart, 'uid'> & { uid?: string | undefined }

function insertStages(w: Writer, template: PlanTemplate, periods: StagePeriod[], made: Made): void {
  for (const [position, stage] of template.stages.entries()) {
    const { key, title, purpose, shift, traps, gate } = stage
    const fields = { key, position, title, purpose, shift, traps, gateMeaning: gate.meaning, ...periods[position] }
    made.stage.set(key, w.insert(stageEntity, fields))
  }
}

function insertSkills(w: Writer, template: PlanTemplate, made: Made): void {
  const placed: Record<string, number> = {}
  for (const one of template.skills) {
    const { aliases, targets, baseline: _baseline, practices: _practices, questions: _questions, ...skill } = one
    const position = placed[skill.area] ?? 0
    placed[skill.area] = position + 1
    const uidOf = (index: number) => madeUid(made, 'stage', template.stages[index]?.key ?? '')
    const byStage = Object.fromEntries(targets.map((level, index) => [uidOf(index), level]))
    const levels = skill.levels.map(({ descriptor, signals }) => ({ descriptor, signals }))
    const fields = { ...skill, levels, position, aliases: [...aliases.ru, ...aliases.en], targets: byStage }
    made.skill.set(skill.key, w.insert(skillEntity, fields))
  }
}

/** Adds only the metrics a gate asks for: the others stay in the catalogue until chosen. */
function insertMetrics(w: Writer, template: PlanTemplate, made: Made): void {
  const requirements = template.stages.flatMap(({ gate }) => gate.requirements)
  const asked = new Set(requirements.flatMap((one) => (one.kind === 'metric' ? [one.metric] : [])))
  for (const metric of template.metrics)
    if (asked.has(metric.key)) made.metric.set(metric.key, w.insert(metricEntity, metricFields(metric)))
}

function insertMilestones(w: Writer, stage: TemplateStage, period: StagePeriod, startDay: string, made: Made): void {
  for (const [position, milestone] of stage.milestones.entries()) {
    const stageUid = madeUid(made, 'stage', stage.key)
    const plannedDay = scheduleMilestone(milestone.when, period, startDay)
    const fields = { ...milestoneFields(milestone, made), position, stageUid, plannedDay }
    made.milestone.set(milestone.key, w.insert(milestoneEntity, fields))
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
 * First run: makes the plan of the template in the chosen variants, scaled to the horizon, with its stages, gates,
 * milestones, skills, metrics and obstacles, as one undoable action. Texts keep both languages. The template is kept
 * with the plan, so what it offers later does not depend on the build. Called again with the same uid, it is the same
 * plan, with the texts, days and variants given last. Throws REFUSED `plan-exists`.
 */
export function startPlan(store: Store, input: PlanInput): Saved {
  const { template: given, uid, variants: choices = [], ...answers } = input
  const variants = Object.fromEntries(choices.map(({ stage, variant }) => [stage, variant]))
  const template = given === undefined ? bundledTemplate(store) : openTemplate(given)
  refuseBrokenAliases(template)
  checkVariants(template, variants)
  const { fromRole = template.head.fromRole, toRole = template.head.toRole } = input
  const asked = { companyNote: '', ...answers, fromRole, toRole }
  return create(store, {
    entity: planEntity,
    label: 'plan.start',
    uid,
    asked,
    insert: (w) => {
      if (findPlan(store) !== null) refuse('plan-exists')
      const made = w.insert(planEntity, { ...asked, templateKey: template.head.key, title: template.head.title }, uid)
      w.insert(templateEntity, { planUid: made, ...(given ?? toTemplateDoc(template)) })
      fillPlan(w, inVariants(template, variants), asked)
      return made
    },
    repeat: (w, same, { startDay, horizonYears, ...texts }) => {
      w.update(planEntity, same, texts)
      if (startDay !== undefined || horizonYears !== undefined) rescheduleWithin(store, w, { startDay, horizonYears })
      askVariants(store, w, variants)
    },
  })
}

/** Refuses an alias that quick add cannot read or that means two skills: no Kurs would accept an archive with it. */
function refuseBrokenAliases({ skills }: PlanTemplate): void {
  const issues = [...brokenAliases(skills.map(({ aliases: { ru, en } }) => ({ aliases: [...ru, ...en] })))]
  if (issues.length === 0) return
  throw new Failure('VALIDATION', {
    issues: issues.map(({ index, why }) => ({
      path: ['template', 'content', 'skills', index, 'aliases'],
      message: why,
    })),
  })
}

/** The plan's stages and all that belongs to them. */
function fillPlan(w: Writer, template: PlanTemplate, { startDay, horizonYears }: PlanInput): void {
  const shares = template.stages.map(({ share }) => share)
  const periods = scheduleStages(startDay, horizonYears, shares)
  const made: Made = { stage: new Map(), skill: new Map(), metric: new Map(), milestone: new Map() }
  insertStages(w, template, periods, made)
  insertSkills(w, template, made)
  insertMetrics(w, template, made)
  for (const [index, stage] of template.stages.entries()) {
    const period = periods[index]
    if (period !== undefined) insertMilestones(w, stage, period, startDay, made)
  }
  for (const stage of template.stages) insertRequirements(w, stage, made)
  insertObstacles(w, template)
}
