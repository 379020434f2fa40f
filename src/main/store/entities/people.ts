import { emptyPerson, PersonFields } from '#shared/model/person.ts'
import { defineEntity } from '../entity.ts'
import { person } from '../schema/people.ts'

export const personEntity = defineEntity<PersonFields>({
  type: 'person',
  fields: PersonFields,
  empty: emptyPerson,
  table: person,
  linkField: { field: 'links', role: 'link' },
  hasTags: true,
  title: (fields) => fields.name,
  searchText: (fields) => [fields.position, fields.company, fields.contact, fields.notes, ...fields.tags],
})
