import { IconAward } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/achievements': lazyPart(async () => (await import('./achievements-page.tsx')).AchievementsPage),
  },
  navigation: [
    {
      group: 'impact',
      path: '/achievements',
      title: 'achievements:title',
      icon: IconAward,
      key: 'A',
      aliases: ['/results'],
    },
  ],
  types: { achievement: '/achievements' },
  commands: [{ title: 'achievements:new', icon: IconAward, run: ({ go }) => go('/achievements', { item: 'new' }) }],
})
