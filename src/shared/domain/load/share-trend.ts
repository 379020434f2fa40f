import type { Day } from '#shared/model/common.ts'
import { addWeeks, weeksBetween } from '../calendar/monday-weeks.ts'
import { meanShares, type Shares } from './split.ts'

/** Weeks on each side of the comparison, and how many of them must have a load entry. */
export const TREND_WEEKS = 8
export const TREND_ENOUGH = 4

type WeekShares = Shares & { week: Day }

/** Mean shares of the last eight weeks and of the eight before; null for a side with too few load entries. */
interface ShareTrend {
  recent: Shares | null
  before: Shares | null
  /** How many of the last eight weeks have a load entry. */
  looked: number
}

/** Compares recent weeks with those before. The present week is left out while it has no load entry. */
export function shareTrend(entries: readonly WeekShares[], present: Day): ShareTrend {
  const end = entries.some(({ week }) => week === present) ? present : addWeeks(present, -1)
  const within = (first: Day, last: Day) => entries.filter(({ week }) => first <= week && week <= last)
  const recent = within(addWeeks(end, 1 - TREND_WEEKS), end)
  const before = within(addWeeks(end, 1 - 2 * TREND_WEEKS), addWeeks(end, -TREND_WEEKS))
  const mean = (side: readonly WeekShares[]) => (side.length < TREND_ENOUGH ? null : meanShares(side))
  return { recent: mean(recent), before: mean(before), looked: recent.length }
}

export const CHART_RANGES = ['half', 'year', 'all'] as const
export type ChartRange = (typeof CHART_RANGES)[number]

const WEEKS: Record<Exclude<ChartRange, 'all'>, number> = { half: 26, year: 52 }

/** With more weeks than this the chart shows months. */
const MOST_WEEKS = 60

/** A bar of the chart: a week, or the mean of a month. */
export interface ChartPoint {
  /** Monday of the week, or `YYYY-MM`. */
  key: string
  /** null = no load entry. */
  shares: Shares | null
  /** How many weeks the mean is of. */
  weeks: number
}

/** The shares of a range until the present week, oldest first; missing weeks stay empty. */
export function chartPoints(entries: readonly WeekShares[], present: Day, range: ChartRange): ChartPoint[] {
  const oldest = entries.reduce((first, { week }) => (week < first ? week : first), present)
  const from = range === 'all' ? oldest : addWeeks(present, 1 - WEEKS[range])
  const weeks = weeksBetween(from, present)
  const keyOf = weeks.length > MOST_WEEKS ? (week: Day) => week.slice(0, 7) : (week: Day) => week
  const byKey = Map.groupBy(entries, ({ week }) => keyOf(week))
  return [...new Set(weeks.map(keyOf))].map((key) => {
    const found = (byKey.get(key) ?? []).filter(({ week }) => week >= from && week <= present)
    return { key, shares: meanShares(found), weeks: found.length }
  })
}
