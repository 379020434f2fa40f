import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { milestoneEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { getItem, removeItem, updateItem } from '#main/store/items.ts'
import { milestones, plan, requirements, stages } from '#shared/contract/plan.ts'
import { listCounted, passGate, reopenGate } from './gates-store.ts'
import { createMilestone, findMilestones, moveMilestone, updateMilestone } from './milestones-store.ts'
import { startPlan } from './plan-start-store.ts'
import { getPlan, listStages, updatePlan } from './plan-store.ts'
import { createRequirement, findRequirements, moveRequirement, updateRequirement } from './requirements-store.ts'
import { reschedulePlan } from './schedule-store.ts'
import { createStage, moveStage, removeStage, setStageTargets } from './stages-store.ts'

const planOs = implement(plan).$context<StoreContext>()
const stagesOs = implement(stages).$context<StoreContext>()
const milestonesOs = implement(milestones).$context<StoreContext>()
const requirementsOs = implement(requirements).$context<StoreContext>()

export const planHandlers = planOs.router({
  start: planOs.start.handler(({ context, input }) => startPlan(context.store, input)),
  get: planOs.get.handler(({ context }) => getPlan(context.store)),
  update: planOs.update.handler(({ context, input }) => updatePlan(context.store, input)),
  reschedule: planOs.reschedule.handler(({ context, input }) => reschedulePlan(context.store, input)),
  passGate: planOs.passGate.handler(({ context, input }) => passGate(context.store, input)),
  reopenGate: planOs.reopenGate.handler(({ context, input }) => reopenGate(context.store, input)),
  counted: planOs.counted.handler(({ context, input }) => listCounted(context.store, input)),
})

export const stagesHandlers = stagesOs.router({
  list: stagesOs.list.handler(({ context }) => listStages(context.store)),
  get: stagesOs.get.handler(({ context, input }) => getItem(context.store, stageEntity, input.uid)),
  create: stagesOs.create.handler(({ context, input }) => createStage(context.store, input)),
  update: stagesOs.update.handler(({ context, input }) => updateItem(context.store, stageEntity, input)),
  remove: stagesOs.remove.handler(({ context, input }) => removeStage(context.store, input)),
  move: stagesOs.move.handler(({ context, input }) => moveStage(context.store, input)),
  setTargets: stagesOs.setTargets.handler(({ context, input }) => setStageTargets(context.store, input)),
})

export const milestonesHandlers = milestonesOs.router({
  list: milestonesOs.list.handler(({ context, input }) => findMilestones(context.store, input)),
  get: milestonesOs.get.handler(({ context, input }) => getItem(context.store, milestoneEntity, input.uid)),
  create: milestonesOs.create.handler(({ context, input }) => createMilestone(context.store, input)),
  update: milestonesOs.update.handler(({ context, input }) => updateMilestone(context.store, input)),
  remove: milestonesOs.remove.handler(({ context, input }) => removeItem(context.store, milestoneEntity, input)),
  move: milestonesOs.move.handler(({ context, input }) => moveMilestone(context.store, input)),
})

export const requirementsHandlers = requirementsOs.router({
  list: requirementsOs.list.handler(({ context, input }) => findRequirements(context.store, input)),
  get: requirementsOs.get.handler(({ context, input }) => getItem(context.store, requirementEntity, input.uid)),
  create: requirementsOs.create.handler(({ context, input }) => createRequirement(context.store, input)),
  update: requirementsOs.update.handler(({ context, input }) => updateRequirement(context.store, input)),
  remove: requirementsOs.remove.handler(({ context, input }) => removeItem(context.store, requirementEntity, input)),
  move: requirementsOs.move.handler(({ context, input }) => moveRequirement(context.store, input)),
})
