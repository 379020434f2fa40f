import { IconHammer } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/projects': lazyPart(async () => (await import('./projects-page.tsx')).ProjectsPage),
  },
  navigation: [
    { group: 'log', path: '/projects', title: 'projects:title', icon: IconHammer, key: 'R', aliases: ['/project'] },
  ],
  types: { project: '/projects' },
  commands: [{ title: 'projects:new', icon: IconHammer, run: ({ go }) => go('/projects', { item: 'new' }) }],
})
