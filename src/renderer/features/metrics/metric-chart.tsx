import { LineChart } from '@mantine/charts'
import { format as formatDate } from 'date-fns'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { MetricSeries } from '#shared/contract/metrics.ts'
import { CHART_HEIGHT, SMALL_CHART_HEIGHT } from './chart-height.ts'
import { nextTarget, type SeriesChart, toSeriesChart } from './series-chart.ts'

interface MetricChartProps {
  series: MetricSeries
  /** Shown after every value. */
  unit: string
  /** The picture on a card: only the line, without axes. */
  small?: boolean
}

const dayOf = (at: number) => formatDate(at, 'yyyy-MM-dd')

/** Milliseconds of two years: for longer spans the axis shows only years. */
const LONG = 2 * 365 * 86_400_000

/** Labels of the time axis: months with their year, or years alone. */
function useTickWords({ span: [from, to] }: Pick<SeriesChart, 'span'>): (at: number) => string {
  const format = useFormat()
  return (at) => (to - from > LONG ? dayOf(at).slice(0, 4) : format.month(dayOf(at)))
}

/** A metric over time, with the values stated by achievements, the open targets of gates, and related items. */
export function MetricChart({ series, unit, small = false }: MetricChartProps) {
  const chart = toSeriesChart(series)
  if (chart === null) return null
  return small ? <SmallChart chart={chart} series={series} /> : <FullChart chart={chart} series={series} unit={unit} />
}

interface DrawnProps {
  chart: SeriesChart
  series: MetricSeries
}

/** Values that gates ask for, as dashed lines; the axis is extended to include them. */
const aimsAt = (values: readonly number[]) =>
  [...new Set(values)].map((y) => ({ y, color: 'gray.6', strokeDasharray: '4 4', ifOverflow: 'extendDomain' as const }))

const timeAxis = ({ span }: SeriesChart) => ({ type: 'number', scale: 'time', domain: span }) as const

/** From near the lowest to near the highest value: the chart shows changes, not the distance from zero. */
const VALUE_AXIS = { domain: ['auto', 'auto'] as ['auto', 'auto'] }

const LINES = [
  { name: 'value', color: 'petrol.6' },
  { name: 'stated', color: 'gray.6' },
]

const STATED_DOT = { r: 3, fill: 'var(--mantine-color-gray-6)', stroke: 'none', strokeWidth: 0 }

/** Values stated by achievements are dots without a connecting line. */
const lineProps = ({ name }: { name: string }) => ({
  isAnimationActive: false,
  ...(name === 'stated' && { strokeWidth: 0, dot: STATED_DOT, activeDot: STATED_DOT }),
})

function SmallChart({ chart, series }: DrawnProps) {
  const next = nextTarget(series.targets)
  return (
    <LineChart
      h={SMALL_CHART_HEIGHT}
      data={chart.points}
      dataKey="at"
      series={LINES}
      curveType="linear"
      withDots={chart.points.length < 3}
      withXAxis={false}
      withYAxis={false}
      withTooltip={false}
      gridAxis="none"
      referenceLines={next === null ? [] : aimsAt([next.value])}
      xAxisProps={timeAxis(chart)}
      yAxisProps={VALUE_AXIS}
      lineProps={lineProps}
      lineChartProps={{ accessibilityLayer: false }}
    />
  )
}

function FullChart({ chart, series, unit }: DrawnProps & { unit: string }) {
  const { t } = useTranslation('metrics')
  const format = useFormat()
  const tickWords = useTickWords(chart)
  const open = series.targets.filter(({ isPassed }) => !isPassed)
  const hasStated = chart.points.some(({ stated }) => stated !== null)
  const beside = series.marks.filter(({ value }) => value === null).map(({ day }) => new Date(`${day}T00:00`).getTime())
  // Without a hovered point there is no instant.
  const dayWords = (at: unknown) => (typeof at === 'number' ? format.day(dayOf(at)) : '')
  const [from, to] = chart.span
  const marks = [...new Set(beside)]
    .filter((at) => at >= from && at <= to)
    .map((x) => ({ x, color: 'gray.4', strokeDasharray: '2 3' }))
  return (
    <LineChart
      h={CHART_HEIGHT}
      data={chart.points}
      dataKey="at"
      series={LINES.map((line) => ({ ...line, label: t(line.name === 'value' ? 'chart.value' : 'chart.stated') }))}
      curveType="linear"
      withLegend={hasStated}
      withDots={chart.points.length <= 40}
      dotProps={{ r: 3 }}
      valueFormatter={(value) => format.quantity(value, unit)}
      referenceLines={[...aimsAt(open.map(({ value }) => value)), ...marks]}
      xAxisProps={{ ...timeAxis(chart), ticks: chart.ticks, tickFormatter: tickWords, interval: 'preserveStartEnd' }}
      yAxisProps={{ ...VALUE_AXIS, tickFormatter: (value: number) => format.number(value, 2), width: 52 }}
      tooltipProps={{ labelFormatter: dayWords }}
      lineProps={lineProps}
      lineChartProps={{ accessibilityLayer: false }}
    />
  )
}
