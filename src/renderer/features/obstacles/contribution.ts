import { IconBarrierBlock } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/obstacles': lazyPart(async () => (await import('./obstacles-page.tsx')).ObstaclesPage),
  },
  navigation: [
    {
      group: 'impact',
      path: '/obstacles',
      title: 'obstacles:title',
      icon: IconBarrierBlock,
      key: 'B',
      aliases: ['/barriers', '/experiments'],
    },
  ],
  types: { obstacle: '/obstacles', experiment: '/obstacles' },
  cases: {
    experiment: lazyPart(async () => (await import('./experiment-part-form.tsx')).ExperimentPartForm),
  },
  commands: [{ title: 'obstacles:new', icon: IconBarrierBlock, run: ({ go }) => go('/obstacles', { item: 'new' }) }],
  due: { experimentReview: { words: 'obstacles:dueWords.experimentReview' } },
})
