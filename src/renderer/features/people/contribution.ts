import { IconUsers } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/people': lazyPart(async () => (await import('./people-page.tsx')).PeoplePage),
  },
  navigation: [
    {
      group: 'impact',
      path: '/people',
      title: 'people:title',
      icon: IconUsers,
      key: 'E',
      aliases: ['/persons', '/mentors', '/contacts'],
    },
  ],
  types: { person: '/people' },
  commands: [{ title: 'people:new', icon: IconUsers, run: ({ go }) => go('/people', { item: 'new' }) }],
  due: { person: { words: 'people:dueWords.person' } },
})
