import { LARGEST_QUANTITY } from '#shared/model/common.ts'
import type { DatedValue } from '#shared/model/metric.ts'
import { byDay } from '../calendar/calendar.ts'

/**
 * The ratio `over / under` of two series (each oldest first) on every day on which one of them has a new value, from
 * the newest value of each. There is none on a day before both have begun, or on which `under` is zero or almost zero.
 * Of several values of a day the last counts.
 */
export function ratioByDay(over: readonly DatedValue[], under: readonly DatedValue[]): DatedValue[] {
  const days = [...new Set([...over, ...under].map(({ day }) => day))].sort()
  const [top, bottom] = [newestBy(over), newestBy(under)]
  return days.flatMap((day) => {
    const [above, below] = [top(day), bottom(day)]
    if (above === null || below === null) return []
    const value = above / below
    // NaN, such as 0 / 0, fails the comparison too.
    return Math.abs(value) <= LARGEST_QUANTITY ? [{ day, value }] : []
  })
}

/** Answers the newest value of a series until each day; days must be asked in ascending order. */
function newestBy(series: readonly DatedValue[]): (day: string) => number | null {
  let at = 0
  let value: number | null = null
  return (day) => {
    for (; at < series.length; at += 1) {
      const next = series[at]
      if (next === undefined || next.day > day) break
      value = next.value
    }
    return value
  }
}

/** A series, completed with values of another one on days on which it has none, oldest first. */
export function fillDays(own: readonly DatedValue[], other: readonly DatedValue[]): DatedValue[] {
  const days = new Set(own.map(({ day }) => day))
  const filled = [...own, ...other.filter(({ day }) => !days.has(day))]
  return filled.sort(byDay)
}
