import { learning } from '#main/store/schema/learning.ts'
import type { Day } from '#shared/model/common.ts'
import { type LearningFields, learningModel } from '#shared/model/learning.ts'
import { BY_TITLE, COST, COUNTED_BY_FINISH, choice, csvTable, days, LINKS, plain, TAGS } from './csv.ts'
import { defineEntity, type Patch } from './entity.ts'
import { completeFinish, finishUnseen } from './finish.ts'

/** An item that becomes done where its progress is not shown gets a progress of 100. */
function finishWhole(patch: Patch<LearningFields>, before: LearningFields, today: Day): Patch<LearningFields> {
  const becomesDone = patch.status === 'done' && before.status !== 'done'
  return { ...(becomesDone && { progress: 100 }), ...finishUnseen(patch, before, today) }
}

export const learningEntity = defineEntity(learningModel, {
  table: learning,
  links: { links: { role: 'link', type: 'any' } },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.endDay ?? fields.startDay,
  searchText: (fields) => [fields.provider, fields.notes, ...fields.tags],
  complete: completeFinish,
  completeUnseen: finishWhole,
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
