import { prepared, type Store } from '#main/store/database.ts'
import type { DayTotal } from '#shared/domain/week-pace.ts'
import type { Day } from '#shared/model/common.ts'
import type { ActivityKind, ItemType } from '#shared/model/vocabulary.ts'

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

/** Sums of each day from `from` to `to` that has activities, in order. */
export function dayTotals(store: Store, from: Day, to: Day): DayTotal[] {
  return prepared(store, 'journal.days', () =>
    store.sqlite.prepare<[Day, Day], DayTotal>(
      `SELECT day, sum(minutes) AS minutes, count(*) AS activities FROM activity INDEXED BY activity_day_minutes
       WHERE day BETWEEN ? AND ? GROUP BY day ORDER BY day`,
    ),
  ).all(from, to)
}

/** Minutes of all days from `from` to `to`. */
export function minutesBetween(store: Store, from: Day, to: Day): number {
  const found = prepared(store, 'journal.minutes', () =>
    store.sqlite.prepare<[Day, Day], { minutes: number }>(
      `SELECT ifnull(sum(minutes), 0) AS minutes FROM activity INDEXED BY activity_day_minutes
       WHERE day BETWEEN ? AND ?`,
    ),
  ).get(from, to)
  return found?.minutes ?? 0
}

/** Sums by month (`YYYY-MM`) and kind over whole months, both included. */
export function monthKindTotals(
  store: Store,
  firstMonth: string,
  lastMonth: string,
): (KindTotal & { month: string })[] {
  return prepared(store, 'journal.month-kind', () =>
    store.sqlite.prepare<[string, string], KindTotal & { month: string }>(
      `SELECT month, kind, sum(minutes) AS minutes, count(*) AS activities
       FROM activity INDEXED BY activity_month_kind WHERE month BETWEEN ? AND ? GROUP BY month, kind`,
    ),
  ).all(firstMonth, lastMonth)
}

function partOfMonthTotals(store: Store, from: Day, to: Day): KindTotal[] {
  return prepared(store, 'journal.day-kind', () =>
    store.sqlite.prepare<[Day, Day], KindTotal>(
      `SELECT kind, sum(minutes) AS minutes, count(*) AS activities
       FROM activity INDEXED BY activity_day WHERE day BETWEEN ? AND ? GROUP BY kind`,
    ),
  ).all(from, to)
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
 * Sums by kind from `from` to `to`, most time first. Whole months come from a covering index; only the at most two
 * months of which a part is asked are read line by line.
 */
export function kindTotals(store: Store, from: Day, to: Day): KindTotal[] {
  const [firstMonth, lastMonth] = [from.slice(0, 7), to.slice(0, 7)]
  if (firstMonth === lastMonth) return sumByKind(partOfMonthTotals(store, from, to))
  const months = monthKindTotals(store, firstMonth, lastMonth)
  const between = months.filter(({ month }) => month > firstMonth && month < lastMonth)
  return sumByKind([
    ...partOfMonthTotals(store, from, `${firstMonth}-31`),
    ...between,
    ...partOfMonthTotals(store, `${lastMonth}-01`, to),
  ])
}

/** Sums over the activities of a period about each item of a type; items without any are left out. */
export function totalsAbout(store: Store, type: ItemType, from: Day, to: Day): ItemTotal[] {
  return prepared(store, 'journal.about', () =>
    store.sqlite.prepare<{ type: ItemType; from: Day; to: Day }, ItemTotal>(
      `SELECT item.id, sum(link.minutes) AS minutes, count(*) AS activities
       FROM item INDEXED BY item_type
       CROSS JOIN link INDEXED BY link_target
         ON link.target_type = @type AND link.target_id = item.id AND link.day BETWEEN @from AND @to
       WHERE item.type = @type GROUP BY item.id ORDER BY minutes DESC, activities DESC, item.id`,
    ),
  ).all({ type, from, to })
}
