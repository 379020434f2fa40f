import type { Day } from '#shared/model/common.ts'
import type { ExperimentFields } from '#shared/model/obstacle.ts'
import type { Verdict } from '#shared/model/vocabulary.ts'
import { addDays, differenceInDays } from '../calendar/calendar.ts'

/** The state of an experiment on a day. */
export type ExperimentState =
  /** Not started yet. */
  | { state: 'suggested' }
  /** Running; `daysLeft` until its review day, null if none is set. */
  | { state: 'running'; daysLeft: number | null }
  /** Its review day is today (0) or was `daysLate` days ago: it needs a verdict. */
  | { state: 'due'; daysLate: number }
  | { state: 'closed'; verdict: Verdict }

type Timing = Pick<ExperimentFields, 'startDay' | 'reviewDay' | 'verdict'>

/** The state of an experiment on a day. A verdict closes it whatever its days say. */
export function experimentState({ startDay, reviewDay, verdict }: Timing, today: Day): ExperimentState {
  if (verdict !== null) return { state: 'closed', verdict }
  if (startDay === null) return { state: 'suggested' }
  if (reviewDay === null) return { state: 'running', daysLeft: null }
  if (reviewDay > today) return { state: 'running', daysLeft: differenceInDays(reviewDay, today) }
  return { state: 'due', daysLate: differenceInDays(today, reviewDay) }
}

/** Start and review day of an experiment that starts on `day`. */
export function experimentStart(
  { reviewAfterDays }: Pick<ExperimentFields, 'reviewAfterDays'>,
  day: Day,
): { startDay: Day; reviewDay: Day } {
  return { startDay: day, reviewDay: addDays(day, reviewAfterDays) }
}

const ORDER: Record<ExperimentState['state'], number> = { due: 0, running: 1, suggested: 2, closed: 3 }

/**
 * Experiments in display order: those that need a verdict, running ones (next review first), ideas, closed ones (newest
 * first).
 */
export function sortExperiments<E extends Timing & Pick<ExperimentFields, 'verdictDay'> & { createdAt: number }>(
  experiments: E[],
  today: Day,
): E[] {
  const rank = (experiment: E) => ORDER[experimentState(experiment, today).state]
  const byDay = (a: E, b: E) =>
    a.verdict !== null
      ? (b.verdictDay ?? '').localeCompare(a.verdictDay ?? '')
      : (a.reviewDay ?? '9999').localeCompare(b.reviewDay ?? '9999')
  return [...experiments].sort((a, b) => rank(a) - rank(b) || byDay(a, b) || a.createdAt - b.createdAt)
}
