import { IconChartLine } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: { '/metrics': lazyPart(async () => (await import('./metrics-page.tsx')).MetricsPage) },
  navigation: [
    { group: 'impact', path: '/metrics', title: 'metrics:title', icon: IconChartLine, key: 'F', aliases: ['/kpi'] },
  ],
  types: { metric: '/metrics', metricPoint: '/metrics' },
  commands: [{ title: 'metrics:new', icon: IconChartLine, run: ({ go }) => go('/metrics', { item: 'new' }) }],
})
