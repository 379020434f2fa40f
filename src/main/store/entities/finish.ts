import { finishOf, isDone } from '#shared/domain/calendar/done.ts'
import type { Day } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { Patch } from './entity.ts'

interface Finishable {
  status: string
  endDay: Day | null
}

interface Lasting extends Finishable {
  startDay: Day | null
}

const isOver = (status: string): boolean => status === 'done' || status === 'dropped'

/**
 * What becomes finished has its day: today, where none is given. Without one it would count nowhere, because no review could
 * say when it happened. What an older Kurs stored without a day stays as it is until it is given one; a day that is there
 * is not taken away (VALIDATION `field.required`).
 */
export function completeFinish<F extends Finishable>(fields: F, before: F | null, today: Day): F {
  if (fields.status !== 'done' || fields.endDay !== null) return fields
  if (before === null || before.status !== 'done') return { ...fields, endDay: today }
  if (before.endDay === null) return fields
  throw new Failure('VALIDATION', { issues: [{ path: ['endDay'], message: 'field.required' }] })
}

/**
 * A new status given in a list, where the days are not seen. Until an item is over they are a plan, so what becomes over ends
 * today, and what is done has begun by then; what was dropped before it would have begun has no last day. A day on which it was
 * done stays. What is taken up again on the day it ended has no last day yet: a plan to end on that day cannot be told from it.
 */
export function finishUnseen<F extends Lasting>(patch: Patch<F>, before: F, today: Day): Patch<F> {
  const { status, endDay, startDay = before.startDay } = patch
  if (status === undefined || endDay !== undefined) return patch
  if (!isOver(status)) return isOver(before.status) && before.endDay === today ? { ...patch, endDay: null } : patch
  const isPlan = before.endDay !== null && !isDone(before.endDay, today)
  if ((before.status === status && !isPlan) || finishOf(before, today) === 'done') return patch
  const isNotBegun = startDay !== null && startDay > today
  if (status === 'dropped') return { ...patch, endDay: isNotBegun ? null : today }
  return { ...patch, endDay: today, ...(isNotBegun && { startDay: today }) }
}
