import { milestone, plan, requirement, stage } from '#main/store/schema/plan.ts'
import { isDone } from '#shared/domain/calendar/done.ts'
import type { Day } from '#shared/model/common.ts'
import { milestoneModel, planModel, requirementModel, stageModel } from '#shared/model/plan.ts'
import { counted, csvTable, days, flag, LINKS, local, plain, titles } from './csv.ts'
import { defineEntity } from './entity.ts'

export const planEntity = defineEntity(planModel, {
  table: plan,
  title: (fields) => fields.title,
  day: (fields) => fields.startDay,
  searchText: (fields) => [fields.vision, fields.companyNote],
})

export const stageEntity = defineEntity(stageModel, {
  table: stage,
  title: (fields) => fields.title,
  day: (fields) => fields.plannedStart,
  searchText: (fields) => [fields.purpose, fields.shift, ...fields.traps, fields.gateMeaning, fields.passNote],
})

const COUNTED = counted((item, today) => isDone(item.doneDay as Day | null, today))

export const milestoneEntity = defineEntity(milestoneModel, {
  table: milestone,
  refs: { stageUid: { column: 'stageId', type: 'stage', onRemove: 'cascade' } },
  links: { links: { role: 'link', type: 'any' } },
  title: (fields) => fields.title,
  day: (fields) => fields.doneDay ?? fields.plannedDay,
  searchText: (fields) => [fields.check, fields.notes],
  csv: csvTable({
    order: 'own.planned_day, item.id',
    columns: [
      ...plain('uid'),
      titles('stage', 'stageUid'),
      ...local('title', 'check'),
      ...days('plannedDay', 'doneDay'),
      flag('first90'),
      LINKS,
      ...plain('notes'),
      COUNTED,
    ],
  }),
})

export const requirementEntity = defineEntity(requirementModel, {
  table: requirement,
  refs: {
    stageUid: { column: 'stageId', type: 'stage', onRemove: 'cascade' },
    skillUid: { column: 'skillId', type: 'skill', onRemove: 'cascade' },
    metricUid: { column: 'metricId', type: 'metric', onRemove: 'cascade' },
    milestoneUid: { column: 'milestoneId', type: 'milestone', onRemove: 'cascade' },
  },
  title: (fields) => fields.note,
})
