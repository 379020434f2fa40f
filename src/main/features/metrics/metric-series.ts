import type { Store } from '#main/store/engine/database.ts'
import { requireItem } from '#main/store/engine/rows.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { computedMetrics, readValues } from '#main/store/facts/computed-metrics.ts'
import {
  type MetricValues,
  metricValues,
  type StatedValue,
  statedMetrics,
  statedValues,
} from '#main/store/facts/metric-values.ts'
import type { MetricSeries, SeriesMark, SeriesTarget } from '#shared/contract/metrics.ts'
import { byDay } from '#shared/domain/calendar/calendar.ts'
import { requirementReadiness } from '#shared/domain/gates/readiness.ts'
import { thinSeries } from '#shared/domain/metrics/thin-series.ts'
import { LocalText } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'

/** Something that belongs to a metric, with the metric's uid. */
type Of<One> = One & { metric: string }

const byMetric = <One>(rows: Of<One>[]) => Map.groupBy(rows, ({ metric }) => metric)

const METRICS =
  'SELECT metric.id, item.uid FROM metric CROSS JOIN item USING (id) WHERE @uid IS NULL OR item.uid = @uid'

const TARGETS = `SELECT metric.uid AS metric, requirement.uid, stage.title AS stage, metric_value AS value, planned_end AS day,
    passed_on IS NOT NULL AS isPassed
  FROM requirement AS own CROSS JOIN item AS requirement ON requirement.id = own.id
  CROSS JOIN item AS metric ON metric.id = own.metric_id CROSS JOIN stage ON stage.id = own.stage_id
  WHERE metric_value IS NOT NULL ORDER BY stage.position, own.position`

/** Items that link to a metric, and initiatives meant to move it, by the day on which each is to be shown. */
const NAMING = `SELECT metric.uid AS metric, source.uid, source.type, source.title, source.day
    FROM link CROSS JOIN item AS metric ON metric.id = target_id CROSS JOIN item AS source ON source.id = source_id
    WHERE target_type = 'metric' AND source.type IN ('achievement', 'initiative', 'project')
  UNION
  SELECT metric.uid, source.uid, source.type, source.title, ifnull(end_day, start_day)
    FROM initiative CROSS JOIN item AS source USING (id) CROSS JOIN item AS metric ON metric.id = metric_id`

interface Naming {
  uid: string
  type: ItemType
  title: LocalText
  day: string | null
}

const toMark = ({ uid, type, title, day }: Naming): SeriesMark[] =>
  day === null ? [] : [{ ref: { uid, type, title, day }, day, value: null }]

const toStated = ({ uid, title, day, value }: StatedValue): SeriesMark => ({
  ref: { uid, type: 'achievement', title, day },
  day,
  value,
})

/** Marks on the charts of metrics. An item that states a value is marked once, not also for its link to the metric. */
function readMarks(store: Store): (metric: string) => SeriesMark[] {
  const naming = byMetric(readRows<Of<Naming>>(store, NAMING, [], { title: LocalText }))
  const stating = statedValues(store).map(toStated)
  const stated = statedMetrics(store)
  return (metric) => {
    const states = stated.has(metric) ? stating : []
    const named = (naming.get(metric) ?? []).flatMap(toMark)
    const others = named.filter(({ ref }) => states.every((one) => one.ref.uid !== ref.uid))
    return [...states, ...others].sort(byDay)
  }
}

type TargetRow = Omit<SeriesTarget, 'isPassed' | 'readiness'> & { isPassed: number }

/** What gates ask of metrics, and how far it is met. */
function readTargets(store: Store, values: Map<string, MetricValues>): (metric: string) => SeriesTarget[] {
  const targets = byMetric(readRows<Of<TargetRow>>(store, TARGETS, [], { stage: LocalText }))
  return (metric) =>
    (targets.get(metric) ?? []).map(({ metric: _metric, isPassed, ...target }) => {
      const { baseline = null, current = null, direction = 'up' } = values.get(metric) ?? {}
      const asked = { kind: 'metric', level: null, count: null, minOutside: null, metricValue: target.value } as const
      const { value } = requirementReadiness(asked, { kind: 'metric', baseline, current, direction })
      return { ...target, isPassed: isPassed === 1, readiness: value }
    })
}

/** What the charts of every metric, or of one, show: its values, its marks and the values gates ask for. */
export function listSeries(store: Store, { uid, most }: { uid?: string | undefined; most: number }): MetricSeries[] {
  return store.sqlite.transaction(() => {
    if (uid !== undefined) requireItem(store, uid)
    const computed = computedMetrics(store)
    const [marksOf, targetsOf] = [readMarks(store), readTargets(store, metricValues(store, computed))]
    return readRows<{ id: number; uid: string }>(store, METRICS, { uid: uid ?? null }).map((metric) => ({
      uid: metric.uid,
      values: thinSeries(computed.get(metric.uid)?.values ?? readValues(store, metric.id), most),
      marks: marksOf(metric.uid),
      targets: targetsOf(metric.uid),
    }))
  })()
}
