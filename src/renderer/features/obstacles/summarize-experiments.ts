import { experimentState } from '#shared/domain/states/experiment-state.ts'
import type { Day } from '#shared/model/common.ts'
import type { ItemView } from '#shared/model/entities.ts'

export interface ExperimentSummary {
  suggested: number
  /** Running, including those whose verdict is due. */
  running: number
  closed: number
  /** The earliest review day of the running ones; in the past if overdue. */
  nextReview: Day | null
}

/** Counts the experiments against one obstacle by state. */
export function summarizeExperiments(
  experiments: Pick<ItemView<'experiment'>, 'startDay' | 'reviewDay' | 'verdict'>[],
  today: Day,
): ExperimentSummary {
  const summary: ExperimentSummary = { suggested: 0, running: 0, closed: 0, nextReview: null }
  for (const experiment of experiments) {
    const { state } = experimentState(experiment, today)
    summary[state === 'due' ? 'running' : state] += 1
    const review = state === 'running' || state === 'due' ? experiment.reviewDay : null
    if (review !== null && (summary.nextReview === null || review < summary.nextReview)) summary.nextReview = review
  }
  return summary
}
