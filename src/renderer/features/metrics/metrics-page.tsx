import { Button } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CatalogueButton } from '#renderer/fields/catalogue-drawer.tsx'
import { PrintButton } from '#renderer/fields/print-button.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFocusBack } from '#renderer/lib/use-focus-back.ts'
import { focusByArrows } from '#renderer/ui/focus-by-arrows.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { MetricSeries } from '#shared/contract/metrics.ts'
import { MetricCard } from './metric-card.tsx'
import type { MetricLine } from './metric-line.ts'
import classes from './metrics.module.css'

const MetricPanel = lazyPanel(async () => (await import('./metric-panel.tsx')).MetricPanel)
const MetricStarters = lazyPanel(async () => (await import('./metric-starters.tsx')).MetricStarters)

/** The metric to show. A value that was opened from elsewhere, such as the history, is shown with its metric. */
function useOpenMetric(item: string | null): string | null {
  const { query } = useApi()
  const input = { uid: item ?? '' }
  const isAsked = item !== null && item !== 'new'
  const metric = useQuery({ ...query.metrics.get.queryOptions({ input }), enabled: isAsked })
  const value = useQuery({ ...query.metricPoints.get.queryOptions({ input }), enabled: isAsked && metric.isError })
  if (!isAsked || !metric.isError) return item
  return value.isPending ? null : (value.data?.metricUid ?? item)
}

/** Every metric with its chart, those with a target of a gate first. */
export function MetricsPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation('metrics')
  const { query } = useApi()
  const list = useQuery(query.metrics.list.queryOptions({ input: {} }))
  const series = useQuery(query.metrics.series.queryOptions({ input: {} }))
  const [choosing, setChoosing] = useState(false)
  const open = useOpenMetric(selection.item)
  useFocusBack(open)
  const showStarters = () => setChoosing(true)
  return (
    <>
      <Page
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <CatalogueButton onClick={showStarters} />
            <PrintButton variant="default" />
            <Button data-new-item onClick={selection.add}>
              {t('new')}
            </Button>
          </>
        }
        panel={open && <MetricPanel key={open} uid={open} selection={selection} />}
        panelLabel={t('one')}
      >
        <QueryGate query={list}>
          {(metrics) =>
            metrics.length === 0 ? (
              <NoMetrics onChoose={showStarters} />
            ) : (
              <QueryGate query={series}>
                {(drawn) => <Cards metrics={metrics} series={drawn} open={open} onOpen={selection.open} />}
              </QueryGate>
            )
          }
        </QueryGate>
      </Page>
      <MetricStarters opened={choosing} onClose={() => setChoosing(false)} onOpenItem={selection.open} />
    </>
  )
}

function NoMetrics({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation('metrics')
  return (
    <EmptyState
      icon={<IconChartLine size={40} stroke={1.4} />}
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <Button variant="default" onClick={onChoose}>
          {t('empty.starters')}
        </Button>
      }
    />
  )
}

/**
 * Order of the cards: metrics with an open target first, then those with values, then the rest; among equals the older
 * first.
 */
function rankOf({ current }: MetricLine, series: MetricSeries | undefined): number {
  if (series?.targets.some(({ isPassed }) => !isPassed)) return 0
  return current === null ? 2 : 1
}

/** Cards stand side by side: an arrow key goes to the next one. */
const ARROWS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

interface CardsProps {
  metrics: MetricLine[]
  series: MetricSeries[]
  open: string | null
  onOpen: (uid: string) => void
}

function Cards({ metrics, series, open, onOpen }: CardsProps) {
  const { t } = useTranslation('metrics')
  const drawn = new Map(series.map((one) => [one.uid, one]))
  const sorted = metrics.toSorted((a, b) => rankOf(a, drawn.get(a.uid)) - rankOf(b, drawn.get(b.uid)))
  return (
    <ul
      className={classes.cards}
      aria-label={t('title')}
      onKeyDown={(event) => focusByArrows(event, '[data-uid]', ARROWS)}
    >
      {sorted.map((metric) => (
        <MetricCard
          key={metric.uid}
          metric={metric}
          series={drawn.get(metric.uid)}
          isOpen={open === metric.uid}
          onOpen={() => onOpen(metric.uid)}
        />
      ))}
    </ul>
  )
}
