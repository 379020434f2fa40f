import { z } from 'zod'
import { Day, Minutes, Notes, Title } from './common.ts'
import { envelopeShape, Links, refsShape, Tags } from './item.ts'
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
export const Activity = z.strictObject({ ...activityShape, ...envelopeShape, ...refsShape })
export type Activity = z.infer<typeof Activity>

/** A line of a list: no notes, so that pages stay small; `hasNotes` tells that there are some. */
const { notes: _notes, ...activityLineShape } = activityShape
export const ActivityLine = z.strictObject({
  ...activityLineShape,
  ...envelopeShape,
  ...refsShape,
  hasNotes: z.boolean(),
})
export type ActivityLine = z.infer<typeof ActivityLine>

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
