import { dayNumber, dayParts } from '#shared/domain/calendar/calendar.ts'
import type { Day } from '#shared/model/common.ts'

/** Positions of days on a time axis, in percent of its width. */
export interface TimeScale {
  start: Day
  end: Day
  /** 0 = start, 100 = end; a day outside of the scale lies outside of 0-100. */
  at(day: Day): number
  /** First of January of each year on the scale; for its first year, the beginning of the scale. */
  years: { year: number; at: number }[]
}

/** Percent of the width that the label of a year needs; the first and last year have no label if they have less. */
const LABEL_SHARE = 4

/** A scale from one day to another; at least one day long. */
export function timeScale(start: Day, end: Day): TimeScale {
  const first = dayNumber(start)
  const length = Math.max(1, dayNumber(end) - first)
  const at = (day: Day) => ((dayNumber(day) - first) / length) * 100
  const firstYear = dayParts(start).year
  const lastYear = dayParts(end).year
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
    .map((year) => ({ year, at: Math.max(0, at(`${year}-01-01`)) }))
    .filter(({ at: place }, index, all) => {
      const next = all[index + 1]?.at ?? 100
      return place <= 100 - LABEL_SHARE && (index > 0 || next - place >= LABEL_SHARE)
    })
  return { start, end, at, years }
}

/**
 * Lanes for marks that would cover each other: each goes into the first lane in which the mark before it is at least
 * `gap` away. `places` ascend, in the same unit as `gap`. Answers the lane of each, from 0.
 */
export function assignLanes(places: readonly number[], gap: number): number[] {
  const lastOfLane: number[] = []
  return places.map((place) => {
    const free = lastOfLane.findIndex((last) => place - last >= gap)
    const lane = free === -1 ? lastOfLane.length : free
    lastOfLane[lane] = place
    return lane
  })
}
