import { implement } from '@orpc/server'
import { crudHandlers } from '#main/features/crud-handlers.ts'
import type { StoreContext } from '#main/store/engine/database.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { people } from '#shared/contract/people.ts'
import { getPerson, listPeople, mergePerson } from './people-store.ts'

const os = implement(people).$context<StoreContext>()

export const peopleHandlers = {
  ...crudHandlers(people, personEntity),
  list: os.list.handler(({ context }) => listPeople(context.store)),
  get: os.get.handler(({ context, input }) => getPerson(context.store, input.uid)),
  merge: os.merge.handler(({ context, input }) => mergePerson(context.store, input)),
}
