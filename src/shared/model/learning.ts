import { z } from 'zod'
import { Day, Key, Line, Money, Notes, Title, WebUrl } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, requireOrder, Tags } from './item.ts'
import { LearningKind, LearningStatus } from './vocabulary.ts'

export const learningShape = {
  kind: LearningKind,
  title: Title,
  /** School, publisher or author. */
  provider: Line,
  url: WebUrl,
  status: LearningStatus,
  /** Percent done, 0-100. */
  progress: z.int({ message: 'progress.invalid' }).min(0, 'progress.invalid').max(100, 'progress.invalid'),
  startDay: Day.nullable(),
  endDay: Day.nullable(),
  cost: Money.nullable(),
  /** Planned effort in hours. */
  plannedHours: z.number().min(0, 'hours.invalid').max(10_000, 'hours.invalid').nullable(),
  /** Key in the catalogue of learning starters it was chosen from. */
  catalogueKey: Key.nullable(),
  notes: Notes,
  links: Links,
  tags: Tags,
}
export const LearningFields = z
  .strictObject(learningShape)
  .superRefine((item, ctx) => requireOrder(ctx, item.startDay, item.endDay, 'endDay', 'day.endBeforeStart'))
export type LearningFields = z.infer<typeof LearningFields>
export const emptyLearning: LearningFields = {
  kind: 'course',
  title: '',
  provider: '',
  url: '',
  status: 'planned',
  progress: 0,
  startDay: null,
  endDay: null,
  cost: null,
  plannedHours: null,
  catalogueKey: null,
  notes: '',
  links: [],
  tags: [],
}

export const learningModel = declareModel({
  type: 'learning',
  shape: learningShape,
  fields: LearningFields,
  empty: emptyLearning,
  procedures: 'learning',
  csv: 'learning',
})
