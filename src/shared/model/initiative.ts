import { z } from 'zod'
import { Day, Key, Notes, Quantity, Title, Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, requireOrder, Tags } from './item.ts'

const InitiativeStatus = z.enum(['idea', 'planned', 'running', 'done', 'dropped'])

/** One of the three ratings of ICE, 1 (little) to 10 (much). */
const Rating = z.int({ message: 'number.invalid' }).min(1, 'number.invalid').max(10, 'number.invalid')

/** A bet on the business: what we expect to move, by how much, and what came of it. */
export const initiativeShape = {
  /** Key of the starter it was chosen from. */
  catalogueKey: Key.nullable(),
  title: Title,
  /** If we do this, that will change, because...; Markdown. */
  hypothesis: Notes,
  status: InitiativeStatus,
  /** The metric it should move. */
  metricUid: Uid.nullable(),
  /** By how much, in the metric's unit; negative where less is wanted. */
  expectedChange: Quantity.nullable(),
  /** Priority: effect on the business, how sure one is of it, how little work it is. */
  impact: Rating.nullable(),
  confidence: Rating.nullable(),
  ease: Rating.nullable(),
  /** Who answers for it. */
  ownerUid: Uid.nullable(),
  /** People it must win over. */
  stakeholders: Links,
  startDay: Day.nullable(),
  endDay: Day.nullable(),
  /** What came of it and what to do otherwise next time; Markdown. */
  lesson: Notes,
  notes: Notes,
  links: Links,
  tags: Tags,
}
export const InitiativeFields = z
  .strictObject(initiativeShape)
  .superRefine((item, ctx) => requireOrder(ctx, item.startDay, item.endDay, 'endDay', 'day.endBeforeStart'))
export type InitiativeFields = z.infer<typeof InitiativeFields>
export const emptyInitiative: InitiativeFields = {
  catalogueKey: null,
  title: '',
  hypothesis: '',
  status: 'idea',
  metricUid: null,
  expectedChange: null,
  impact: null,
  confidence: null,
  ease: null,
  ownerUid: null,
  stakeholders: [],
  startDay: null,
  endDay: null,
  lesson: '',
  notes: '',
  links: [],
  tags: [],
}

export const initiativeModel = declareModel({
  type: 'initiative',
  shape: initiativeShape,
  fields: InitiativeFields,
  empty: emptyInitiative,
  procedures: 'initiatives',
  csv: 'initiatives',
})
