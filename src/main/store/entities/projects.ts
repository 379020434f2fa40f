import { emptyProject, ProjectFields } from '#shared/model/project.ts'
import { defineEntity } from '../entity.ts'
import { project } from '../schema/projects.ts'

export const projectEntity = defineEntity<ProjectFields>({
  type: 'project',
  fields: ProjectFields,
  empty: emptyProject,
  table: project,
  linkField: { field: 'links', role: 'link' },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.endDay ?? fields.startDay,
  searchText: (fields) => [fields.responsibility, fields.stack, fields.nextAction, fields.notes, ...fields.tags],
})
