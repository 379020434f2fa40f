import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type Format, useFormat } from '#renderer/lib/use-format.ts'
import { metricChange } from '#shared/domain/states/metric-change.ts'
import type { AchievementFields } from '#shared/model/achievement.ts'

type Numbers = Pick<AchievementFields, 'metricBaseline' | 'metricResult' | 'metricUnit' | 'myShare'>

export interface ChangeWords {
  /** `40 → 52 п.` */
  values: string
  /** `+12 п.` */
  absolute: string
  /** `+30 %`; null when the change starts from zero. */
  relative: string | null
  /** The person's part of the change, `+6 п.`; null when no share is stated. */
  mine: string | null
}

const isNumber = (value: number | null) => value === null || Number.isFinite(value)

/** The change of an achievement's metric in words; null while a number is missing or still being typed. */
export function changeWords(
  item: Numbers,
  format: Pick<Format, 'number' | 'signed' | 'signedPercent'>,
): ChangeWords | null {
  const { metricBaseline, metricResult, myShare } = item
  if (![metricBaseline, metricResult, myShare].every(isNumber)) return null
  const change = metricChange(item)
  if (change === null || metricBaseline === null || metricResult === null) return null
  const unit = item.metricUnit.trim()
  const withUnit = (text: string) => (unit === '' ? text : `${text}\u00a0${unit}`)
  return {
    values: `${format.number(metricBaseline, 2)} → ${withUnit(format.number(metricResult, 2))}`,
    absolute: withUnit(format.signed(change.absolute)),
    relative: change.relative === null ? null : format.signedPercent(change.relative),
    mine: change.mine === null ? null : withUnit(format.signed(change.mine)),
  }
}

/** The change in one line: `NPS: +12 (+30 %)`; empty without numbers. */
export function useEffectLine(): (item: Numbers & Pick<AchievementFields, 'metricName'>) => string {
  const format = useFormat()
  return useCallback(
    (item) => {
      const words = changeWords(item, format)
      if (words === null) return item.metricName
      const change = words.relative === null ? words.absolute : `${words.absolute} (${words.relative})`
      return item.metricName === '' ? change : `${item.metricName}: ${change}`
    },
    [format],
  )
}

/** The change in full words: total, percentage, the person's part. */
export function useChangeSentence(): (words: ChangeWords) => string {
  const { t } = useTranslation('achievements')
  return ({ absolute, relative, mine }) => {
    const total =
      relative === null ? t('change.total', { absolute }) : t('change.totalRelative', { absolute, relative })
    return mine === null ? total : `${total}; ${t('change.mine', { mine })}`
  }
}
