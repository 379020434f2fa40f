import type { Day } from '#shared/model/common.ts'
import { differenceInDays } from '../calendar/calendar.ts'

export type Season = 'winter' | 'spring' | 'summer' | 'autumn'

const SEASONS: Season[] = ['winter', 'spring', 'summer', 'autumn']

/** Days ahead for which a month is named; later days are only known to a season. */
const NAMED_BY_MONTH = 365

/** A season with its year. A winter belongs to two years: December 2028 and January 2029 are winter `2028/29`. */
export interface SeasonOfYear {
  season: Season
  year: string
}

/** The season of a day. */
export function seasonOf(day: Day): SeasonOfYear {
  const [year = '', month = ''] = day.split('-')
  const number = Number(month) % 12
  const season = SEASONS[Math.floor(number / 3)] ?? 'winter'
  if (season !== 'winter') return { season, year }
  const from = number === 0 ? Number(year) : Number(year) - 1
  return { season, year: `${from}/${String((from + 1) % 100).padStart(2, '0')}` }
}

/** A day with the precision of a forecast. */
export type RoughDay = { kind: 'month'; month: string; year: string } | ({ kind: 'season' } & SeasonOfYear)

/** The month of a day less than a year away, else its season. */
export function roughDay(day: Day, today: Day): RoughDay {
  const [year = '', month = ''] = day.split('-')
  if (differenceInDays(day, today) < NAMED_BY_MONTH) return { kind: 'month', month, year }
  return { kind: 'season', ...seasonOf(day) }
}
