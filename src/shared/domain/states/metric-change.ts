import type { AchievementFields } from '#shared/model/achievement.ts'

/** The numbers of an achievement's metric change, as stored. `myShare` is percent, 0-100. */
export type MetricChangeInput = Pick<AchievementFields, 'metricBaseline' | 'metricResult' | 'myShare'>

export type MetricChange = {
  /** Result minus baseline, in the unit of the metric; negative when it fell. */
  absolute: number
  /** The change as a share of the baseline's absolute value (0.5 = +50 %), null if the baseline is zero. */
  relative: number | null
  /** The person's part of `absolute`, in the unit of the metric; null if no share is stated. */
  mine: number | null
}

/**
 * The change of the metric and the person's part of it; null while the baseline or the result is missing.
 *
 * The relative change divides by the absolute value of the baseline, so that its sign always shows the direction of the
 * change (from -20 to -10 is +50 %). From zero a percentage has no meaning, so there is none.
 */
export function metricChange({ metricBaseline, metricResult, myShare }: MetricChangeInput): MetricChange | null {
  if (metricBaseline === null || metricResult === null) return null
  const absolute = metricResult - metricBaseline
  return {
    absolute,
    relative: metricBaseline === 0 ? null : absolute / Math.abs(metricBaseline),
    mine: myShare === null ? null : absolute * (myShare / 100),
  }
}
