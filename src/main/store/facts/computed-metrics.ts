import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { fillDays, ratioByDay } from '#shared/domain/metrics/ratio.ts'
import { LocalText } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import type { DatedValue } from '#shared/model/metric.ts'
import { doneBy } from './done.ts'
import { planTemplate } from './plan-template.ts'

/** A metric that Kurs computes from two others. */
export interface ComputedMetric {
  /** The two metrics whose ratio it is. */
  from: [over: ItemRef, under: ItemRef]
  /** Computed and recorded values, oldest first; a recorded value replaces the computed one of its day. */
  values: DatedValue[]
}

interface KeyedMetric {
  id: number
  uid: string
  key: string
  title: LocalText
}

const KEYED = 'SELECT id, uid, key, item.title FROM metric CROSS JOIN item USING (id) WHERE key IS NOT NULL'

const VALUES = `SELECT day, value FROM metric_point WHERE metric_id = ? AND ${doneBy('metricPoint', '?')} ORDER BY day, id`

const toRef = ({ uid, title }: KeyedMetric): ItemRef => ({ uid, type: 'metric', title, day: null })

/** The values of one metric whose day has come, oldest first. */
export const readValues = (store: Store, metricId: number): DatedValue[] =>
  readRows<DatedValue>(store, VALUES, [metricId, today(store)])

/**
 * Metrics that are ratios of two existing metrics (`ratioOf` in the template), by uid.
 *
 * @param read the recorded values of a metric, for callers that have read them already
 */
export function computedMetrics(
  store: Store,
  read: (metric: KeyedMetric) => DatedValue[] = ({ id }) => readValues(store, id),
): Map<string, ComputedMetric> {
  const ratios = planTemplate(store).metrics.flatMap(({ key, ratioOf }) => (ratioOf ? [{ key, ...ratioOf }] : []))
  if (ratios.length === 0) return new Map()
  const metrics = new Map(readRows<KeyedMetric>(store, KEYED, [], { title: LocalText }).map((one) => [one.key, one]))
  return new Map(
    ratios.flatMap(({ key, ...ratio }) => {
      const [own, over, under] = [metrics.get(key), metrics.get(ratio.over), metrics.get(ratio.under)]
      if (own === undefined || over === undefined || under === undefined) return []
      const values = fillDays(read(own), ratioByDay(read(over), read(under)))
      return [[own.uid, { from: [toRef(over), toRef(under)], values }]]
    }),
  )
}
