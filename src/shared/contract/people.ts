import { Person, personShape } from '../model/person.ts'
import { crud } from './base.ts'

export const people = crud(personShape, Person)
