import { BarChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MONTH_CHART_HEIGHT } from './month-chart-height.ts'

/** Hours of each month as bars. */
export function MonthChart({ data }: { data: { month: string; hours: number }[] }) {
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
    />
  )
}
