import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import type { MetricSeries } from '#shared/contract/metrics.ts'
import { SMALL_CHART_HEIGHT } from './chart-height.ts'
import type { MetricLine } from './metric-line.ts'
import classes from './metrics.module.css'
import { nextTarget } from './series-chart.ts'
import { useSeriesWords } from './use-series-words.ts'

const MetricChart = lazyPart(
  async () => (await import('./metric-chart.tsx')).MetricChart,
  () => <div style={{ height: SMALL_CHART_HEIGHT }} />,
)

interface MetricCardProps {
  metric: MetricLine
  /** undefined until it is read. */
  series: MetricSeries | undefined
  isOpen: boolean
  onOpen: () => void
}

/** A card of one metric: its present value, its history, and the target of the next gate. */
export function MetricCard({ metric, series, isOpen, onOpen }: MetricCardProps) {
  const { t } = useTranslation('metrics')
  const format = useFormat()
  const title = format.text(metric.title)
  return (
    <li className={classes.card} data-open={isOpen || undefined}>
      <button type="button" className={classes.open} data-uid={metric.uid} aria-current={isOpen} onClick={onOpen}>
        {title}
      </button>
      <div className={classes.now}>
        {metric.current === null ? (
          <span className={classes.quiet}>{t('card.none')}</span>
        ) : (
          <>
            <strong>{format.number(metric.current, 2)}</strong> <span>{format.text(metric.unit)}</span>
          </>
        )}
        <span className={classes.quiet}>
          <Change metric={metric} />
        </span>
      </div>
      <div aria-hidden className={classes.small}>
        {series && <MetricChart series={series} unit="" small />}
      </div>
      <div className={classes.quiet}>
        <NextTarget metric={metric} series={series} />
      </div>
    </li>
  )
}

/** The change from the first value to the newest. */
function Change({ metric: { first, newest, points, current } }: { metric: MetricLine }) {
  const { t } = useTranslation('metrics')
  const format = useFormat()
  // The value that counts may be the largest number stated by an achievement, which is not among the metric's values.
  if (current !== null && newest?.value !== current) return t('card.stated')
  if (first === null || newest === null) return null
  if (points === 1) return t('card.only', { day: format.day(newest.day) })
  return t('card.change', { change: format.signed(newest.value - first.value), day: format.day(first.day) })
}

/** The target of the next gate that is not passed. */
function NextTarget({ metric, series }: Pick<MetricCardProps, 'metric' | 'series'>) {
  const { t } = useTranslation('metrics')
  const format = useFormat()
  const { valueWords } = useSeriesWords()
  const next = nextTarget(series?.targets ?? [])
  if (next === null) return null
  const words = { value: valueWords(metric, next.value), stage: format.text(next.stage) }
  if (next.readiness >= 1) return t('card.reached', words)
  return t('card.asks', { ...words, percent: format.percent(next.readiness) })
}
