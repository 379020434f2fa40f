import { z } from 'zod'
import { Day, Minutes, Notes, Title } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, Tags } from './item.ts'
import type { Upgrade } from './shape.ts'
import { ActivityKind, VisibilityKind, VisibleTo } from './vocabulary.ts'

export const activityShape = {
  /** null while it waits in the inbox for its kind. */
  kind: ActivityKind.nullable(),
  title: Title,
  day: Day,
  minutes: Minutes,
  notes: Notes,
  /** Captured as a bare title, to be sorted later. */
  inbox: z.boolean(),
  /** Only for kind visibility: what it was and who could see it; null = not stated. Ignored for other kinds. */
  visibilityKind: VisibilityKind.nullable(),
  visibleTo: VisibleTo.nullable(),
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
  visibilityKind: null,
  visibleTo: null,
  links: [],
  tags: [],
}

/** 2: entries state their kind of visibility; before, there was no such field. */
const activityUpgrades: readonly Upgrade[] = [(doc) => ({ visibilityKind: null, visibleTo: null, ...doc })]

export const activityModel = declareModel({
  type: 'activity',
  shape: activityShape,
  fields: ActivityFields,
  empty: emptyActivity,
  upgrades: activityUpgrades,
  csv: 'journal',
})
