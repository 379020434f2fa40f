import { person } from '#main/store/schema/people.ts'
import { personModel } from '#shared/model/person.ts'
import { choice, csvTable, LINKS, plain, TAGS } from './csv.ts'
import { defineEntity } from './entity.ts'

export const personEntity = defineEntity(personModel, {
  table: person,
  links: { links: { role: 'link', type: 'any' } },
  hasTags: true,
  title: (fields) => fields.name,
  searchText: (fields) => [fields.position, fields.company, fields.contact, fields.notes, ...fields.tags],
  csv: csvTable({
    order: 'own.name, item.id',
    columns: [
      ...plain('uid', 'name'),
      choice('role', 'personRole'),
      ...plain('position', 'company', 'contact', 'cadenceDays'),
      TAGS,
      LINKS,
      ...plain('notes'),
    ],
  }),
})
