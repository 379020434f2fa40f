import { initiative } from '#main/store/schema/initiatives.ts'
import { type IceRatings, iceScore } from '#shared/domain/states/ice-score.ts'
import { initiativeModel } from '#shared/model/initiative.ts'
import {
  BY_TITLE,
  COUNTED_BY_FINISH,
  type CsvColumn,
  choice,
  csvTable,
  days,
  LINKS,
  plain,
  TAGS,
  titles,
} from './csv.ts'
import { defineEntity } from './entity.ts'
import { completeFinish, finishUnseen } from './finish.ts'

const SCORE: CsvColumn<'score'> = { key: 'score', cell: (item) => iceScore(item as unknown as IceRatings) }

export const initiativeEntity = defineEntity(initiativeModel, {
  table: initiative,
  refs: {
    metricUid: { column: 'metricId', type: 'metric', onRemove: 'clear' },
    ownerUid: { column: 'ownerId', type: 'person', onRemove: 'clear' },
  },
  links: {
    links: { role: 'link', type: 'any' },
    stakeholders: { role: 'stakeholder', type: 'person' },
  },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.endDay ?? fields.startDay,
  searchText: (fields) => [fields.hypothesis, fields.lesson, fields.notes, ...fields.tags],
  complete: completeFinish,
  completeUnseen: finishUnseen,
  csv: csvTable({
    order: BY_TITLE,
    words: 'initiatives',
    columns: [
      ...plain('uid', 'title'),
      choice('status', 'initiatives'),
      ...plain('hypothesis'),
      titles('metric', 'metricUid'),
      ...plain('expectedChange', 'impact', 'confidence', 'ease'),
      SCORE,
      titles('owner', 'ownerUid'),
      titles('stakeholders'),
      ...days('startDay', 'endDay'),
      ...plain('lesson'),
      TAGS,
      LINKS,
      ...plain('notes'),
      COUNTED_BY_FINISH,
    ],
  }),
})
