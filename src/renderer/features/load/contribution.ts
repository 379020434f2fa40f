import { IconChartBar } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: { '/load': lazyPart(async () => (await import('./load-page.tsx')).LoadPage) },
  navigation: [
    {
      group: 'log',
      path: '/load',
      title: 'load:title',
      icon: IconChartBar,
      key: 'U',
      aliases: ['/weeks', '/workload'],
    },
  ],
  types: { loadEntry: '/load' },
  week: { load: lazyPart(async () => (await import('./week-section.tsx')).WeekSection) },
  settings: { pace: lazyPart(async () => (await import('./pace-section.tsx')).PaceSection) },
  commands: [
    {
      title: 'load:week.title',
      words: 'load:commandWords.look',
      icon: IconChartBar,
      run: ({ go }) => go('/week', { section: 'load' }),
    },
    {
      title: 'load:new',
      words: 'load:commandWords.new',
      icon: IconChartBar,
      run: ({ go }) => go('/load', { item: 'new' }),
    },
  ],
})
