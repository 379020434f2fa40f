import { useTranslation } from 'react-i18next'
import { differenceInDays } from '#shared/domain/calendar/calendar.ts'
import type { Day } from '#shared/model/common.ts'

const DAYS_PER_MONTH = 365.2425 / 12

/** Years and whole months between two days, rounded to the nearest month. */
function monthsBetween(start: Day, end: Day): { years: number; months: number } {
  const months = Math.max(0, Math.round(differenceInDays(end, start) / DAYS_PER_MONTH))
  return { years: Math.floor(months / 12), months: months % 12 }
}

/** Puts the length of a period into words: `1 year 3 months`. */
export function useSpan(): (start: Day, end: Day) => string {
  const { t } = useTranslation('plan')
  return (start, end) => {
    const { years, months } = monthsBetween(start, end)
    const parts = [
      years > 0 && t('span.years', { count: years }),
      (months > 0 || years === 0) && t('span.months', { count: months }),
    ]
    return parts.filter(Boolean).join(' ')
  }
}
