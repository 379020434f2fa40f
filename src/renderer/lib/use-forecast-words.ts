import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateForecast } from '#shared/domain/forecast/forecast-plan.ts'
import { type DayRange, OWN_MONTHS } from '#shared/domain/forecast/forecast-requirement.ts'
import { roughDay, seasonOf } from '#shared/domain/forecast/season.ts'

/** From this many months on a delay is given in years. */
const IN_YEARS = 24

export interface ForecastWords {
  /** `in spring 2029`. */
  when(day: string): string
  /** `autumn 2028 – winter 2030/31`. */
  range(range: DayRange): string
  /** `7 months late`. */
  late(months: number): string
  /** The forecast of a gate in one to three sentences. */
  gate(gate: GateForecast, isWhatIf: boolean): string
}

/** Puts a forecast into words that are no more precise than the forecast. */
export function useForecastWords(today: string): ForecastWords {
  const { t } = useTranslation('forecast')
  return useMemo(() => createForecastWords(t, today), [t, today])
}

/**
 * Whether no pace was measured from the person's own data yet. Then nothing is called late, because the typical pace
 * says nothing about this person.
 */
export function isTypical({ requirements }: GateForecast): boolean {
  const paced = requirements.flatMap(({ reason }) => (reason === null ? [] : [reason]))
  return paced.length > 0 && paced.every(({ months }) => months < OWN_MONTHS)
}

/** Forecast words in one language; `t` must have its `forecast` texts. */
export function createForecastWords(t: TFunction<'forecast'>, today: string): ForecastWords {
  const when = (day: string) => {
    const rough = roughDay(day, today)
    if (rough.kind === 'season') return t(`in.${rough.season}`, { year: rough.year })
    return t(`in.month.${rough.month as '01'}`, { year: rough.year })
  }
  // For a range only seasons are given: months would suggest too much precision.
  const name = (day: string) => {
    const { season, year } = seasonOf(day)
    return t(`season.${season}`, { year })
  }
  const range = ({ early, late }: DayRange) => {
    const from = name(early)
    const to = late === null ? t('afterAll', { year: Number(today.slice(0, 4)) + 40 }) : name(late)
    return from === to ? from : t('span', { from, to })
  }
  const late = (months: number) => {
    const count = Math.abs(months)
    if (count === 0) return t('late.onTime')
    if (count < IN_YEARS) return t(months > 0 ? 'late.monthsLate' : 'late.monthsEarly', { count })
    return t(months > 0 ? 'late.yearsLate' : 'late.yearsEarly', { count: Math.round(count / 12) })
  }
  const rest = ({ range }: GateForecast) => {
    if (range === null) return []
    return [range.median === today ? t('restDone') : t('restBy', { when: when(range.median) })]
  }
  const undated = (gate: GateForecast) => {
    if (gate.never.length > 0) return t('never', { count: gate.never.length })
    if (gate.noData.length > 0) return t('noData', { count: gate.noData.length })
    if (gate.requirements.length === 0) return t('noRequirements')
    // Each requirement has a date, but the date for all of them together lies beyond the horizon of the forecast.
    return t(gate.state === 'none' && gate.waiting.length === 0 ? 'far' : 'earlierGate')
  }
  const gate = (one: GateForecast, isWhatIf: boolean) => {
    const { state, range: days, lateMonths } = one
    if (days === null || state === 'partly') return [undated(one), ...rest(one)].join(' ')
    const time = { when: when(days.median), late: late(lateMonths ?? 0) }
    if (state === 'ready') return days.median === today ? t('ready') : t('readyAfter', time)
    return t(isWhatIf ? 'whatIfPace' : isTypical(one) ? 'typicalPace' : 'atThisPace', time)
  }
  return { when, range, late, gate }
}
