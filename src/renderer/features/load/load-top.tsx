import { Group, SegmentedControl, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { LoadEntry, WeekHours } from '#shared/contract/load.ts'
import {
  CHART_RANGES,
  type ChartRange,
  chartPoints,
  shareTrend,
  TREND_ENOUGH,
  TREND_WEEKS,
} from '#shared/domain/load/share-trend.ts'
import { shownPercent } from '#shared/domain/text/figures.ts'
import { LOAD_PARTS } from '#shared/model/load.ts'
import { FreedSentence } from './freed-sentence.tsx'
import classes from './load.module.css'
import { LOAD_CHART_HEIGHT } from './load-chart-height.ts'
import { useWeeks } from './use-load.ts'

const LoadChart = lazyPart(
  async () => (await import('./load-chart.tsx')).LoadChart,
  () => <div style={{ height: LOAD_CHART_HEIGHT }} />,
)

interface LoadTopProps {
  entries: LoadEntry[]
  hours: WeekHours
  onOpen: (uid: string) => void
}

/** Above the list: the shares over time with their trend, and the use of the freed hours. */
export function LoadTop({ entries, hours, onOpen }: LoadTopProps) {
  const { t } = useTranslation('load')
  const { present } = useWeeks()
  const [range, setRange] = useState<ChartRange>('half')
  const points = useMemo(() => chartPoints(entries, present, range), [entries, present, range])
  const finding = useTrendWords(entries)
  const isByMonth = points[0]?.key.length === 'YYYY-MM'.length
  const title = t(isByMonth ? 'chart.titleMonths' : 'chart.title')
  const openPoint = (index: number) => {
    const found = entries.find(({ week }) => week === points[index]?.key)
    if (found !== undefined) onOpen(found.uid)
  }
  return (
    <div className={classes.top}>
      <Group justify="space-between" align="end">
        <SectionTitle title={title} />
        <SegmentedControl
          size="xs"
          aria-label={t('chart.range')}
          data={CHART_RANGES.map((value) => ({ value, label: t(`chart.ranges.${value}`) }))}
          value={range}
          onChange={(value) => setRange(value as ChartRange)}
        />
      </Group>
      <Text size="sm">{finding}</Text>
      <ul className={classes.legend} aria-hidden>
        {LOAD_PARTS.map((part) => (
          <li key={part}>
            <span className={classes.swatch} data-part={part} />
            {t(`part.${part}`)}
          </li>
        ))}
      </ul>
      {points.every(({ shares }) => shares === null) ? (
        <Text size="sm" c="dimmed">
          {t('chart.none')}
        </Text>
      ) : (
        <div className={classes.chart} role="img" aria-label={`${title}. ${finding}`}>
          <LoadChart points={points} isByMonth={isByMonth} onPoint={openPoint} />
        </div>
      )}
      <SectionTitle title={t('freedFinding.title')} />
      <FreedSentence entries={entries} hours={hours} />
    </div>
  )
}

/** The trend of the shares in one sentence. */
function useTrendWords(entries: LoadEntry[]): string {
  const { t } = useTranslation('load')
  const format = useFormat()
  const { present } = useWeeks()
  const { recent, before, looked } = shareTrend(entries, present)
  const weeks = { of: TREND_WEEKS, least: TREND_ENOUGH }
  if (recent === null) return t('trend.early', { count: looked, ...weeks })
  const share = format.percent(recent.learning / 100)
  if (before === null) return t('trend.only', { share, ...weeks })
  // Computed from the shares as displayed.
  const points = shownPercent(recent.learning / 100) - shownPercent(before.learning / 100)
  if (points === 0) return t('trend.same', { share, ...weeks })
  const change = t(points > 0 ? 'trend.more' : 'trend.less', { count: Math.abs(points) })
  return t('trend.change', { share, change, ...weeks })
}
