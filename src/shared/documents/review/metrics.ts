import { section } from '#shared/documents/block.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import type { FactsSection, ReviewPen } from './review.ts'

type Metric = ReviewFacts['metrics'][number]

function changeWords({ from, to, direction }: Metric, { figures, t }: ReviewPen): string {
  if (from === null) return t('metrics.first')
  if (from === to) return t('metrics.same')
  const isBetter = direction === 'up' ? to > from : to < from
  return `${figures.change(to - from, 2)}, ${t(isBetter ? 'metrics.better' : 'metrics.worse')}`
}

/** Metrics with a value in the period, before and now. */
export const metrics: FactsSection = ({ facts }, pen) => {
  if (facts.metrics.length === 0) return []
  const { figures, text, t } = pen
  const value = ({ unit }: Metric, number: number) => `${figures.number(number, 2)} ${text(unit)}`.trim()
  const rows = facts.metrics.map((metric) => [
    { name: text(metric.title) },
    metric.from === null ? null : value(metric, metric.from),
    { name: value(metric, metric.to), more: figures.day(metric.day) },
    changeWords(metric, pen),
  ])
  return section(t('metrics.title'), [
    {
      kind: 'table',
      label: t('metrics.title'),
      columns: [
        { title: t('metrics.metric') },
        { title: t('metrics.from'), number: true },
        { title: t('metrics.to'), number: true },
        { title: t('metrics.change'), number: true },
      ],
      groups: [{ title: null, rows }],
    },
  ])
}
