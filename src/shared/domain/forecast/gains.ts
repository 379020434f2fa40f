import type { Day } from '#shared/model/common.ts'
import { EARLIER_MONTHS, FORECAST_MONTHS, type PaceHistory } from '#shared/model/forecast.ts'
import type { Direction } from '#shared/model/vocabulary.ts'
import { addDays, addMonths, dayNumber } from '../calendar/calendar.ts'

/** Mean length of a month in days. */
export const MONTH_DAYS = 30.4375

/** A level or a value on a day. */
export interface DatedPoint {
  day: Day
  value: number
}

/**
 * First days of the months a forecast looks at, oldest first, followed by the day after the last month: the months end
 * today.
 */
export function forecastMonths(today: Day, months = FORECAST_MONTHS): Day[] {
  const after = addDays(today, 1)
  return Array.from({ length: months + 1 }, (_, month) => addMonths(after, month - months))
}

/** Share of a month that must lie between two points for the month to count. */
const ENOUGH_OF_A_MONTH = 0.5

/** Gain and number of known days between two days, if the value moved evenly from point to point. */
function gainBetween(points: readonly DatedPoint[], from: number, to: number): { gain: number; covered: number } {
  let gain = 0
  let covered = 0
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    if (before === undefined) continue
    const [start, end] = [dayNumber(before.day), dayNumber(point.day)]
    const shared = Math.min(end, to) - Math.max(start, from)
    if (end <= start || shared <= 0) continue
    covered += shared
    gain += ((point.value - before.value) * shared) / (end - start)
  }
  return { gain, covered }
}

/**
 * Monthly gains of something known on single days, such as an assessment or a value; between two points it is assumed
 * to move evenly. Months of which less than half lies between points are left out, so the time since the newest point
 * has no effect. Points are in the order of their days; of several on one day the last counts.
 */
export function paceGains(points: readonly DatedPoint[], today: Day, direction: Direction): Omit<PaceHistory, 'start'> {
  const sign = direction === 'up' ? 1 : -1
  const bounds = forecastMonths(today).map(dayNumber)
  const gains: number[] = []
  for (let month = 0; month < FORECAST_MONTHS; month += 1) {
    const [from = 0, to = 0] = [bounds[month], bounds[month + 1]]
    const { gain, covered } = gainBetween(points, from, to)
    if (covered >= ENOUGH_OF_A_MONTH * (to - from)) gains.push((sign * gain * (to - from)) / covered)
  }
  const [first = 0] = bounds
  const earlier = gainBetween(points, dayNumber(addMonths(today, -FORECAST_MONTHS - EARLIER_MONTHS)), first)
  const days = points.map(({ day }) => dayNumber(day))
  return {
    gains,
    observations: days.filter((day, index) => index > 0 && day > first && day > (days[index - 1] ?? 0)).length,
    earlierGain: sign * earlier.gain,
    earlierMonths: Math.min(EARLIER_MONTHS, earlier.covered / MONTH_DAYS),
  }
}

/**
 * Monthly gains of something counted item by item. The months begin with the plan: earlier items count for the gate,
 * but say nothing about the pace since then.
 */
export function countGains(
  counts: readonly { day: Day; count: number }[],
  startDay: Day,
  today: Day,
): Omit<PaceHistory, 'start'> {
  const bounds = forecastMonths(today, FORECAST_MONTHS + EARLIER_MONTHS)
  const first = bounds.findIndex((day) => day >= startDay)
  const known = bounds.slice(first === -1 ? bounds.length : first)
  const sums = known.slice(1).map(() => 0)
  for (const { day, count } of counts) {
    const month = known.findLastIndex((start) => start <= day)
    if (month >= 0 && month < sums.length) sums[month] = (sums[month] ?? 0) + count
  }
  const gains = sums.slice(-FORECAST_MONTHS)
  const earlier = sums.slice(0, -FORECAST_MONTHS)
  const total = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
  return { gains, observations: total(gains), earlierGain: total(earlier), earlierMonths: earlier.length }
}
