import { prepared, type Store } from '#main/store/database.ts'
import type { YearTotals } from '#shared/contract/overview.ts'
import { addYears, monthsOf } from '#shared/domain/calendar.ts'
import type { DayTotal } from '#shared/domain/week-pace.ts'
import type { Day } from '#shared/model/common.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'

interface MonthKindRow {
  month: string
  kind: ActivityKind | null
  minutes: number
  activities: number
}

/** Sums of each day from `from` to `to` that has activities, in order. */
export function dayTotals(store: Store, from: Day, to: Day): DayTotal[] {
  return prepared(store, 'overview.days', () =>
    store.sqlite.prepare<[Day, Day], DayTotal>(
      `SELECT day, sum(minutes) AS minutes, count(*) AS activities FROM activity INDEXED BY activity_day_minutes
       WHERE day BETWEEN ? AND ? GROUP BY day ORDER BY day`,
    ),
  ).all(from, to)
}

function minutesBetween(store: Store, from: Day, to: Day): number {
  const found = prepared(store, 'overview.minutes', () =>
    store.sqlite.prepare<[Day, Day], { minutes: number }>(
      `SELECT ifnull(sum(minutes), 0) AS minutes FROM activity INDEXED BY activity_day_minutes
       WHERE day BETWEEN ? AND ?`,
    ),
  ).get(from, to)
  return found?.minutes ?? 0
}

function monthKindTotals(store: Store, firstMonth: string, lastMonth: string): MonthKindRow[] {
  return prepared(store, 'overview.month-kind', () =>
    store.sqlite.prepare<[string, string], MonthKindRow>(
      `SELECT month, kind, sum(minutes) AS minutes, count(*) AS activities
       FROM activity INDEXED BY activity_month_kind WHERE month BETWEEN ? AND ? GROUP BY month, kind`,
    ),
  ).all(firstMonth, lastMonth)
}

function sumByKind(rows: MonthKindRow[]): YearTotals['byKind'] {
  const kinds = new Map<ActivityKind | null, YearTotals['byKind'][number]>()
  for (const { kind, minutes, activities } of rows) {
    const sum = kinds.get(kind) ?? { kind, minutes: 0, activities: 0 }
    kinds.set(kind, { kind, minutes: sum.minutes + minutes, activities: sum.activities + activities })
  }
  return [...kinds.values()].sort((a, b) => b.minutes - a.minutes || b.activities - a.activities)
}

/** Minutes and activities of a calendar year by kind, month and day, from covering indexes alone. */
export function readYearTotals(store: Store, year: number, today: Day): YearTotals {
  const months = monthsOf(year)
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const rows = monthKindTotals(store, first.slice(0, 7), last.slice(0, 7))
  const days = dayTotals(store, first, last)
  const sameDay = last < today ? last : today < first ? first : today
  return {
    year,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    activities: days.reduce((sum, { activities }) => sum + activities, 0),
    activeDays: days.length,
    minutesYearBefore: minutesBetween(store, `${year - 1}-01-01`, addYears(sameDay, -1)),
    byKind: sumByKind(rows),
    byMonth: months.map(({ key }) => {
      const byKind = rows.filter(({ month }) => month === key).map(({ kind, minutes }) => ({ kind, minutes }))
      return { month: key, minutes: byKind.reduce((sum, { minutes }) => sum + minutes, 0), byKind }
    }),
    byDay: days,
  }
}
