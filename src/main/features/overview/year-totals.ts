import {
  dayTotals,
  minutesBetween,
  monthKindTotals,
  plannedMinutes,
  sumByKind,
} from '#main/features/journal/journal-totals-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import type { YearTotals } from '#shared/contract/overview.ts'
import { addYears, monthsOf } from '#shared/domain/calendar/calendar.ts'
import type { Day } from '#shared/model/common.ts'

/** Minutes and activities of a calendar year by kind, month and day, from covering indexes alone. */
export function readYearTotals(store: Store, year: number, today: Day): YearTotals {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const rows = monthKindTotals(store, first.slice(0, 7), last.slice(0, 7))
  const days = dayTotals(store, { start: first, end: last })
  const sameDay = last < today ? last : today < first ? first : today
  return {
    year,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    plannedMinutes: plannedMinutes(store, { start: first, end: last }),
    activities: days.reduce((sum, { activities }) => sum + activities, 0),
    activeDays: days.length,
    minutesYearBefore: minutesBetween(store, { start: `${year - 1}-01-01`, end: addYears(sameDay, -1) }),
    byKind: sumByKind(rows),
    byMonth: monthsOf(year).map(({ key }) => {
      const byKind = rows.filter(({ month }) => month === key).map(({ kind, minutes }) => ({ kind, minutes }))
      return { month: key, minutes: byKind.reduce((sum, { minutes }) => sum + minutes, 0), byKind }
    }),
    byDay: days,
  }
}
