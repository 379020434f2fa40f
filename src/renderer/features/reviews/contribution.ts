import { IconCalendarPlus, IconReportAnalytics } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/reviews': lazyPart(async () => (await import('./list/reviews-page.tsx')).ReviewsPage),
  },
  navigation: [
    {
      group: 'reflect',
      path: '/reviews',
      title: 'reviews:title',
      icon: IconReportAnalytics,
      key: 'V',
      aliases: ['/reports', '/review'],
    },
  ],
  types: { review: '/reviews' },
  commands: [
    {
      title: 'reviews:command.new',
      words: 'reviews:commandWords.new',
      icon: IconCalendarPlus,
      run: ({ go }) => go('/reviews', { item: 'new' }),
    },
  ],
  due: { yearlyReview: { words: 'reviews:dueWords.yearlyReview', path: '/reviews' } },
})
