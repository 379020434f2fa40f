import type { Day } from '#shared/model/common.ts'

/**
 * The one rule that decides what counts: an item counts once its day has come. A later day means a plan, and an item
 * that is done without a day does not count. Nothing is stored: a planned item counts automatically from its day on.
 * `#main/store/facts/done.ts` has the same rule in SQL.
 */
export function isDone(day: Day | null, today: Day): boolean {
  return day !== null && day <= today
}

/** What the status "done" means on a day. */
export type Finish = 'done' | 'planned' | 'undated'

/** See `isDone`; null if the status is not "done". */
export function finishOf({ status, endDay }: { status: string; endDay: Day | null }, today: Day): Finish | null {
  if (status !== 'done') return null
  if (endDay === null) return 'undated'
  return isDone(endDay, today) ? 'done' : 'planned'
}

/**
 * The status at the end of a day: an item finished later, or done without a day, was still `open`. A dropped item needs
 * no day.
 */
export function statusOn<Status extends string>(
  { status, endDay }: { status: Status; endDay: Day | null },
  day: Day,
  open: Status,
): Status {
  const isOver = status === 'done' || (status === 'dropped' && endDay !== null)
  return isOver && !isDone(endDay, day) ? open : status
}
