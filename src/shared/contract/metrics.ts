import { z } from 'zod'
import { Uid } from '#shared/model/common.ts'
import { viewOf } from '#shared/model/entities.ts'
import { DatedValue, metricModel, metricPointModel, metricPointShape, metricShape } from '#shared/model/metric.ts'
import { crud, procedure } from './base.ts'

export const MetricPoint = viewOf(metricPointModel)
export type MetricPoint = z.infer<typeof MetricPoint>

export const MetricView = z.strictObject({
  ...viewOf(metricModel).shape,
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
  /** A page of them, newest first: a metric that is read from a file every day has thousands. */
  list: procedure
    .input(
      z.strictObject({
        metricUid: Uid,
        skip: z.int().min(0).max(10_000_000).default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.strictObject({ points: z.array(MetricPoint), total: z.int().min(0) })),
}
