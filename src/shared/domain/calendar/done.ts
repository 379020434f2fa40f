import type { Day } from '#shared/model/common.ts'

/**
 * Planned is not done: the one rule by which everything that counts is counted. What happened has a day, and that day has
 * come; what stands on a later day is a plan, and what is called done but has no day does not count. Nothing is stored:
 * a plan counts by itself once its day has come. `#main/store/facts/done.ts` says the same in SQL.
 */
export function isDone(day: Day | null, today: Day): boolean {
  return day !== null && day <= today
}

/** What a finished status is worth on a day. */
export type Finish = 'done' | 'planned' | 'undated'

/** See `isDone`; null where the item does not claim to be finished. */
export function finishOf({ status, endDay }: { status: string; endDay: Day | null }, today: Day): Finish | null {
  if (status !== 'done') return null
  if (endDay === null) return 'undated'
  return isDone(endDay, today) ? 'done' : 'planned'
}

/**
 * The status as it stood at the end of a day: what was finished later, or is called done without a day, was still `open`.
 * A dropped item needs no day.
 */
export function statusOn<Status extends string>(
  { status, endDay }: { status: Status; endDay: Day | null },
  day: Day,
  open: Status,
): Status {
  const isOver = status === 'done' || (status === 'dropped' && endDay !== null)
  return isOver && !isDone(endDay, day) ? open : status
}
