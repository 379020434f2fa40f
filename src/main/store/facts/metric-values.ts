import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { byDay } from '#shared/domain/calendar/calendar.ts'
import { LocalText } from '#shared/model/common.ts'
import { DatedValue } from '#shared/model/metric.ts'
import type { Direction } from '#shared/model/vocabulary.ts'
import { type ComputedMetric, computedMetrics } from './computed-metrics.ts'
import { doneBy } from './done.ts'
import { planTemplate } from './plan-template.ts'

export interface MetricValues {
  uid: string
  direction: Direction
  points: number
  first: DatedValue | null
  newest: DatedValue | null
  /** The value that counts today, null = no value yet. */
  current: number | null
  /** The value from which progress to a target is measured, null = unknown. */
  baseline: number | null
}

interface ValuesRow {
  uid: string
  key: string | null
  direction: Direction
  points: number
  first: DatedValue | null
  newest: DatedValue | null
}

/** A value that an achievement states. */
export interface StatedValue extends DatedValue {
  uid: string
  title: LocalText
}

const STATED = `SELECT item.uid, item.title, achievement.day, people_led AS value FROM achievement CROSS JOIN item USING (id)
  WHERE people_led IS NOT NULL AND ${doneBy('achievement', '?')} ORDER BY achievement.day, achievement.id`

/** The numbers of people that achievements state, by their days. */
export const statedValues = (store: Store): StatedValue[] =>
  readRows<StatedValue>(store, STATED, [today(store)], { title: LocalText })

/** The metrics, by uid, whose value achievements state as well. */
export function statedMetrics(store: Store): ReadonlySet<string> {
  const keys = statedKeys(store)
  const metrics = readRows<{ uid: string; key: string | null }>(store, KEYS, [])
  return new Set(metrics.flatMap(({ uid, key }) => (keys.has(key) ? [uid] : [])))
}

const KEYS = 'SELECT uid, key FROM metric CROSS JOIN item USING (id)'

const POINTS = `metric_id = metric.id AND ${doneBy('metricPoint', '@today')}`

/** Keys of the metrics whose value achievements state as well. */
const statedKeys = (store: Store): ReadonlySet<string | null> =>
  new Set(planTemplate(store).metrics.flatMap((one) => (one.statedAs ? [one.key] : [])))

/**
 * First, newest and present value of every metric by its uid.
 *
 * A metric that achievements also state (`statedAs` in the template) counts from zero, and its present value is the
 * larger of its newest value and the largest number that an achievement states: a person who has led 50 people has done
 * so, whether or not it was also recorded as a metric. A computed metric has a value wherever the two others have one.
 */
export function metricValues(store: Store, computed = computedMetrics(store)): Map<string, MetricValues> {
  const point = (order: 'ASC' | 'DESC') =>
    `(SELECT json_object('day', day, 'value', value) FROM metric_point WHERE ${POINTS} ORDER BY day ${order}, id ${order} LIMIT 1)`
  const rows = readRows<ValuesRow>(
    store,
    `SELECT item.uid, metric.key, metric.direction,
              (SELECT count(*) FROM metric_point WHERE ${POINTS}) AS points,
              ${point('ASC')} AS first, ${point('DESC')} AS newest
       FROM metric CROSS JOIN item ON item.id = metric.id`,
    { today: today(store) },
    { first: DatedValue.nullable(), newest: DatedValue.nullable() },
  )
  const keys = statedKeys(store)
  const stated = statedValues(store).map(({ value }) => value)
  const values = rows.map(({ key, ...row }): MetricValues => {
    const dated = { ...row, ...rangeOf(computed.get(row.uid)) }
    if (!keys.has(key)) return { ...dated, current: dated.newest?.value ?? null, baseline: dated.first?.value ?? null }
    const counting = [...(dated.newest === null ? [] : [dated.newest.value]), ...stated]
    return { ...dated, current: counting.length === 0 ? null : Math.max(...counting), baseline: 0 }
  })
  return new Map(values.map((value) => [value.uid, value]))
}

/** First, newest and number of the values of a computed metric; empty for every other metric. */
function rangeOf(computed: ComputedMetric | undefined): Partial<MetricValues> {
  if (computed === undefined) return {}
  const { values } = computed
  return { points: values.length, first: values[0] ?? null, newest: values.at(-1) ?? null }
}

interface PointRow extends DatedValue {
  uid: string
}

/**
 * The value that counted on each day on which a number of people was recorded or stated, by the rule of `metricValues`.
 */
function ledByDay(points: DatedValue[], stated: DatedValue[]): DatedValue[] {
  const all = [
    ...points.map((one) => ({ ...one, isPoint: true })),
    ...stated.map((one) => ({ ...one, isPoint: false })),
  ]
  let newest = 0
  let most = 0
  return all.sort(byDay).map(({ day, value, isPoint }) => {
    if (isPoint) newest = value
    else most = Math.max(most, value)
    return { day, value: Math.max(newest, most) }
  })
}

/** The values of every metric by its uid, as they counted on their days, oldest first. */
export function valuesByMetric(store: Store): Map<string, DatedValue[]> {
  const rows = readRows<PointRow>(
    store,
    `SELECT item.uid, metric_point.day, value FROM metric_point CROSS JOIN item ON item.id = metric_id
     WHERE ${doneBy('metricPoint', '@today')} ORDER BY metric_point.day, metric_point.id`,
    { today: today(store) },
  )
  const byUid = new Map<string, DatedValue[]>(Map.groupBy(rows, ({ uid }) => uid))
  const read = ({ uid }: { uid: string }) => byUid.get(uid) ?? []
  for (const [uid, { values }] of computedMetrics(store, read)) byUid.set(uid, values)
  const stated = statedValues(store)
  for (const uid of statedMetrics(store)) byUid.set(uid, ledByDay(byUid.get(uid) ?? [], stated))
  return byUid
}
