import { differenceInMonths, eachMonthOfInterval, eachQuarterOfInterval, eachYearOfInterval, parseISO } from 'date-fns'
import type { MetricSeries, SeriesTarget } from '#shared/contract/metrics.ts'

/** A point of the chart: an instant, with the value of either line if there is one. */
export interface ChartPoint {
  at: number
  value: number | null
  stated: number | null
}

/** What the chart draws. */
export interface SeriesChart {
  points: ChartPoint[]
  /** From the first to the last instant. */
  span: [from: number, to: number]
  /** Instants labelled on the time axis. */
  ticks: number[]
}

const instant = (day: string) => parseISO(day).getTime()

/** The values, those stated by achievements, and the frame around both; null if there is nothing to draw. */
export function toSeriesChart({ values, marks }: Pick<MetricSeries, 'values' | 'marks'>): SeriesChart | null {
  const points: ChartPoint[] = [
    ...values.map(({ day, value }) => ({ at: instant(day), value, stated: null })),
    ...marks.flatMap(({ day, value }) => (value === null ? [] : [{ at: instant(day), value: null, stated: value }])),
  ].sort((a, b) => a.at - b.at)
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const span: [number, number] = [first.at, last.at]
  return { points, span, ticks: timeTicks(span) }
}

/** How many months fit on the axis one by one, and as quarters. */
const MONTHS = 8
const QUARTERS = 30

/** First days of months, quarters or years within a span, as many as stay readable. */
export function timeTicks([from, to]: readonly [number, number]): number[] {
  const interval = { start: from, end: to }
  const months = differenceInMonths(to, from)
  const each = months <= MONTHS ? eachMonthOfInterval : months <= QUARTERS ? eachQuarterOfInterval : eachYearOfInterval
  return each(interval)
    .map((date) => date.getTime())
    .filter((at) => at >= from && at <= to)
}

/** The next gate's target that is not reached; if all targets are reached, the last one; null = there is no target. */
export function nextTarget(targets: readonly SeriesTarget[]): SeriesTarget | null {
  const open = targets.filter(({ isPassed }) => !isPassed)
  return open.find(({ readiness }) => readiness < 1) ?? open.at(-1) ?? null
}
