import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Answer, Lack, Reason, RequirementForecast } from '#shared/domain/forecast/forecast-requirement.ts'
import type { ForecastFacts, ForecastRequirement } from '#shared/model/forecast.ts'

/** A smaller share of a pace is not mentioned. */
const TOLD = 0.005

/** Explains the basis of a requirement's date, or what is needed to get a date. */
export function useReasonWords(facts: ForecastFacts) {
  const { t } = useTranslation('forecast')
  const format = useFormat()

  const lackWords = (lack: Lack) =>
    'day' in lack ? t(`lack.${lack.kind}`, { day: format.day(lack.day) }) : t(`lack.${lack.kind}`)

  const amount = ({ kind, unit }: ForecastRequirement, value: number) => {
    const figure = format.number(value, 2)
    if (kind === 'skill') return t('why.levels', { count: value, value: figure })
    return unit === null || unit === '' ? figure : `${figure} ${format.text(unit)}`
  }

  const milestoneWords = ({ plannedDay }: ForecastRequirement) => {
    const { slowness } = facts
    const mean = slowness.reduce((sum, one) => sum + one, 0) / Math.max(1, slowness.length)
    return [
      plannedDay === null ? '' : t('why.milestone', { day: format.day(plannedDay) }),
      slowness.length === 0
        ? t('why.slownessNone')
        : t('why.slowness', { share: format.ratio(mean), count: slowness.length }),
    ]
  }

  const paceWords = (requirement: ForecastRequirement, reason: Reason, answer: Answer) => {
    const { months, monthly, observations, earlierShare, typical, typicalShare } = reason
    const remaining = amount(requirement, reason.remaining)
    const observed = requirement.kind === 'skill' || requirement.kind === 'metric' ? requirement.kind : 'evidence'
    const own = t('why.pace', {
      months: t('why.months', { count: months }),
      gain: amount(requirement, monthly * months),
      observations: t(`why.observed.${observed}`, { count: observations }),
      remaining,
    })
    return [
      months === 0 ? t('why.noneYet', { remaining }) : own,
      earlierShare >= TOLD && answer.kind === 'dated' ? t('why.earlier', { share: format.percent(earlierShare) }) : '',
      typical !== null && answer.kind === 'dated'
        ? t('why.typical', { share: format.percent(typicalShare), value: amount(requirement, typical * 12) })
        : '',
    ]
  }

  const neverWords = (why: 'still' | 'back' | 'far', reason: Reason | null) => {
    if (why === 'far') return t('why.far')
    if (reason === null) return t('why.stillMilestone')
    return t(`why.${why}`, { months: t('why.months', { count: reason.months }) })
  }

  const answerWords = (requirement: ForecastRequirement, { answer, reason }: RequirementForecast): string[] => {
    if (answer.kind === 'reached') return []
    if (answer.kind === 'noData') return [lackWords(answer.lack)]
    const parts = reason === null ? milestoneWords(requirement) : paceWords(requirement, reason, answer)
    if (answer.kind !== 'never') return parts
    return answer.why === 'still' ? [neverWords(answer.why, reason)] : [...parts, neverWords(answer.why, reason)]
  }

  return (requirement: ForecastRequirement, forecast: RequirementForecast): string => {
    const outside = forecast.reason?.isOutside === true ? t('why.outside') : ''
    return [outside, ...answerWords(requirement, forecast)].filter(Boolean).join(' ')
  }
}
