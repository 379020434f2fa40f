import { z } from 'zod'
import { Line, Notes, Title } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, Tags } from './item.ts'
import { PersonRole } from './vocabulary.ts'

export const personShape = {
  name: Title,
  role: PersonRole,
  /** Job title. */
  position: Line,
  company: Line,
  /** Where to reach them: phone, messenger, e-mail. */
  contact: Line,
  /** Wanted days between interactions, null = no cadence. */
  cadenceDays: z.int({ message: 'days.invalid' }).min(1, 'days.invalid').max(730, 'days.invalid').nullable(),
  notes: Notes,
  links: Links,
  tags: Tags,
}
export const PersonFields = z.strictObject(personShape)
export type PersonFields = z.infer<typeof PersonFields>
export const emptyPerson: PersonFields = {
  name: '',
  role: 'contact',
  position: '',
  company: '',
  contact: '',
  cadenceDays: null,
  notes: '',
  links: [],
  tags: [],
}

export const personModel = declareModel({
  type: 'person',
  shape: personShape,
  fields: PersonFields,
  empty: emptyPerson,
  csv: 'people',
})
