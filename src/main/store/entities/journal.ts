import { activity } from '#main/store/schema/journal.ts'
import { activityModel } from '#shared/model/activity.ts'
import { BY_DAY, COUNTED_BY_DAY, choice, csvTable, days, flag, LINKS, only, plain, TAGS } from './csv.ts'
import { defineEntity } from './entity.ts'

const isVisibility = ({ kind }: { kind?: unknown }) => kind === 'visibility'

export const activityEntity = defineEntity(activityModel, {
  table: activity,
  links: { links: { role: 'link', type: 'any' } },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.day,
  minutes: (fields) => fields.minutes,
  searchText: (fields) => [fields.notes, ...fields.tags],
  csv: csvTable({
    order: BY_DAY,
    columns: [
      ...plain('uid'),
      ...days('day'),
      choice('kind', 'activityKind'),
      ...plain('title', 'minutes'),
      TAGS,
      LINKS,
      flag('inbox'),
      ...plain('notes'),
      COUNTED_BY_DAY,
      only(choice('visibilityKind', 'visibilityKind'), isVisibility),
      only(choice('visibleTo', 'visibleTo'), isVisibility),
    ],
  }),
})
