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
 * An item that becomes finished gets a day: today, where none is given. Without a day it would count nowhere, because
 * no review could say when it happened. An item that an older Kurs stored without a day stays so until it is given one;
 * an existing day cannot be removed (VALIDATION `field.required`).
 */
export function completeFinish<F extends Finishable>(fields: F, before: F | null, today: Day): F {
  if (fields.status !== 'done' || fields.endDay !== null) return fields
  if (before === null || before.status !== 'done') return { ...fields, endDay: today }
  if (before.endDay === null) return fields
  throw new Failure('VALIDATION', { issues: [{ path: ['endDay'], message: 'field.required' }] })
}

/**
 * Completes a new status given in a list, where the days are not shown. Until an item is over, its days are a plan. So
 * an item that becomes over ends today, and a done item has begun by then; an item dropped before its planned start has
 * no last day. The day on which an item was done stays. An item that is taken up again on the day it ended loses its
 * last day, which could not be told from a plan to end on that day. What an older Kurs stored as done without a day is
 * shown as under way, so that it can be marked as done there, as of today.
 */
export function finishUnseen<F extends Lasting>(patch: Patch<F>, before: F, today: Day): Patch<F> {
  const { status, endDay, startDay = before.startDay } = patch
  if (status === undefined || endDay !== undefined) return patch
  if (!isOver(status)) return isOver(before.status) && before.endDay === today ? { ...patch, endDay: null } : patch
  const isPlan = before.endDay !== null && !isDone(before.endDay, today)
  const finish = finishOf(before, today)
  if ((before.status === status && !isPlan && finish !== 'undated') || finish === 'done') return patch
  const isNotBegun = startDay !== null && startDay > today
  if (status === 'dropped') return { ...patch, endDay: isNotBegun ? null : today }
  return { ...patch, endDay: today, ...(isNotBegun && { startDay: today }) }
}
