import { IconHistory, IconTrash } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: { '/history': lazyPart(async () => (await import('./history-page.tsx')).HistoryPage) },
  navigation: [
    {
      group: 'foot',
      path: '/history',
      title: 'history:title',
      icon: IconHistory,
      key: 'H',
      aliases: ['/trash', '/changes'],
    },
  ],
  commands: [
    {
      title: 'history:command.restore',
      words: 'history:commandWords.restore',
      icon: IconTrash,
      run: ({ go }) => go('/history', { item: 'removals' }),
    },
  ],
})
