import { totalsAbout } from '#main/features/journal/journal-totals-store.ts'
import type { Store } from '#main/store/database.ts'
import type { Period } from '#shared/domain/plan-years.ts'
import type { Day } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import type { Direction, ObstacleStatus, PersonRole, Verdict } from '#shared/model/vocabulary.ts'
import { parseText, readRows } from './rows.ts'

/** Gates passed within the period, in their order. */
export function gateFacts(store: Store, { start, end }: Period): ReviewFacts['gatesPassed'] {
  return readRows<{ stage: string; day: Day; note: string }>(
    store,
    'gates',
    `SELECT title AS stage, passed_on AS day, pass_note AS note FROM stage
     WHERE passed_on BETWEEN @start AND @end ORDER BY passed_on, position`,
    { start, end },
  ).map((gate) => ({ ...gate, stage: parseText(gate.stage) }))
}

/** Milestones planned or done within the period, as they stood at its end. */
export function milestoneFacts(store: Store, { start, end }: Period): ReviewFacts['milestones'] {
  return readRows<{ title: string; stage: string; plannedDay: Day; doneDay: Day | null }>(
    store,
    'milestones',
    `SELECT milestone.title, stage.title AS stage, planned_day AS plannedDay, iif(done_day <= @end, done_day, NULL) AS doneDay
     FROM milestone CROSS JOIN stage ON stage.id = milestone.stage_id
     WHERE done_day BETWEEN @start AND @end OR (planned_day BETWEEN @start AND @end AND ifnull(done_day >= @start, 1))
     ORDER BY ifnull(iif(done_day <= @end, done_day, NULL), planned_day), milestone.position, milestone.id`,
    { start, end },
  ).map((milestone) => ({ ...milestone, title: parseText(milestone.title), stage: parseText(milestone.stage) }))
}

type AchievementFact = ReviewFacts['achievements'][number]

/** Achievements of the period, in their order. */
export function achievementFacts(store: Store, { start, end }: Period): AchievementFact[] {
  return readRows<Omit<AchievementFact, 'audience' | 'roleShift'> & { audience: string; roleShift: string }>(
    store,
    'achievements',
    `SELECT title, day, situation, task, action, result, audience, scope, people_led AS peopleLed,
       metric_name AS metricName, metric_baseline AS metricBaseline, metric_result AS metricResult,
       metric_unit AS metricUnit, my_share AS myShare, role_shift AS roleShift
     FROM achievement WHERE day BETWEEN @start AND @end ORDER BY day, id`,
    { start, end },
  ).map((achievement) => ({
    ...achievement,
    audience: JSON.parse(achievement.audience) as AchievementFact['audience'],
    roleShift: JSON.parse(achievement.roleShift) as AchievementFact['roleShift'],
  }))
}

interface MetricRow {
  title: string
  unit: string
  direction: Direction
  before: number | null
  first: number
  firstId: number
  to: number
  lastId: number
  day: Day
}

/** Metrics with a value within the period: from the last value before it, else the first of several in it, to the last. */
export function metricFacts(store: Store, { start, end }: Period): ReviewFacts['metrics'] {
  const point = (what: string, condition: string, order: 'ASC' | 'DESC') =>
    `(SELECT ${what} FROM metric_point WHERE metric_id = metric.id AND ${condition} ORDER BY day ${order}, id ${order} LIMIT 1)`
  const within = 'day BETWEEN @start AND @end'
  return readRows<MetricRow>(
    store,
    'metrics',
    `SELECT * FROM (
       SELECT title, unit, direction, ${point('value', 'day < @start', 'DESC')} AS before,
         ${point('value', within, 'ASC')} AS first, ${point('id', within, 'ASC')} AS firstId,
         ${point('value', within, 'DESC')} AS "to", ${point('id', within, 'DESC')} AS lastId,
         ${point('day', within, 'DESC')} AS day
       FROM metric ORDER BY id)
     WHERE day IS NOT NULL`,
    { start, end },
  ).map(({ title, unit, direction, before, first, firstId, to, lastId, day }) => {
    const from = before ?? (firstId === lastId ? null : first)
    return { title: parseText(title), unit: parseText(unit), direction, from, to, day }
  })
}

/** All obstacles as they stand. */
export function obstacleFacts(store: Store): ReviewFacts['obstacles'] {
  return readRows<{ title: string; status: ObstacleStatus }>(
    store,
    'obstacles',
    'SELECT title, status FROM obstacle ORDER BY id',
  ).map(({ title, status }) => ({ title: parseText(title), status }))
}

/** Experiments whose verdict fell within the period. */
export function experimentFacts(store: Store, { start, end }: Period): ReviewFacts['experiments'] {
  return readRows<{ title: string; obstacle: string; verdict: Verdict; day: Day; lesson: string }>(
    store,
    'experiments',
    `SELECT experiment.title, obstacle.title AS obstacle, verdict, verdict_day AS day, lesson
     FROM experiment CROSS JOIN obstacle ON obstacle.id = experiment.obstacle_id
     WHERE verdict IS NOT NULL AND verdict_day BETWEEN @start AND @end ORDER BY verdict_day, experiment.id`,
    { start, end },
  ).map((experiment) => ({
    ...experiment,
    title: parseText(experiment.title),
    obstacle: parseText(experiment.obstacle),
  }))
}

/** People the activities of the period were about, most activities first. */
export function peopleFacts(store: Store, { start, end }: Period): ReviewFacts['people'] {
  const totals = new Map(totalsAbout(store, 'person', start, end).map((total) => [total.id, total]))
  const rows = readRows<{ id: number; name: string; role: PersonRole }>(
    store,
    'people',
    'SELECT id, name, role FROM person WHERE id IN (SELECT value FROM json_each(@ids))',
    { ids: JSON.stringify([...totals.keys()]) },
  )
  return rows
    .map(({ id, name, role }) => {
      const { minutes = 0, activities = 0 } = totals.get(id) ?? {}
      return { name, role, minutes, activities }
    })
    .sort((a, b) => b.activities - a.activities || b.minutes - a.minutes)
}
