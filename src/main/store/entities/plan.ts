import {
  emptyMilestone,
  emptyPlan,
  emptyRequirement,
  emptyStage,
  MilestoneFields,
  PlanFields,
  RequirementFields,
  StageFields,
} from '#shared/model/plan.ts'
import { defineEntity } from '../entity.ts'
import { milestone, plan, requirement, stage } from '../schema/plan.ts'

export const planEntity = defineEntity<PlanFields>({
  type: 'plan',
  fields: PlanFields,
  empty: emptyPlan,
  table: plan,
  title: (fields) => fields.title,
  day: (fields) => fields.startDay,
  searchText: (fields) => [fields.vision, fields.companyNote],
})

export const stageEntity = defineEntity<StageFields>({
  type: 'stage',
  fields: StageFields,
  empty: emptyStage,
  table: stage,
  title: (fields) => fields.title,
  day: (fields) => fields.plannedStart,
  searchText: (fields) => [fields.purpose, fields.shift, ...fields.traps, fields.gateMeaning, fields.passNote],
})

export const milestoneEntity = defineEntity<MilestoneFields>({
  type: 'milestone',
  fields: MilestoneFields,
  empty: emptyMilestone,
  table: milestone,
  refs: { stageUid: { column: 'stageId', type: 'stage', onRemove: 'cascade' } },
  linkField: { field: 'links', role: 'link' },
  title: (fields) => fields.title,
  day: (fields) => fields.doneDay ?? fields.plannedDay,
  searchText: (fields) => [fields.check, fields.notes],
})

export const requirementEntity = defineEntity<RequirementFields>({
  type: 'requirement',
  fields: RequirementFields,
  empty: emptyRequirement,
  table: requirement,
  refs: {
    stageUid: { column: 'stageId', type: 'stage', onRemove: 'cascade' },
    skillUid: { column: 'skillId', type: 'skill', onRemove: 'cascade' },
    metricUid: { column: 'metricId', type: 'metric', onRemove: 'cascade' },
    milestoneUid: { column: 'milestoneId', type: 'milestone', onRemove: 'cascade' },
  },
  title: (fields) => fields.note,
})
