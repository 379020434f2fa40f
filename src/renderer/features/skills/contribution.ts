import { IconStars } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/skills': lazyPart(async () => (await import('./skills-page.tsx')).SkillsPage),
    '/skills/queue': lazyPart(async () => (await import('./queue-page.tsx')).SkillQueuePage),
  },
  navigation: [
    {
      group: 'direction',
      path: '/skills',
      title: 'skills:title',
      icon: IconStars,
      key: 'S',
      aliases: ['/skill', '/competencies'],
    },
  ],
  types: { skill: '/skills', assessment: '/skills' },
  commands: [
    { title: 'skills:new', icon: IconStars, run: ({ go }) => go('/skills', { item: 'new' }) },
    { title: 'skills:command.queue', icon: IconStars, run: ({ go }) => go('/skills/queue') },
  ],
})
