import { z } from 'zod'
import { Day, Key, LocalLine, LocalNotes, LocalTitle, Notes, Quantity, Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { Direction } from './vocabulary.ts'

export const metricShape = {
  key: Key.nullable(),
  title: LocalTitle,
  meaning: LocalNotes,
  unit: LocalLine,
  direction: Direction,
}
export const MetricFields = z.strictObject(metricShape)
export type MetricFields = z.infer<typeof MetricFields>
const emptyMetric: MetricFields = { key: null, title: '', meaning: '', unit: '', direction: 'up' }

export const metricModel = declareModel({
  type: 'metric',
  shape: metricShape,
  fields: MetricFields,
  empty: emptyMetric,
})

/** One dated value of a metric. */
export const metricPointShape = {
  metricUid: Uid,
  day: Day,
  value: Quantity,
  note: Notes,
}
export const MetricPointFields = z.strictObject(metricPointShape)
export type MetricPointFields = z.infer<typeof MetricPointFields>
const emptyMetricPoint: MetricPointFields = { metricUid: '', day: '', value: 0, note: '' }

export const metricPointModel = declareModel({
  type: 'metricPoint',
  shape: metricPointShape,
  fields: MetricPointFields,
  empty: emptyMetricPoint,
})

/** A value of a metric with its day only. */
export const DatedValue = z.strictObject({ day: Day, value: z.number() })
export type DatedValue = z.infer<typeof DatedValue>
