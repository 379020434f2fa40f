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
  /** The two metrics it is computed from; none = its values are recorded. */
  computedFrom: z.array(ItemRef),
  first: DatedValue.nullable(),
  newest: DatedValue.nullable(),
  /** What counts today: the newest value; for people led also the largest number an achievement states. */
  current: z.number().nullable(),
})
export type MetricView = z.infer<typeof MetricView>

const { key: _key, ...metricEditShape } = metricShape

/** Something of the journey that stands at a metric's line: what states a value of it, or was done to move it. */
export const SeriesMark = z.strictObject({
  ref: ItemRef,
  day: Day,
  /** What an achievement states; null where the item only names the metric. */
  value: z.number().nullable(),
})
export type SeriesMark = z.infer<typeof SeriesMark>

/** A value that a requirement of a gate asks for. */
export const SeriesTarget = z.strictObject({
  /** The requirement. */
  uid: Uid,
  /** The stage whose gate it is. */
  stage: LocalText,
  value: z.number(),
  /** The planned last day of that stage. */
  day: Day,
  /** The gate has been passed. */
  isPassed: z.boolean(),
  /** How far it is met, 0-1, by the rule of gates. */
  readiness: z.number().min(0).max(1),
})
export type SeriesTarget = z.infer<typeof SeriesTarget>

/** What is drawn of a metric. */
export const MetricSeries = z.strictObject({
  uid: Uid,
  /** Its values whose day has come, oldest first; of many, those that keep the look of the line. */
  values: z.array(DatedValue),
  /** By their days. */
  marks: z.array(SeriesMark),
  /** In the order of the stages. */
  targets: z.array(SeriesTarget),
})
export type MetricSeries = z.infer<typeof MetricSeries>

export const metrics = {
  ...crud(metricEditShape, MetricView),
  /** What is drawn of every metric, or of one, with at most so many values each. */
  series: procedure
    .input(z.strictObject({ uid: Uid.optional(), most: z.int().min(10).max(MANY).default(100) }))
    .output(z.array(MetricSeries)),
}

const { metricUid: _metricUid, ...pastedShape } = metricPointShape

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
  /** Every value that is recorded of a metric, oldest first, without notes; never one that is computed. */
  recorded: procedure.input(z.strictObject({ metricUid: Uid })).output(z.array(DatedValue)),
  /**
   * Adds many values of a metric as one undoable action; what it has already, the same value on the same day, is left out, so
   * that the same again adds nothing. All or none.
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
