import { implement } from '@orpc/server'
import { crudHandlers } from '#main/features/crud-handlers.ts'
import type { StoreContext } from '#main/store/engine/database.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { skills } from '#shared/contract/skills.ts'
import { listEvidence } from './evidence-store.ts'
import { createSkill, moveSkill, setSkillArchived, setSkillsArchived, updateSkill } from './skill-edit-store.ts'
import { assessSkill, getSkill, listSkills, retractAssessment } from './skills-store.ts'

const os = implement(skills).$context<StoreContext>()

export const skillsHandlers = {
  ...crudHandlers(skills, skillEntity),
  list: os.list.handler(({ context }) => listSkills(context.store)),
  get: os.get.handler(({ context, input }) => getSkill(context.store, input)),
  evidence: os.evidence.handler(({ context, input }) => listEvidence(context.store, input)),
  create: os.create.handler(({ context, input }) => createSkill(context.store, input)),
  update: os.update.handler(({ context, input }) => updateSkill(context.store, input)),
  updateMany: os.updateMany.handler(({ context, input }) => setSkillsArchived(context.store, input)),
  setArchived: os.setArchived.handler(({ context, input }) => setSkillArchived(context.store, input)),
  move: os.move.handler(({ context, input }) => moveSkill(context.store, input)),
  assess: os.assess.handler(({ context, input }) => assessSkill(context.store, input)),
  retract: os.retract.handler(({ context, input }) => retractAssessment(context.store, input)),
}
