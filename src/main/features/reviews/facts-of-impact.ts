import { totalsAbout } from '#main/features/journal/journal-totals-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { doneBetween, doneBy } from '#main/store/facts/done.ts'
import type { Period } from '#shared/domain/calendar/plan-years.ts'
import { achievementShape } from '#shared/model/achievement.ts'
import { type Day, LocalText } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import type { Direction, PersonRole } from '#shared/model/vocabulary.ts'
import { uidOf } from './uid-of.ts'

const DONE_MILESTONE = doneBy('milestone', '@passed')

/** Gates passed within the period, in their order. */
export function gateFacts(store: Store, { start, end }: Period): ReviewFacts['gatesPassed'] {
  return readRows<ReviewFacts['gatesPassed'][number]>(
    store,
    `SELECT ${uidOf('stage')}, title AS stage, passed_on AS day, pass_note AS note FROM stage
     WHERE ${doneBetween('stage', '@start', '@end')} ORDER BY passed_on, position`,
    { start, end },
    { stage: LocalText },
  )
}

/**
 * Milestones planned for the period, or done in the part of it that has passed, in their state at the end of that part.
 */
export function milestoneFacts(store: Store, { start, end }: Period, passed: Day): ReviewFacts['milestones'] {
  return readRows<ReviewFacts['milestones'][number]>(
    store,
    `SELECT ${uidOf('milestone')}, milestone.title, stage.title AS stage, planned_day AS plannedDay, iif(${DONE_MILESTONE}, done_day, NULL) AS doneDay
     FROM milestone CROSS JOIN stage ON stage.id = milestone.stage_id
     WHERE ${doneBetween('milestone', '@start', '@passed')}
       OR (planned_day BETWEEN @start AND @end AND ifnull(done_day >= @start, 1))
     ORDER BY ifnull(iif(${DONE_MILESTONE}, done_day, NULL), planned_day), milestone.position, milestone.id`,
    { start, end, passed },
    { title: LocalText, stage: LocalText },
  )
}

type AchievementFact = ReviewFacts['achievements'][number]

/** Achievements of the period, in their order. */
export function achievementFacts(store: Store, { start, end }: Period): AchievementFact[] {
  return readRows<AchievementFact>(
    store,
    `SELECT ${uidOf('achievement')}, title, day, situation, task, action, result, audience, scope, people_led AS peopleLed,
       metric_name AS metricName, metric_baseline AS metricBaseline, metric_result AS metricResult,
       metric_unit AS metricUnit, my_share AS myShare, role_shift AS roleShift
     FROM achievement WHERE ${doneBetween('achievement', '@start', '@end')} ORDER BY day, id`,
    { start, end },
    { audience: achievementShape.audience, roleShift: achievementShape.roleShift },
  )
}

interface MetricRow {
  uid: string
  title: LocalText
  unit: LocalText
  direction: Direction
  before: number | null
  first: number
  firstId: number
  to: number
  lastId: number
  day: Day
}

/**
 * Metrics with a value within the period. Each change is from the last value before the period, or the first of several
 * in it, to the last value in it.
 */
export function metricFacts(store: Store, { start, end }: Period): ReviewFacts['metrics'] {
  const point = (what: string, condition: string, order: 'ASC' | 'DESC') =>
    `(SELECT ${what} FROM metric_point WHERE metric_id = metric.id AND ${condition} ORDER BY day ${order}, id ${order} LIMIT 1)`
  const within = doneBetween('metricPoint', '@start', '@end')
  return readRows<MetricRow>(
    store,
    `SELECT * FROM (
       SELECT ${uidOf('metric')}, title, unit, direction, ${point('value', 'day < @start', 'DESC')} AS before,
         ${point('value', within, 'ASC')} AS first, ${point('id', within, 'ASC')} AS firstId,
         ${point('value', within, 'DESC')} AS "to", ${point('id', within, 'DESC')} AS lastId,
         ${point('day', within, 'DESC')} AS day
       FROM metric ORDER BY id)
     WHERE day IS NOT NULL`,
    { start, end },
    { title: LocalText, unit: LocalText },
  ).map(({ uid, title, unit, direction, before, first, firstId, to, lastId, day }) => {
    const from = before ?? (firstId === lastId ? null : first)
    return { uid, title, unit, direction, from, to, day }
  })
}

/** All obstacles in their present state. */
export function obstacleFacts(store: Store): ReviewFacts['obstacles'] {
  return readRows<ReviewFacts['obstacles'][number]>(
    store,
    `SELECT ${uidOf('obstacle')}, title, status FROM obstacle ORDER BY id`,
    [],
    { title: LocalText },
  )
}

/** Experiments whose verdict fell within the period. */
export function experimentFacts(store: Store, { start, end }: Period): ReviewFacts['experiments'] {
  return readRows<ReviewFacts['experiments'][number]>(
    store,
    `SELECT ${uidOf('experiment')}, experiment.title, obstacle.title AS obstacle, verdict, verdict_day AS day, lesson
     FROM experiment CROSS JOIN obstacle ON obstacle.id = experiment.obstacle_id
     WHERE ${doneBetween('experiment', '@start', '@end')} ORDER BY verdict_day, experiment.id`,
    { start, end },
    { title: LocalText, obstacle: LocalText },
  )
}

/** People the activities of the period were about, most activities first. */
export function peopleFacts(store: Store, period: Period): ReviewFacts['people'] {
  const totals = new Map(totalsAbout(store, 'person', period).map((total) => [total.id, total]))
  const rows = readRows<{ id: number; uid: string; name: string; role: PersonRole }>(
    store,
    `SELECT id, ${uidOf('person')}, name, role FROM person WHERE id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify([...totals.keys()]) },
  )
  return rows
    .map(({ id, ...person }) => {
      const { minutes = 0, activities = 0 } = totals.get(id) ?? {}
      return { ...person, minutes, activities }
    })
    .sort((a, b) => b.activities - a.activities || b.minutes - a.minutes)
}
