import { z } from 'zod'
import { Day, Line, Minutes, Notes, Title } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, Tags } from './item.ts'

/** `declined`: a suggestion that is not wanted; such a step belongs to no week. */
export const StepStatus = z.enum(['planned', 'done', 'dropped', 'declined'])
export type StepStatus = z.infer<typeof StepStatus>

/** Available time for a step: about 30 minutes, an evening, or the evenings of a month. */
export const StepTime = z.enum(['short', 'evening', 'month'])
export type StepTime = z.infer<typeof StepTime>

/** Something small to do in one week, towards the plan. */
export const stepShape = {
  title: Title,
  status: StepStatus,
  /** Monday of the week it is for. */
  week: Day,
  /** Expected duration, null = not stated. */
  minutes: Minutes.nullable(),
  /** Day it was done, dropped or declined. */
  endDay: Day.nullable(),
  /** Why it was declined or dropped. */
  reason: Line,
  /** The suggestion it came from (see `Suggestion` of the contract), null = the person's own. */
  suggestedBy: Line.nullable(),
  /** What to do, and how to tell that it is done; Markdown. */
  notes: Notes,
  links: Links,
  tags: Tags,
}
export const StepFields = z.strictObject(stepShape)
export type StepFields = z.infer<typeof StepFields>
export const emptyStep: StepFields = {
  title: '',
  status: 'planned',
  week: '',
  minutes: null,
  endDay: null,
  reason: '',
  suggestedBy: null,
  notes: '',
  links: [],
  tags: [],
}

export const stepModel = declareModel({
  type: 'step',
  shape: stepShape,
  fields: StepFields,
  empty: emptyStep,
  csv: 'steps',
})
