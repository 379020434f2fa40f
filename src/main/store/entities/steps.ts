import { step } from '#main/store/schema/steps.ts'
import { weekStart } from '#shared/domain/calendar/calendar.ts'
import type { Day } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import { type StepFields, stepModel } from '#shared/model/step.ts'
import { BY_DAY, choice, csvTable, days, LINKS, plain, TAGS } from './csv.ts'
import { defineEntity } from './entity.ts'
import { completeFinish } from './finish.ts'

/**
 * A step belongs to a whole week, whichever of its days was given. A done, dropped or declined step has the day on
 * which that happened, a planned step has none.
 */
function complete(fields: StepFields, before: StepFields | null, today: Day): StepFields {
  const { status, endDay } = fields
  if (endDay !== null && endDay > today)
    throw new Failure('VALIDATION', { issues: [{ path: ['endDay'], message: 'day.future' }] })
  const week = fields.week === '' ? '' : weekStart(fields.week, 1)
  if (status === 'planned') return { ...fields, week, endDay: null }
  const isAnsweredNow = before === null || before.status !== status
  return completeFinish({ ...fields, week, endDay: endDay ?? (isAnsweredNow ? today : null) }, before, today)
}

export const stepEntity = defineEntity(stepModel, {
  table: step,
  links: { links: { role: 'link', type: 'any' } },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.endDay ?? fields.week,
  searchText: (fields) => [fields.notes, fields.reason, ...fields.tags],
  complete,
  csv: csvTable({
    order: BY_DAY,
    words: 'steps',
    columns: [
      ...plain('uid', 'title'),
      choice('status', 'steps'),
      ...days('week'),
      ...plain('minutes'),
      ...days('endDay'),
      ...plain('reason'),
      TAGS,
      LINKS,
      ...plain('notes'),
    ],
  }),
})
