import type { Day } from '#shared/model/common.ts'
import { differenceInDays } from './calendar.ts'
import { isDone } from './done.ts'

/** The days of a month that have entries, newest first: day of the month, number of entries, minutes. */
export interface MonthOfDays {
  /** `YYYY-MM` */
  month: string
  days: [day: number, lines: number, minutes: number][]
}

/** A day of the order, with its position. */
export interface OrderedDay {
  day: Day
  lines: number
  minutes: number
  /** Number of entries on newer days, which is the index of this day's first entry. */
  first: number
}

/** The position of every entry in a list by days, newest first, without the entries themselves. */
export interface DayOrder {
  days: OrderedDay[]
  /** Number of entries. */
  count: number
}

/** A run of entries of an order as the store finds it: a range of days, of which the first may be partly skipped. */
export interface DayWindow {
  from: Day
  to: Day
  /** Entries of the newest day to skip. */
  skip: number
  limit: number
}

/** A month that has entries. */
export interface OrderedMonth {
  month: string
  lines: number
  first: number
}

const two = (value: number) => String(value).padStart(2, '0')

/** Groups days, newest first, into months: the short form in which they are sent. */
export function toMonths(days: readonly { day: Day; lines: number; minutes: number }[]): MonthOfDays[] {
  const months: MonthOfDays[] = []
  for (const { day, lines, minutes } of days) {
    const month = day.slice(0, 7)
    if (months.at(-1)?.month !== month) months.push({ month, days: [] })
    months.at(-1)?.days.push([Number(day.slice(8)), lines, minutes])
  }
  return months
}

export function toDayOrder(months: readonly MonthOfDays[]): DayOrder {
  const days: OrderedDay[] = []
  let count = 0
  for (const { month, days: daysOfMonth } of months)
    for (const [day, lines, minutes] of daysOfMonth) {
      days.push({ day: `${month}-${two(day)}`, lines, minutes, first: count })
      count += lines
    }
  return { days, count }
}

/**
 * Index of the last day for which `isBefore` is true. `isBefore` must be true for the first days and false for the
 * rest.
 */
export function lastDay({ days }: DayOrder, isBefore: (day: OrderedDay, index: number) => boolean): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(days[middle] as OrderedDay, middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Index of the day that an entry belongs to; -1 in an empty order. */
export function dayIndexOf(order: DayOrder, line: number): number {
  return Math.max(
    lastDay(order, ({ first }) => first <= line),
    order.days.length > 0 ? 0 : -1,
  )
}

/** The entries from `start` to `end` (not included) as a window; null if there are none. */
export function windowOf(order: DayOrder, start: number, end: number): DayWindow | null {
  const limit = Math.min(end, order.count) - start
  const newest = order.days[dayIndexOf(order, start)]
  const oldest = order.days[dayIndexOf(order, start + limit - 1)]
  if (limit <= 0 || newest === undefined || oldest === undefined) return null
  return { from: oldest.day, to: newest.day, skip: start - newest.first, limit }
}

/** The day with entries that is nearest to `day`; of two equally near days the later. Null in an empty order. */
export function nearestDay(order: DayOrder, day: Day): OrderedDay | null {
  const at = lastDay(order, (one) => one.day >= day)
  const [later, earlier] = [order.days[at], order.days[at + 1]]
  if (later === undefined || earlier === undefined) return later ?? earlier ?? null
  return differenceInDays(later.day, day) <= differenceInDays(day, earlier.day) ? later : earlier
}

/** The months that have entries, newest first. */
export function monthsOf({ days }: DayOrder): OrderedMonth[] {
  const months: OrderedMonth[] = []
  for (const { day, lines, first } of days) {
    const last = months.at(-1)
    if (last?.month === day.slice(0, 7)) last.lines += lines
    else months.push({ month: day.slice(0, 7), lines, first })
  }
  return months
}

/** Entries and minutes of an order, done and planned ones separately. */
export function sumDays({ days }: DayOrder, today: Day) {
  const sums = { done: { lines: 0, minutes: 0 }, planned: { lines: 0, minutes: 0 } }
  for (const { day, lines, minutes } of days) {
    const sum = isDone(day, today) ? sums.done : sums.planned
    sum.lines += lines
    sum.minutes += minutes
  }
  return sums
}
