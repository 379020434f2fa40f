import type { Day } from '#shared/model/common.ts'
import type { Direction } from '#shared/model/vocabulary.ts'
import { prepared, type Store } from './database.ts'
import { today } from './days.ts'

export interface DatedValue {
  day: Day
  value: number
}

export interface MetricValues {
  uid: string
  direction: Direction
  points: number
  first: DatedValue | null
  newest: DatedValue | null
  /** What counts today, null = no value yet. */
  current: number | null
  /** From where the way to a target is measured, null = unknown. */
  baseline: number | null
}

/** The template's metric that achievements state too, as "people led". */
export const PEOPLE_LED = 'people-led'

interface ValuesRow {
  uid: string
  key: string | null
  direction: Direction
  points: number
  first: string | null
  newest: string | null
}

function toDated(pair: string | null): DatedValue | null {
  if (pair === null) return null
  const [day, value] = JSON.parse(pair) as [Day, number]
  return { day, value }
}

const mostPeopleLed = (store: Store): number | null =>
  prepared(store, 'metric.people-led', () =>
    store.sqlite.prepare<[Day], { most: number | null }>(
      'SELECT max(people_led) AS most FROM achievement WHERE day <= ?',
    ),
  ).get(today(store))?.most ?? null

/**
 * First, newest and present value of every metric by its uid.
 *
 * People led counts from zero, and the largest number an achievement states counts as well as the newest value: who has
 * led 50 people has done so, whether or not it was also written down as a metric.
 */
export function metricValues(store: Store): Map<string, MetricValues> {
  const point = (order: 'ASC' | 'DESC') =>
    `(SELECT json_array(day, value) FROM metric_point WHERE metric_id = metric.id ORDER BY day ${order}, id ${order} LIMIT 1)`
  const rows = prepared(store, 'metric.values', () =>
    store.sqlite.prepare<[], ValuesRow>(
      `SELECT item.uid, metric.key, metric.direction,
              (SELECT count(*) FROM metric_point WHERE metric_id = metric.id) AS points,
              ${point('ASC')} AS first, ${point('DESC')} AS newest
       FROM metric CROSS JOIN item ON item.id = metric.id`,
    ),
  ).all()
  const values = rows.map(({ key, first, newest, ...row }): MetricValues => {
    const dated = { ...row, first: toDated(first), newest: toDated(newest) }
    if (key !== PEOPLE_LED)
      return { ...dated, current: dated.newest?.value ?? null, baseline: dated.first?.value ?? null }
    const stated = [dated.newest?.value ?? null, mostPeopleLed(store)].filter((value) => value !== null)
    return { ...dated, current: stated.length === 0 ? null : Math.max(...stated), baseline: 0 }
  })
  return new Map(values.map((value) => [value.uid, value]))
}
