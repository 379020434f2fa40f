import { implement } from '@orpc/server'
import { crudHandlers } from '#main/features/crud-handlers.ts'
import type { StoreContext } from '#main/store/engine/database.ts'
import { milestoneEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { milestones, plan, requirements, stages } from '#shared/contract/plan.ts'
import { readForecast } from './forecast-store.ts'
import { listCounted, passGate, reopenGate } from './gates-store.ts'
import { createMilestone, moveMilestone, updateMilestone } from './milestones-store.ts'
import { startPlan } from './plan-start-store.ts'
import { getPlan, updatePlan } from './plan-store.ts'
import { createRequirement, moveRequirement, updateRequirement } from './requirements-store.ts'
import { reschedulePlan } from './schedule-store.ts'
import { createStage, moveStage, removeStage, updateStage } from './stages-store.ts'
import { changeVariant, listVariants } from './variants-store.ts'

const planOs = implement(plan).$context<StoreContext>()
const stagesOs = implement(stages).$context<StoreContext>()
const milestonesOs = implement(milestones).$context<StoreContext>()
const requirementsOs = implement(requirements).$context<StoreContext>()

export const planHandlers = {
  start: planOs.start.handler(({ context, input }) => startPlan(context.store, input)),
  get: planOs.get.handler(({ context }) => getPlan(context.store)),
  update: planOs.update.handler(({ context, input }) => updatePlan(context.store, input)),
  reschedule: planOs.reschedule.handler(({ context, input }) => reschedulePlan(context.store, input)),
  passGate: planOs.passGate.handler(({ context, input }) => passGate(context.store, input)),
  reopenGate: planOs.reopenGate.handler(({ context, input }) => reopenGate(context.store, input)),
  variants: planOs.variants.handler(({ context, input }) => listVariants(context.store, input)),
  changeVariant: planOs.changeVariant.handler(({ context, input }) => changeVariant(context.store, input)),
  counted: planOs.counted.handler(({ context, input }) => listCounted(context.store, input)),
  forecast: planOs.forecast.handler(({ context }) => readForecast(context.store)),
}

export const stagesHandlers = {
  ...crudHandlers(stages, stageEntity),
  create: stagesOs.create.handler(({ context, input }) => createStage(context.store, input)),
  update: stagesOs.update.handler(({ context, input }) => updateStage(context.store, input)),
  remove: stagesOs.remove.handler(({ context, input }) => removeStage(context.store, input)),
  move: stagesOs.move.handler(({ context, input }) => moveStage(context.store, input)),
}

export const milestonesHandlers = {
  ...crudHandlers(milestones, milestoneEntity),
  create: milestonesOs.create.handler(({ context, input }) => createMilestone(context.store, input)),
  update: milestonesOs.update.handler(({ context, input }) => updateMilestone(context.store, input)),
  move: milestonesOs.move.handler(({ context, input }) => moveMilestone(context.store, input)),
}

export const requirementsHandlers = {
  ...crudHandlers(requirements, requirementEntity),
  create: requirementsOs.create.handler(({ context, input }) => createRequirement(context.store, input)),
  update: requirementsOs.update.handler(({ context, input }) => updateRequirement(context.store, input)),
  move: requirementsOs.move.handler(({ context, input }) => moveRequirement(context.store, input)),
}
