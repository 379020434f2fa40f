import { emptyLearning, LearningFields } from '#shared/model/learning.ts'
import { defineEntity } from '../entity.ts'
import { learning } from '../schema/learning.ts'

export const learningEntity = defineEntity<LearningFields>({
  type: 'learning',
  fields: LearningFields,
  empty: emptyLearning,
  table: learning,
  linkField: { field: 'links', role: 'link' },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.endDay ?? fields.startDay,
  searchText: (fields) => [fields.provider, fields.notes, ...fields.tags],
})
