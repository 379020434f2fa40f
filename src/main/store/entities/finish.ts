import type { Day } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'

interface Finishable {
  status: string
  endDay: Day | null
}

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
