import { experiment, obstacle } from '#main/store/schema/obstacles.ts'
import { experimentModel, obstacleModel } from '#shared/model/obstacle.ts'
import { choice, csvTable, LINKS, local, plain, TAGS } from './csv.ts'
import { defineEntity } from './entity.ts'

export const obstacleEntity = defineEntity(obstacleModel, {
  table: obstacle,
  links: { links: { role: 'link', type: 'any' } },
  hasTags: true,
  title: (fields) => fields.title,
  searchText: (fields) => [fields.description, fields.notes, ...fields.tags],
  csv: csvTable({
    order: 'item.id',
    columns: [
      ...plain('uid'),
      ...local('title', 'description'),
      choice('status', 'obstacleStatus'),
      TAGS,
      LINKS,
      ...plain('notes'),
    ],
  }),
})

export const experimentEntity = defineEntity(experimentModel, {
  table: experiment,
  refs: { obstacleUid: { column: 'obstacleId', type: 'obstacle', onRemove: 'cascade' } },
  title: (fields) => fields.title,
  day: (fields) => fields.verdictDay ?? fields.reviewDay,
  // A verdict without a day would be in no review.
  complete: (fields, before, today) =>
    fields.verdict !== null && fields.verdictDay === null && before?.verdict !== fields.verdict
      ? { ...fields, verdictDay: today }
      : fields,
  searchText: (fields) => [fields.hypothesis, fields.action, fields.indicator, fields.lesson],
})
