import { Person, personShape } from '#shared/model/person.ts'
import { crud } from './base.ts'

export const people = crud(personShape, Person)
