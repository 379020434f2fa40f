import { z } from 'zod'
import { Day, Key, LocalNotes, LocalTitle, Notes, Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, requireOrder, Tags } from './item.ts'
import { ObstacleStatus, Verdict } from './vocabulary.ts'

export const obstacleShape = {
  key: Key.nullable(),
  title: LocalTitle,
  description: LocalNotes,
  status: ObstacleStatus,
  notes: Notes,
  links: Links,
  tags: Tags,
}
export const ObstacleFields = z.strictObject(obstacleShape)
export type ObstacleFields = z.infer<typeof ObstacleFields>
export const emptyObstacle: ObstacleFields = {
  key: null,
  title: '',
  description: '',
  status: 'open',
  notes: '',
  links: [],
  tags: [],
}

export const obstacleModel = declareModel({
  type: 'obstacle',
  shape: obstacleShape,
  fields: ObstacleFields,
  empty: emptyObstacle,
  procedures: 'obstacles',
  csv: 'obstacles',
})

/** An attempt to overcome an obstacle, run as an experiment; `failed` is a valid outcome. */
export const experimentShape = {
  key: Key.nullable(),
  obstacleUid: Uid,
  title: LocalTitle,
  hypothesis: LocalNotes,
  action: LocalNotes,
  /** Leading indicator. */
  indicator: LocalNotes,
  /** Suggested days from start to verdict. */
  reviewAfterDays: z.int().min(1, 'days.invalid').max(730, 'days.invalid'),
  startDay: Day.nullable(),
  reviewDay: Day.nullable(),
  verdict: Verdict.nullable(),
  verdictDay: Day.nullable(),
  lesson: Notes,
}
export const ExperimentFields = z
  .strictObject(experimentShape)
  .superRefine((item, ctx) => requireOrder(ctx, item.startDay, item.reviewDay, 'reviewDay', 'day.endBeforeStart'))
export type ExperimentFields = z.infer<typeof ExperimentFields>
export const emptyExperiment: ExperimentFields = {
  key: null,
  obstacleUid: '',
  title: '',
  hypothesis: '',
  action: '',
  indicator: '',
  reviewAfterDays: 30,
  startDay: null,
  reviewDay: null,
  verdict: null,
  verdictDay: null,
  lesson: '',
}

export const experimentModel = declareModel({
  type: 'experiment',
  shape: experimentShape,
  fields: ExperimentFields,
  empty: emptyExperiment,
  procedures: 'experiments',
})
