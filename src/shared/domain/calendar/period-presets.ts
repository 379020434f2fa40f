import type { Day } from '#shared/model/common.ts'
import { addDays, addMonths, dayParts, makeDay, type WeekStart, weekStart } from './calendar.ts'
import { type Period, planYears } from './plan-years.ts'

/** Named periods relative to today. */
export const PERIOD_PRESETS = ['week', 'month', 'quarter', 'year', 'lastYear', 'planYear'] as const
export type PeriodPreset = (typeof PERIOD_PRESETS)[number]

interface Present {
  today: Day
  weekStartsOn: WeekStart
  /** The first day of the plan; null without one. */
  planStart: Day | null
}

/** The period of `months` months from the first day of a month. */
const monthsFrom = (start: Day, months: number): Period => ({ start, end: addDays(addMonths(start, months), -1) })

/** The whole named period that contains today (`lastYear`: the year before); null if there is none. */
export function presetPeriod(preset: PeriodPreset, { today, weekStartsOn, planStart }: Present): Period | null {
  const { year, month } = dayParts(today)
  const first = (firstYear: number, firstMonth: number): Day => makeDay(firstYear, firstMonth, 1) ?? today
  switch (preset) {
    case 'week': {
      const start = weekStart(today, weekStartsOn)
      return { start, end: addDays(start, 6) }
    }
    case 'month':
      return monthsFrom(first(year, month), 1)
    case 'quarter':
      return monthsFrom(first(year, month - ((month - 1) % 3)), 3)
    case 'year':
      return monthsFrom(first(year, 1), 12)
    case 'lastYear':
      return monthsFrom(first(year - 1, 1), 12)
    case 'planYear': {
      const [present] = planStart === null ? [] : planYears(planStart, today)
      return present === undefined ? null : { start: present.start, end: present.end }
    }
  }
}
