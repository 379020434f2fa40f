import { z } from 'zod'
import { Day, Minutes, Notes, Title } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, Tags } from './item.ts'
import { ActivityKind } from './vocabulary.ts'

export const activityShape = {
  /** null while it waits in the inbox for its kind. */
  kind: ActivityKind.nullable(),
  title: Title,
  day: Day,
  minutes: Minutes,
  notes: Notes,
  /** Captured as a bare title, to be sorted later. */
  inbox: z.boolean(),
  links: Links,
  tags: Tags,
}
export const ActivityFields = z.strictObject(activityShape)
export type ActivityFields = z.infer<typeof ActivityFields>

export const emptyActivity: ActivityFields = {
  kind: null,
  title: '',
  day: '',
  minutes: 0,
  notes: '',
  inbox: false,
  links: [],
  tags: [],
}

export const activityModel = declareModel({
  type: 'activity',
  shape: activityShape,
  fields: ActivityFields,
  empty: emptyActivity,
  csv: 'journal',
})
