import { implement } from '@orpc/server'
import type { StoreContext } from '#main/store/database.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { createItem, removeItem, updateItem } from '#main/store/items.ts'
import { people } from '#shared/contract/people.ts'
import { getPerson, listPeople } from './people-store.ts'

const os = implement(people).$context<StoreContext>()

export const peopleHandlers = os.router({
  list: os.list.handler(({ context }) => listPeople(context.store)),
  get: os.get.handler(({ context, input }) => getPerson(context.store, input.uid)),
  create: os.create.handler(({ context, input }) => createItem(context.store, personEntity, input)),
  update: os.update.handler(({ context, input }) => updateItem(context.store, personEntity, input)),
  remove: os.remove.handler(({ context, input }) => removeItem(context.store, personEntity, input)),
})
