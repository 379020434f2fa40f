import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import type { Period } from '#shared/domain/calendar/plan-years.ts'
import type { DayTotal } from '#shared/domain/calendar/week-pace.ts'
import type { Day } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'

/** Sums over activities of one kind, null = not sorted yet. */
export interface KindTotal {
  kind: ActivityKind | null
  minutes: number
  activities: number
}

/** Sums over the activities about one item. */
export interface ItemTotal {
  id: number
  minutes: number
  activities: number
}

// Planned entries are not done: whatever period is asked for, these sums end today.

const doneUntil = (store: Store, day: Day): Day => {
  const now = today(store)
  return day < now ? day : now
}

/** Sums of each day of a period that has activities, in order. */
export function dayTotals(store: Store, { start, end }: Period): DayTotal[] {
  return readRows<DayTotal>(
    store,
    `SELECT day, sum(minutes) AS minutes, count(*) AS activities FROM activity INDEXED BY activity_day
       WHERE day BETWEEN ? AND ? GROUP BY day ORDER BY day`,
    [start, doneUntil(store, end)],
  )
}

/** Minutes of all days of a period. */
export function minutesBetween(store: Store, { start, end }: Period): number {
  const found = findRow<{ minutes: number }>(
    store,
    `SELECT ifnull(sum(minutes), 0) AS minutes FROM activity INDEXED BY activity_day
       WHERE day BETWEEN ? AND ?`,
    [start, doneUntil(store, end)],
  )
  return found?.minutes ?? 0
}

/** Minutes of a period's entries on future days, which no other sum includes. */
export function plannedMinutes(store: Store, { start, end }: Period): number {
  const found = findRow<{ minutes: number }>(
    store,
    `SELECT ifnull(sum(minutes), 0) AS minutes FROM activity INDEXED BY activity_day
       WHERE day BETWEEN ? AND ? AND day > ?`,
    [start, end, today(store)],
  )
  return found?.minutes ?? 0
}

type MonthKindTotal = KindTotal & { month: string }

/** Sums by month (`YYYY-MM`) and kind of the months from one to another, both included. */
export function monthKindTotals(store: Store, firstMonth: string, lastMonth: string): MonthKindTotal[] {
  const now = today(store)
  const present = now.slice(0, 7)
  if (lastMonth < present) return wholeMonthTotals(store, firstMonth, lastMonth)
  if (firstMonth > present) return []
  const past = wholeMonthTotals(store, firstMonth, present).filter(({ month }) => month < present)
  return [
    ...past,
    ...partOfMonthTotals(store, { start: `${present}-01`, end: now }).map((total) => ({ month: present, ...total })),
  ]
}

function wholeMonthTotals(store: Store, firstMonth: string, lastMonth: string): MonthKindTotal[] {
  return readRows<MonthKindTotal>(
    store,
    `SELECT month, kind, sum(minutes) AS minutes, count(*) AS activities
       FROM activity INDEXED BY activity_month_kind WHERE month BETWEEN ? AND ? GROUP BY month, kind`,
    [firstMonth, lastMonth],
  )
}

function partOfMonthTotals(store: Store, { start, end }: Period): KindTotal[] {
  return readRows<KindTotal>(
    store,
    `SELECT kind, sum(minutes) AS minutes, count(*) AS activities
       FROM activity INDEXED BY activity_day WHERE day BETWEEN ? AND ? GROUP BY kind`,
    [start, end],
  )
}

/** Adds rows up by kind, most time first. */
export function sumByKind(rows: readonly KindTotal[]): KindTotal[] {
  const kinds = new Map<ActivityKind | null, KindTotal>()
  for (const { kind, minutes, activities } of rows) {
    const sum = kinds.get(kind) ?? { kind, minutes: 0, activities: 0 }
    kinds.set(kind, { kind, minutes: sum.minutes + minutes, activities: sum.activities + activities })
  }
  return [...kinds.values()].sort((a, b) => b.minutes - a.minutes || b.activities - a.activities)
}

/**
 * Sums by kind of a period, most time first. Whole months come from a covering index; only the months asked for in
 * part, at most two, are read entry by entry.
 */
export function kindTotals(store: Store, { start, end: until }: Period): KindTotal[] {
  const end = doneUntil(store, until)
  if (end < start) return []
  const [firstMonth, lastMonth] = [start.slice(0, 7), end.slice(0, 7)]
  if (firstMonth === lastMonth) return sumByKind(partOfMonthTotals(store, { start, end }))
  const months = wholeMonthTotals(store, firstMonth, lastMonth)
  const between = months.filter(({ month }) => month > firstMonth && month < lastMonth)
  return sumByKind([
    ...partOfMonthTotals(store, { start, end: `${firstMonth}-31` }),
    ...between,
    ...partOfMonthTotals(store, { start: `${lastMonth}-01`, end }),
  ])
}

/** Sums over the activities of a period about each item of a type; items without any are left out. */
export function totalsAbout(store: Store, type: ItemType, { start, end }: Period): ItemTotal[] {
  return readRows<ItemTotal>(
    store,
    `SELECT item.id, sum(link.minutes) AS minutes, count(*) AS activities
       FROM item INDEXED BY item_type
       CROSS JOIN link INDEXED BY link_target
         ON link.target_type = @type AND link.target_id = item.id AND link.day BETWEEN @start AND @end
       WHERE item.type = @type GROUP BY item.id ORDER BY minutes DESC, activities DESC, item.id`,
    { type, start, end: doneUntil(store, end) },
  )
}
