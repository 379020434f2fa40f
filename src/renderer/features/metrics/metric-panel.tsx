import { Anchor, Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { MetricSeries, SeriesMark } from '#shared/contract/metrics.ts'
import { CHART_HEIGHT } from './chart-height.ts'
import { MetricForm } from './metric-form.tsx'
import type { MetricLine } from './metric-line.ts'
import { MetricValues } from './metric-values.tsx'
import classes from './metrics.module.css'
import { useSeriesWords } from './use-series-words.ts'

const MetricChart = lazyPart(
  async () => (await import('./metric-chart.tsx')).MetricChart,
  () => <div style={{ height: CHART_HEIGHT }} />,
)

/** Values drawn at most: about as many as the chart has pixels. */
const DRAWN = 400

/** The open metric: its chart, targets of gates and values; or its form. */
export function MetricPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation('metrics')
  const { client, query } = useApi()
  const format = useFormat()
  const metric = useQuery({ ...query.metrics.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={metric}
      newTitle={t('new')}
      titleOf={({ title }) => format.text(title)}
      overlineOf={() => t('one')}
      remove={(removed) => client.metrics.remove({ uid: removed })}
      form={(data) => <MetricForm metric={data} selection={selection} />}
      details={(data) => <MetricDetails metric={data} />}
    />
  )
}

function MetricDetails({ metric }: { metric: MetricLine }) {
  const { t } = useTranslation(['metrics', 'vocabulary'])
  const { query } = useApi()
  const format = useFormat()
  const found = useQuery(query.metrics.series.queryOptions({ input: { uid: metric.uid, most: DRAWN } }))
  const series = found.data?.[0]
  const meaning = format.text(metric.meaning)
  return (
    <>
      {series && <SeriesSection metric={metric} series={series} />}
      <MetricValues metricUid={metric.uid} />
      {series && <Targets metric={metric} series={series} />}
      {series && <Marks metric={metric} marks={series.marks} />}
      {meaning !== '' && (
        <section>
          <SectionTitle title={t('field.meaning')} />
          <Text size="sm">{meaning}</Text>
        </section>
      )}
      <Facts
        rows={[
          [t('field.unit'), format.text(metric.unit)],
          [t('field.direction'), t(`vocabulary:direction.${metric.direction}`)],
        ]}
      />
    </>
  )
}

interface SeriesProps {
  metric: MetricLine
  series: MetricSeries
}

/** The chart with its finding in one sentence; the values below are the same data as a table. */
function SeriesSection({ metric, series }: SeriesProps) {
  const format = useFormat()
  const { finding } = useSeriesWords()
  const isDrawn = series.values.length > 0 || series.marks.some(({ value }) => value !== null)
  if (!isDrawn) return null
  const words = series.values.length > 0 ? finding(metric, series) : null
  return (
    <section>
      {words !== null && <Text size="sm">{words}</Text>}
      <div aria-hidden className={classes.chart}>
        <MetricChart series={series} unit={format.text(metric.unit)} />
      </div>
    </section>
  )
}

/** Targets of the metric in gates, each with a link to its requirement. */
function Targets({ metric, series: { targets } }: SeriesProps) {
  const { t } = useTranslation('metrics')
  const format = useFormat()
  const openItem = useOpenItem()
  const { targetWords } = useSeriesWords()
  if (targets.length === 0) return null
  return (
    <section>
      <SectionTitle title={t('targets.title')} />
      <ul className={classes.rows}>
        {targets.map((target) => (
          <li key={target.uid}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              aria-label={t('targets.open', { stage: format.text(target.stage) })}
              onClick={() => openItem({ uid: target.uid, type: 'requirement' })}
            >
              {format.text(target.stage)}
            </Anchor>
            <span className={classes.quiet}>{targetWords(metric, target)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Marks listed before "show more". */
const SHOWN_FIRST = 10

/** Items that state a value or are related, newest first. */
function Marks({ metric, marks }: { metric: MetricLine; marks: SeriesMark[] }) {
  const { t } = useTranslation(['metrics', 'vocabulary'])
  const format = useFormat()
  const openItem = useOpenItem()
  const { valueWords } = useSeriesWords()
  const [all, setAll] = useState(false)
  const newest = marks.toReversed()
  const shown = all ? newest : newest.slice(0, SHOWN_FIRST)
  if (marks.length === 0) return null
  return (
    <section>
      <SectionTitle title={t('marks.title')} />
      <ul className={classes.rows}>
        {shown.map(({ ref, day, value }) => (
          <li key={ref.uid}>
            <Anchor component="button" type="button" size="sm" onClick={() => openItem(ref)}>
              {format.text(ref.title)}
            </Anchor>
            <span className={classes.quiet}>
              {[
                value === null
                  ? t(`vocabulary:itemType.${ref.type}`)
                  : t('marks.states', { value: valueWords(metric, value) }),
                format.day(day),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < newest.length && (
        <Button size="compact-sm" variant="subtle" className="no-print" onClick={() => setAll(true)}>
          {t('marks.all', { count: newest.length })}
        </Button>
      )}
    </section>
  )
}
