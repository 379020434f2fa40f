import type { DatedValue } from '#shared/model/metric.ts'

/**
 * At most `most` values of a series (oldest first), chosen so that the line through them looks like the line through
 * all: the values are split into parts of equal count, and the lowest and highest of each part are kept. The first and
 * the last value are always kept.
 */
export function thinSeries(values: readonly DatedValue[], most: number): DatedValue[] {
  const [first, last] = [values[0], values.at(-1)]
  if (values.length <= most || first === undefined || last === undefined) return [...values]
  const between = values.slice(1, -1)
  const stretches = Math.max(1, Math.floor((most - 2) / 2))
  const kept = Array.from({ length: stretches }, (_, index) => {
    const start = Math.floor((index * between.length) / stretches)
    const end = Math.floor(((index + 1) * between.length) / stretches)
    return extremes(between.slice(start, end))
  })
  return [first, ...kept.flat(), last]
}

/** The lowest and the highest value, in their order. */
function extremes(values: readonly DatedValue[]): DatedValue[] {
  const [first] = values
  if (first === undefined) return []
  const all = values.map(({ value }) => value)
  const lowest = all.indexOf(Math.min(...all))
  const highest = all.indexOf(Math.max(...all))
  return [...new Set([lowest, highest])].sort((a, b) => a - b).flatMap((index) => values[index] ?? [])
}
