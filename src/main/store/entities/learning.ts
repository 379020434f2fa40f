import { learning } from '#main/store/schema/learning.ts'
import { learningModel } from '#shared/model/learning.ts'
import { BY_TITLE, COST, COUNTED_BY_FINISH, choice, csvTable, days, LINKS, plain, TAGS } from './csv.ts'
import { defineEntity } from './entity.ts'
import { completeFinish, finishUnseen } from './finish.ts'

export const learningEntity = defineEntity(learningModel, {
  table: learning,
  links: { links: { role: 'link', type: 'any' } },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.endDay ?? fields.startDay,
  searchText: (fields) => [fields.provider, fields.notes, ...fields.tags],
  complete: completeFinish,
  completeUnseen: finishUnseen,
  csv: csvTable({
    order: BY_TITLE,
    columns: [
      ...plain('uid'),
      choice('kind', 'learningKind'),
      ...plain('title', 'provider'),
      choice('status', 'learningStatus'),
      ...plain('progress'),
      ...days('startDay', 'endDay'),
      ...plain('plannedHours'),
      ...COST,
      ...plain('url'),
      TAGS,
      LINKS,
      ...plain('notes'),
      COUNTED_BY_FINISH,
    ],
  }),
})
