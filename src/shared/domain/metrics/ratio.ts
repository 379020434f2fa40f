import { LARGEST_QUANTITY } from '#shared/model/common.ts'
import type { DatedValue } from '#shared/model/metric.ts'
import { byDay } from '../calendar/calendar.ts'

/**
 * The ratio of two series (each oldest first) on every day on which one of them has a new value, by the newest value of each until
 * then: `over / under`. A day before both have begun has none, nor has one on which `under` is zero or as good as that. Of several values of a day
 * the last counts.
 */
export function ratioByDay(over: readonly DatedValue[], under: readonly DatedValue[]): DatedValue[] {
  const days = [...new Set([...over, ...under].map(({ day }) => day))].sort()
  const [top, bottom] = [newestBy(over), newestBy(under)]
  return days.flatMap((day) => {
    const [above, below] = [top(day), bottom(day)]
    if (above === null || below === null) return []
    const value = above / below
    // No number, as of 0 / 0, is neither larger nor smaller.
    return Math.abs(value) <= LARGEST_QUANTITY ? [{ day, value }] : []
  })
}

/** Walks a series along days that rise: the newest value until each. */
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

/** A series with those of another one on the days on which it has no value of its own, oldest first. */
export function fillDays(own: readonly DatedValue[], other: readonly DatedValue[]): DatedValue[] {
  const days = new Set(own.map(({ day }) => day))
  const filled = [...own, ...other.filter(({ day }) => !days.has(day))]
  return filled.sort(byDay)
}
