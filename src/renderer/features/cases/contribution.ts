import { IconRoute } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/cases': lazyPart(async () => (await import('./cases-page.tsx')).CasesPage),
  },
  navigation: [
    {
      group: 'direction',
      path: '/cases',
      title: 'cases:title',
      icon: IconRoute,
      key: 'M',
      aliases: ['/case-studies', '/tactics'],
    },
  ],
  commands: [
    {
      title: 'cases:command.take',
      words: 'cases:commandWords.take',
      icon: IconRoute,
      run: ({ go }) => go('/cases'),
    },
  ],
})
