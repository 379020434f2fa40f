import { IconBook2 } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/learning': lazyPart(async () => (await import('./learning-page.tsx')).LearningPage),
  },
  navigation: [
    {
      group: 'log',
      path: '/learning',
      title: 'learning:title',
      icon: IconBook2,
      key: 'L',
      aliases: ['/courses', '/books'],
    },
  ],
  types: { learning: '/learning' },
  cases: {
    learning: lazyPart(async () => (await import('./learning-part-form.tsx')).LearningPartForm),
  },
  commands: [{ title: 'learning:new', icon: IconBook2, run: ({ go }) => go('/learning', { item: 'new' }) }],
})
