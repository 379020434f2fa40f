import { z } from 'zod'
import { Day, LocalText, Uid } from '#shared/model/common.ts'
import { ItemRef, viewOf } from '#shared/model/entities.ts'
import { DatedValue, metricModel, metricPointModel, metricPointShape, metricShape } from '#shared/model/metric.ts'
import { crud, MANY, procedure, SavedMany } from './base.ts'

export const MetricPoint = viewOf(metricPointModel)
export type MetricPoint = z.infer<typeof MetricPoint>

export const MetricView = z.strictObject({
  ...viewOf(metricModel).shape,
  points: z.int().min(0),
  /** The two metrics it is computed from; empty = its values are recorded. */
  computedFrom: z.array(ItemRef),
  first: DatedValue.nullable(),
  newest: DatedValue.nullable(),
  /** The value that counts today: the newest one; for people led, also the largest number an achievement states. */
  current: z.number().nullable(),
})
export type MetricView = z.infer<typeof MetricView>

const { key: _key, ...metricEditShape } = metricShape

/** An item shown at a metric's line: it states a value of the metric, or was done to change it. */
export const SeriesMark = z.strictObject({
  ref: ItemRef,
  day: Day,
  /** The value an achievement states; null if the item only names the metric. */
  value: z.number().nullable(),
})
export type SeriesMark = z.infer<typeof SeriesMark>

/** A target of a gate's requirement. */
export const SeriesTarget = z.strictObject({
  /** uid of the requirement. */
  uid: Uid,
  /** Title of the stage whose gate it is. */
  stage: LocalText,
  value: z.number(),
  /** The planned last day of that stage. */
  day: Day,
  /** The gate has been passed. */
  isPassed: z.boolean(),
  /** Readiness of the requirement, 0-1, by the rule of gates. */
  readiness: z.number().min(0).max(1),
})
export type SeriesTarget = z.infer<typeof SeriesTarget>

/** The data for drawing a metric. */
export const MetricSeries = z.strictObject({
  uid: Uid,
  /** Its values up to today, oldest first; if there are many, a selection that keeps the shape of the line. */
  values: z.array(DatedValue),
  /** In the order of their days. */
  marks: z.array(SeriesMark),
  /** In the order of the stages. */
  targets: z.array(SeriesTarget),
})
export type MetricSeries = z.infer<typeof MetricSeries>

export const metrics = {
  ...crud(metricEditShape, MetricView),
  /** The data for drawing every metric, or one, with at most `most` values each. */
  series: procedure
    .input(z.strictObject({ uid: Uid.optional(), most: z.int().min(10).max(MANY).default(100) }))
    .output(z.array(MetricSeries)),
}

const { metricUid: _metricUid, ...pastedShape } = metricPointShape

/** Values of metrics; VALIDATION `day.future` for a future day. */
export const metricPoints = {
  ...crud(metricPointShape, MetricPoint),
  /** One page of values, newest first: a metric that is read from a file every day has thousands. */
  list: procedure
    .input(
      z.strictObject({
        metricUid: Uid,
        skip: z.int().min(0).max(10_000_000).default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.strictObject({ points: z.array(MetricPoint), total: z.int().min(0) })),
  /** Every recorded value of a metric, oldest first, without notes and without computed values. */
  recorded: procedure.input(z.strictObject({ metricUid: Uid })).output(z.array(DatedValue)),
  /**
   * Adds many values of a metric as one undoable action, all or none. Values it has already (same value, same day) are
   * skipped, so pasting the same again adds nothing.
   */
  paste: procedure
    .input(
      z.strictObject({
        metricUid: Uid,
        values: z.array(z.strictObject(pastedShape)).min(1).max(MANY),
      }),
    )
    .output(SavedMany),
}
