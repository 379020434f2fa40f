import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateForecast } from '#shared/domain/forecast/forecast-plan.ts'
import { type DayRange, OWN_MONTHS } from '#shared/domain/forecast/forecast-requirement.ts'
import { roughDay, seasonOf } from '#shared/domain/forecast/season.ts'

/** From this many months on a delay is told in years. */
const IN_YEARS = 24

export interface ForecastWords {
  /** `in spring 2029`. */
  when(day: string): string
  /** `autumn 2028 – winter 2030/31`. */
  range(range: DayRange): string
  /** `7 months late`. */
  late(months: number): string
  /** What there is to say of a gate, in one to three sentences. */
  gate(gate: GateForecast, isWhatIf: boolean): string
}

/** Puts a forecast into words: as closely as it is known, and no closer. */
export function useForecastWords(today: string): ForecastWords {
  const { t } = useTranslation('forecast')
  return useMemo(() => createForecastWords(t, today), [t, today])
}

/**
 * Whether nothing of the pace is one's own yet. Then nothing is called late: the plan is as new as the pace, and what is usual
 * says nothing of this person.
 */
export function isTypical({ requirements }: GateForecast): boolean {
  const paced = requirements.flatMap(({ reason }) => (reason === null ? [] : [reason]))
  return paced.length > 0 && paced.every(({ months }) => months < OWN_MONTHS)
}

/** The words of a language; `t` knows its `forecast` texts. */
export function createForecastWords(t: TFunction<'forecast'>, today: string): ForecastWords {
  const when = (day: string) => {
    const rough = roughDay(day, today)
    if (rough.kind === 'season') return t(`in.${rough.season}`, { year: rough.year })
    return t(`in.month.${rough.month as '01'}`, { year: rough.year })
  }
  // Of a range only seasons are named: an end that is known to a month would look surer than it is.
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
    // Each of them has a date; that all of them are there lies beyond what is told.
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
