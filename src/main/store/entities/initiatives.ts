import { initiative } from '#main/store/schema/initiatives.ts'
import { finishOf } from '#shared/domain/calendar/done.ts'
import { isSameValue } from '#shared/domain/keeping/merge.ts'
import { type IceRatings, iceScore } from '#shared/domain/states/ice-score.ts'
import { inOrder } from '#shared/domain/states/impact-retro.ts'
import type { Day } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import { type InitiativeFields, initiativeModel, type Retro } from '#shared/model/initiative.ts'
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

/**
 * Retros, oldest first: days after the end, day of the retro, the measured change or `..`, the decision, the lesson.
 */
const RETROS: CsvColumn<'retros'> = {
  key: 'retros',
  cell: (item) =>
    inOrder(item.retros as Retro[])
      .map(({ after, day, actualChange, decision, lesson }) =>
        `${after}: ${day} ${actualChange ?? '..'} ${decision} ${lesson}`.trim(),
      )
      .join('; '),
}

/**
 * A retro looks back: it is recorded or changed only while its initiative is done, on a day that has come and is not
 * before the end. A recorded retro stays as it is when the initiative is taken up again and ends anew.
 */
function complete(given: InitiativeFields, before: InitiativeFields | null, today: Day): InitiativeFields {
  const fields = completeFinish(given, before, today)
  const isKept = (retro: Retro) => before?.retros.some((one) => isSameValue(one, retro)) === true
  const written = fields.retros.filter((retro) => !isKept(retro))
  const refuse = (message: string) => new Failure('VALIDATION', { issues: [{ path: ['retros'], message }] })
  if (written.length > 0 && finishOf(fields, today) !== 'done') throw refuse('retro.notDone')
  if (written.some(({ day }) => day > today)) throw refuse('day.future')
  const { endDay } = fields
  if (endDay !== null && written.some(({ day }) => day < endDay)) throw refuse('day.beforeEnd')
  return fields
}

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
  searchText: (fields) => [
    fields.hypothesis,
    fields.lesson,
    ...fields.retros.map(({ lesson }) => lesson),
    fields.notes,
    ...fields.tags,
  ],
  complete,
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
      RETROS,
    ],
  }),
})
