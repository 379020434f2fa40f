import { BarChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MONTH_CHART_HEIGHT } from './month-chart-height.ts'

interface MonthChartProps {
  data: { month: string; hours: number }[]
  /** A month was clicked; `index` is its place in the data. */
  onMonth: (index: number) => void
}

/** Hours of each month as bars. */
export function MonthChart({ data, onMonth }: MonthChartProps) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    <BarChart
      h={MONTH_CHART_HEIGHT}
      data={data}
      dataKey="month"
      series={[{ name: 'hours', label: t('year.months'), color: 'petrol.6' }]}
      valueFormatter={(value) => format.hours(value * 60)}
      barProps={{ isAnimationActive: false }}
      barChartProps={{ onClick: ({ activeTooltipIndex }) => onMonth(Number(activeTooltipIndex ?? -1)) }}
      style={{ cursor: 'pointer' }}
    />
  )
}
