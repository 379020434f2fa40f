import { ActivityFields, emptyActivity } from '#shared/model/activity.ts'
import { defineEntity } from '../entity.ts'
import { activity } from '../schema/journal.ts'

export const activityEntity = defineEntity<ActivityFields>({
  type: 'activity',
  fields: ActivityFields,
  empty: emptyActivity,
  table: activity,
  linkField: { field: 'links', role: 'link' },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.day,
  minutes: (fields) => fields.minutes,
  searchText: (fields) => [fields.notes, ...fields.tags],
})
