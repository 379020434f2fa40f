import { ExperimentFields, emptyExperiment, emptyObstacle, ObstacleFields } from '#shared/model/obstacle.ts'
import { defineEntity } from '../entity.ts'
import { experiment, obstacle } from '../schema/obstacles.ts'

export const obstacleEntity = defineEntity<ObstacleFields>({
  type: 'obstacle',
  fields: ObstacleFields,
  empty: emptyObstacle,
  table: obstacle,
  linkField: { field: 'links', role: 'link' },
  hasTags: true,
  title: (fields) => fields.title,
  searchText: (fields) => [fields.description, fields.notes, ...fields.tags],
})

export const experimentEntity = defineEntity<ExperimentFields>({
  type: 'experiment',
  fields: ExperimentFields,
  empty: emptyExperiment,
  table: experiment,
  refs: { obstacleUid: { column: 'obstacleId', type: 'obstacle', onRemove: 'cascade' } },
  title: (fields) => fields.title,
  day: (fields) => fields.verdictDay ?? fields.reviewDay,
  searchText: (fields) => [fields.hypothesis, fields.action, fields.indicator, fields.lesson],
})
