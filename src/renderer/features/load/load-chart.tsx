import { BarChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ChartPoint } from '#shared/domain/load/share-trend.ts'
import { LOAD_PARTS } from '#shared/model/load.ts'
import { LOAD_CHART_HEIGHT } from './load-chart-height.ts'
import { useWeeks } from './use-load.ts'

interface LoadChartProps {
  points: ChartPoint[]
  isByMonth: boolean
  /** A bar was clicked; `index` is its place among the points. */
  onPoint: (index: number) => void
}

const PATTERN = 'load-strategy-pattern'

/** The shares of each week, or the mean of each month, as stacked bars; weeks without a load entry stay empty. */
export function LoadChart({ points, isByMonth, onPoint }: LoadChartProps) {
  const { t } = useTranslation('load')
  const format = useFormat()
  const { days } = useWeeks()
  const labelOf = (key: string) => (isByMonth ? format.month(`${key}-01`) : format.shortDay(days(key).start))
  return (
    <BarChart
      h={LOAD_CHART_HEIGHT}
      data={points.map(({ key, shares }) => ({ label: labelOf(key), ...shares }))}
      dataKey="label"
      type="stacked"
      series={LOAD_PARTS.map((part) => ({ name: part, label: t(`part.${part}`), color: `var(--load-${part})` }))}
      valueFormatter={(value) => format.percent(value / 100)}
      yAxisProps={{ domain: [0, 100], ticks: [0, 25, 50, 75, 100], width: 52 }}
      xAxisProps={{ minTickGap: 24 }}
      barProps={({ name }) => ({
        isAnimationActive: false,
        ...(name === 'strategy' && { fill: `url(#${PATTERN})` }),
      })}
      barChartProps={{
        barCategoryGap: 1,
        onClick: ({ activeTooltipIndex }) => onPoint(Number(activeTooltipIndex ?? -1)),
      }}
      {...(!isByMonth && { style: { cursor: 'pointer' } })}
    >
      <defs>
        <pattern id={PATTERN} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="6" height="6" fill="var(--load-strategy)" fillOpacity="0.45" />
          <rect width="6" height="3.5" fill="var(--load-strategy)" />
        </pattern>
      </defs>
    </BarChart>
  )
}
