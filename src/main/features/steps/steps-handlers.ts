import { implement } from '@orpc/server'
import { crudHandlers } from '#main/features/crud-handlers.ts'
import type { StoreContext } from '#main/store/engine/database.ts'
import { stepEntity } from '#main/store/entities/steps.ts'
import { steps } from '#shared/contract/steps.ts'
import { suggestSteps } from './next-steps-store.ts'

const os = implement(steps).$context<StoreContext>()

export const stepsHandlers = {
  ...crudHandlers(steps, stepEntity),
  next: os.next.handler(({ context, input }) => suggestSteps(context.store, input)),
}
