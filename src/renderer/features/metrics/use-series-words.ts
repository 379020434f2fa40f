import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { MetricSeries, SeriesTarget } from '#shared/contract/metrics.ts'
import type { MetricLine } from './metric-line.ts'

/** Digits after the decimal sign of a value. */
const DIGITS = 2

/** Puts the chart of a metric into words. */
export function useSeriesWords() {
  const { t } = useTranslation('metrics')
  const format = useFormat()
  /** A value with its unit: `31 people`, `12 %`. */
  const valueWords = ({ unit }: Pick<MetricLine, 'unit'>, value: number) => format.quantity(value, format.text(unit))
  /** One sentence: the first and the last value, and whether that is an improvement. */
  const finding = (metric: MetricLine, { values }: Pick<MetricSeries, 'values'>): string => {
    const [first, last] = [values[0], values.at(-1)]
    if (first === undefined || last === undefined) return t('finding.none')
    const lastWords = { last: valueWords(metric, last.value), lastDay: format.day(last.day) }
    if (values.length === 1) return t('finding.only', { value: lastWords.last, day: lastWords.lastDay })
    const words = { ...lastWords, first: format.number(first.value, DIGITS), firstDay: format.day(first.day) }
    const change = last.value - first.value
    if (change === 0) return t('finding.same', words)
    const isBetter = change > 0 === (metric.direction === 'up')
    return t(isBetter ? 'finding.better' : 'finding.worse', { ...words, change: format.signed(change, DIGITS) })
  }
  const targetWords = (metric: MetricLine, { value, day, readiness, isPassed }: SeriesTarget): string => {
    const asked = valueWords(metric, value)
    if (isPassed) return t('targets.passed', { value: asked })
    if (readiness >= 1) return t('targets.reached', { value: asked })
    return t('targets.way', { value: asked, day: format.day(day), percent: format.percent(readiness) })
  }
  return { valueWords, finding, targetWords }
}
