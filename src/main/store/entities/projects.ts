import { project } from '#main/store/schema/projects.ts'
import { projectModel } from '#shared/model/project.ts'
import { BY_TITLE, COUNTED_BY_FINISH, choice, csvTable, days, LINKS, plain, TAGS } from './csv.ts'
import { defineEntity } from './entity.ts'
import { completeFinish, finishUnseen } from './finish.ts'

export const projectEntity = defineEntity(projectModel, {
  table: project,
  links: { links: { role: 'link', type: 'any' } },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.endDay ?? fields.startDay,
  searchText: (fields) => [fields.responsibility, fields.stack, fields.nextAction, fields.notes, ...fields.tags],
  complete: completeFinish,
  completeUnseen: finishUnseen,
  csv: csvTable({
    order: BY_TITLE,
    columns: [
      ...plain('uid'),
      choice('kind', 'projectKind'),
      ...plain('title'),
      choice('status', 'projectStatus'),
      ...plain('responsibility', 'stack', 'repository', 'url'),
      ...days('startDay', 'endDay'),
      ...plain('nextAction'),
      TAGS,
      LINKS,
      ...plain('notes'),
      COUNTED_BY_FINISH,
    ],
  }),
})
