import { z } from 'zod'
import { Day, LocalNotes, LocalText, LocalTitle, Notes, Uid } from './common.ts'
import { envelopeShape, refsShape } from './item.ts'
import { Direction } from './vocabulary.ts'

export const metricShape = {
  key: z.string().nullable(),
  title: LocalTitle,
  meaning: LocalNotes,
  unit: LocalText,
  direction: Direction,
}
export const MetricFields = z.strictObject(metricShape)
export type MetricFields = z.infer<typeof MetricFields>
export const Metric = z.strictObject({ ...metricShape, ...envelopeShape, ...refsShape })
export type Metric = z.infer<typeof Metric>
export const emptyMetric: MetricFields = { key: null, title: '', meaning: '', unit: '', direction: 'up' }

/** One dated value of a metric. */
export const metricPointShape = {
  metricUid: Uid,
  day: Day,
  value: z.number({ message: 'number.invalid' }),
  note: Notes,
}
export const MetricPointFields = z.strictObject(metricPointShape)
export type MetricPointFields = z.infer<typeof MetricPointFields>
export const MetricPoint = z.strictObject({ ...metricPointShape, ...envelopeShape, ...refsShape })
export type MetricPoint = z.infer<typeof MetricPoint>
export const emptyMetricPoint: MetricPointFields = { metricUid: '', day: '', value: 0, note: '' }
