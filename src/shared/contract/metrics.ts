import { z } from 'zod'
import { Day, Uid } from '#shared/model/common.ts'
import { Metric, MetricPoint, metricPointShape, metricShape } from '#shared/model/metric.ts'
import { crud, procedure } from './base.ts'

const DatedValue = z.strictObject({ day: Day, value: z.number() })

export const MetricView = z.strictObject({
  ...Metric.shape,
  points: z.int().min(0),
  first: DatedValue.nullable(),
  newest: DatedValue.nullable(),
  /** What counts today: the newest value; for people led also the largest number an achievement states. */
  current: z.number().nullable(),
})
export type MetricView = z.infer<typeof MetricView>

const { key: _key, ...metricEditShape } = metricShape

export const metrics = crud(metricEditShape, MetricView)

/** Values of metrics; VALIDATION `day.future` for a day that has not come. */
export const metricPoints = {
  ...crud(metricPointShape, MetricPoint),
  /** Oldest first. */
  list: procedure.input(z.strictObject({ metricUid: Uid })).output(z.array(MetricPoint)),
}
