/** The day on which an item of a type happened: a column of its own table. */
const DAY = {
  activity: 'activity.day',
  achievement: 'achievement.day',
  assessment: 'assessment.day',
  metricPoint: 'metric_point.day',
  learning: 'learning.end_day',
  project: 'project.end_day',
  certification: 'certification.issue_day',
  initiative: 'initiative.end_day',
  milestone: 'milestone.done_day',
  stage: 'stage.passed_on',
  experiment: 'experiment.verdict_day',
} as const

/** Condition besides the day, for types that can have the day before they are done. */
const CLAIM: { [Type in keyof typeof DAY]?: string } = {
  assessment: 'assessment.retracted_at IS NULL',
  learning: "learning.status = 'done'",
  project: "project.status = 'done'",
  certification: "certification.status = 'earned'",
  initiative: "initiative.status = 'done'",
  experiment: 'experiment.verdict IS NOT NULL',
}

/** The column of the day on which an item of a type happened. */
export function dayOf(type: keyof typeof DAY): string {
  return DAY[type]
}

/**
 * Condition on an entity's own table: the item was done by a day, which is a parameter (`@today`) or a column. `isDone`
 * of shared/domain in SQL: planned is not done. An item without a day is not done either, since a comparison with NULL
 * is not true.
 */
export function doneBy(type: keyof typeof DAY, day: string): string {
  const claim = CLAIM[type]
  return claim === undefined ? `${DAY[type]} <= ${day}` : `${claim} AND ${DAY[type]} <= ${day}`
}

/** The same within a period: from one day to another, both included. */
export function doneBetween(type: keyof typeof DAY, from: string, to: string): string {
  return `${doneBy(type, to)} AND ${DAY[type]} >= ${from}`
}
